// Reads a triage graph that was kept. It may come from a file, so nothing in it can lead off the phone: a link to another
// site is read as the words that it stands on (whether its host is allowed was checked at build, which cannot be repeated
// here), and an answer leads to a step that exists.

import {
  type Block,
  type Inline,
  LINES,
  type Triage,
  type TriageAnswer,
  type TriageStep,
  type TriageTarget,
} from '../bundle/article.ts';
import {
  articleId,
  choice,
  fields,
  flag,
  list,
  type Reader,
  reader,
  text,
  union,
  whole,
} from './record-reader.ts';

const STEPS = 200;
const MEMBERS = 400;
const words = text(4000);
const phoneNumber = reader('a phone number', (value) =>
  typeof value === 'string' && /^\+?[0-9-]{3,20}$/.test(value) ? value : undefined,
);

const storedInline = union<Inline>(() => ({
  text: { text: words },
  code: { text: words },
  break: {},
  strong: { content: inlines },
  emphasis: { content: inlines },
  'article-link': { id: articleId, content: inlines },
  'phone-link': { number: phoneNumber, content: inlines },
  'external-link': { href: words, content: inlines },
}));
const inline: Reader<Inline> = (value, path, reading) => {
  const node = storedInline(value, path, reading);
  return node?.kind === 'external-link' ? { kind: 'emphasis', content: node.content } : node;
};
const inlines: Reader<readonly Inline[]> = list(inline, MEMBERS);

const block = union<Block>(() => ({
  heading: { level: choice([2, 3, 4]), text: words, slug: words },
  paragraph: { content: inlines },
  list: { ordered: flag, items: list(blocks, MEMBERS) },
  steps: { items: list(blocks, MEMBERS) },
  quote: { content: blocks },
  code: { text: words },
  table: { head: list(inlines, MEMBERS), rows: list(list(inlines, MEMBERS), MEMBERS) },
  rule: {},
  device: { line: choice(LINES), content: blocks },
}));
const blocks: Reader<readonly Block[]> = list(block, MEMBERS);

const target = union<TriageTarget>(() => ({
  step: { step: whole(0, STEPS) },
  done: { outcome: words },
  article: { id: articleId, title: words },
}));

const step = fields<TriageStep>({
  question: inlines,
  note: blocks,
  waitSeconds: whole(0, 86_400),
  answers: list(fields<TriageAnswer>({ text: words, target }), MEMBERS),
});

const graph = fields<Triage>({ steps: list(step, STEPS) });
const sound = reader('a step, and answers that lead to steps', (value) => value === true || undefined);

export const triageReader: Reader<Triage> = (value, path, reading) => {
  const triage = graph(value, path, reading);
  return triage && sound(isSound(triage), path, reading) && triage;
};

function isSound({ steps }: Triage): boolean {
  return (
    steps.length > 0 &&
    steps.every(({ answers }) =>
      answers.every(({ target }) => target.kind !== 'step' || target.step < steps.length),
    )
  );
}

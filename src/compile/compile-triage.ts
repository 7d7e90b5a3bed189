// The ordered list under 排查 → a graph of questions. Here the list is read, step by step; whether the graph leads
// somewhere from every step is judged in triage-graph.ts.
//
//   1. question            a wait such as 等 60 秒 in it becomes a timer
//      note                any blocks, optional
//      - answer → 2        another step
//      - answer → 完成: …   the end, and what to do with the goods and the customer
//      - answer → [[id]]   another article

import type { Inline, Triage, TriageAnswer, TriageStep, TriageTarget } from '../bundle/article.ts';
import { inlineText } from '../bundle/article-text.ts';
import type { BlockReader } from './block-nodes.ts';
import type { ProblemPlace } from './content-problem.ts';
import type { MarkdownNode } from './markdown-tree.ts';
import { checkTriageGraph } from './triage-graph.ts';

export interface TriageSection {
  /** Null when the list cannot be used; the log says why. */
  readonly triage: Triage | null;
  /** What else stands in the section. */
  readonly others: readonly MarkdownNode[];
}

/** An answer may be this long, in characters: it is a button. */
const MAX_ANSWER = 60;

export function compileTriage(
  heading: MarkdownNode,
  nodes: readonly MarkdownNode[],
  reader: BlockReader,
): TriageSection {
  const { source, log } = reader.context;
  const lists = nodes.filter((node) => node.type === 'ordered_list');
  const others = nodes.filter((node) => node.type !== 'ordered_list');
  const [list, second] = lists;
  if (list === undefined) {
    log.error(source.placeOf('', heading.line), 'triage-empty', {
      what: 'there is no ordered list of questions under 排查',
      expected: '1. question, and under it - answer → 2',
      suggestion: 'Write the list, or remove the heading',
    });
    return { triage: null, others };
  }
  if (second !== undefined) {
    log.error(source.placeOf('', second.line), 'triage-split', {
      what: 'the list of questions is interrupted here and begins anew',
      suggestion:
        'Indent what stands between the questions by 3 spaces, so that it belongs to the step before',
    });
    return { triage: null, others };
  }
  const steps = list.children.map((item, i) => new StepReader(item, i, list.children.length, reader).step());
  const places = list.children.map((item) => source.placeOf('', item.line));
  const complete = steps.filter((step) => step !== undefined);
  if (complete.length < steps.length) return { triage: null, others };
  const sound = checkTriageGraph(complete, places, log);
  return { triage: sound ? { steps: complete } : null, others };
}

class StepReader {
  readonly #item: MarkdownNode;
  readonly #index: number;
  readonly #count: number;
  readonly #reader: BlockReader;
  #failed = false;

  constructor(item: MarkdownNode, index: number, count: number, reader: BlockReader) {
    this.#item = item;
    this.#index = index;
    this.#count = count;
    this.#reader = reader;
  }

  step(): TriageStep | undefined {
    const number = Number(this.#item.token.info);
    if (number !== this.#index + 1 && number !== 1) {
      this.#error(
        this.#item.line,
        '',
        'triage-number',
        `step ${this.#index + 1} is numbered ${number}`,
        'Number the steps 1, 2, 3, …',
      );
    }
    const [first, ...rest] = this.#item.children;
    if (first?.type !== 'paragraph') {
      this.#error(
        this.#item.line,
        '',
        'triage-question',
        'the step does not begin with its question',
        'Write the question first',
      );
      return undefined;
    }
    const answersAt = rest.findLastIndex((node) => node.type === 'bullet_list');
    const list = rest[answersAt];
    if (list === undefined || answersAt !== rest.length - 1) {
      const what =
        list === undefined ? 'the step has no answers' : 'something follows the answers of the step';
      const suggestion =
        list === undefined
          ? 'Add bullets such as - 有 → 2, indented by 3 spaces'
          : 'Move it before the answers';
      this.#error(rest.at(-1)?.line ?? first.line, '', 'triage-no-answers', what, suggestion);
      return undefined;
    }
    const question = this.#reader.inline(first);
    const answers = list.children.map((item) => this.#answer(item));
    this.#checkTwice(answers, list);
    const note = this.#reader.blocks(rest.slice(0, answersAt));
    if (this.#failed) return undefined;
    const waitSeconds = waitOf(inlineText(question));
    return { question, note, waitSeconds, answers: answers.filter((answer) => answer !== undefined) };
  }

  #answer(item: MarkdownNode): TriageAnswer | undefined {
    const [paragraph, extra] = item.children;
    const content =
      paragraph?.type === 'paragraph' && extra === undefined ? this.#reader.inline(paragraph) : [];
    const split = splitAtArrow(content);
    if (split === undefined) {
      const what = 'this answer has no arrow';
      return this.#error(
        item.line,
        '',
        'triage-arrow',
        what,
        'Write - answer → step number, 完成: what to do, or [[article]]',
      );
    }
    const text = inlineText(split.before).trim();
    if (text === '' || text.length > MAX_ANSWER) {
      const what =
        text === ''
          ? 'this answer has no text before its arrow'
          : `this answer is longer than ${MAX_ANSWER} characters`;
      return this.#error(item.line, '', 'triage-answer', what, 'Answers are words such as 有 and 没有');
    }
    if (
      paragraph !== undefined &&
      hasLink(paragraph) &&
      !split.after.some(({ kind }) => kind === 'article-link')
    ) {
      this.#failed = true; // A link that leads nowhere, and is reported as one.
      return undefined;
    }
    const target = this.#target(split.after, item.line);
    return target === undefined ? undefined : { text, target };
  }

  #target(content: readonly Inline[], line: number): TriageTarget | undefined {
    const [first, ...rest] = content.filter((node) => node.kind !== 'text' || node.text.trim() !== '');
    if (first?.kind === 'article-link' && /^[。.]?$/.test(inlineText(rest).trim())) {
      return { kind: 'article', id: first.id, title: inlineText(first.content) };
    }
    const words = inlineText(content).trim();
    const number = /^(\d{1,3})[。.]?$/.exec(words)?.[1];
    if (number !== undefined) {
      const step = Number(number) - 1;
      if (step >= 0 && step < this.#count) return { kind: 'step', step };
      const what = `the arrow leads to step ${number}, and there are steps 1 to ${this.#count}`;
      return this.#error(line, number, 'triage-dangling', what, 'Correct the number');
    }
    const done = /^完成\s*[:\uff1a]\s*(.*)$/su.exec(words);
    const outcome = done?.[1]?.replaceAll('\n', ' ').trim() ?? '';
    if (outcome !== '') return { kind: 'done', outcome };
    const what = `the arrow leads nowhere: expected a step number, 完成: what to do, or [[article]], found ${words || 'nothing'}`;
    const suggestion =
      done === null ? undefined : 'Say after 完成: what to do with the goods and the customer';
    return this.#error(line, '', 'triage-target', what, suggestion);
  }

  #checkTwice(answers: readonly (TriageAnswer | undefined)[], list: MarkdownNode): void {
    const seen = new Set<string>();
    for (const [i, answer] of answers.entries()) {
      if (answer === undefined) continue;
      const line = list.children[i]?.line ?? list.line;
      if (seen.has(answer.text))
        this.#error(line, '', 'triage-answer', `the answer ${answer.text} is given twice`, 'Keep one');
      seen.add(answer.text);
    }
  }

  #error(line: number, needle: string, rule: string, what: string, suggestion?: string): undefined {
    this.#failed = true;
    const { source, log } = this.#reader.context;
    const place: ProblemPlace = source.placeOf(needle, line);
    log.error(place, rule, { what, suggestion });
    return undefined;
  }
}

/** What stands before and after the first arrow; undefined where there is none at the top level of the text. */
function splitAtArrow(content: readonly Inline[]): { before: Inline[]; after: Inline[] } | undefined {
  for (const [i, node] of content.entries()) {
    const arrow = node.kind === 'text' ? /→|->/.exec(node.text) : null;
    if (node.kind !== 'text' || arrow === null) continue;
    const before: Inline = { kind: 'text', text: node.text.slice(0, arrow.index) };
    const after: Inline = { kind: 'text', text: node.text.slice(arrow.index + arrow[0].length) };
    return { before: [...content.slice(0, i), before], after: [after, ...content.slice(i + 1)] };
  }
  return undefined;
}

/** Whether the text of a paragraph, as written, links to an article. */
function hasLink(paragraph: MarkdownNode): boolean {
  return paragraph.children.some(({ token }) => token.children?.some(({ type }) => type === 'article_link'));
}

const HAN_NUMBERS: Record<string, number> = {
  半: 0.5,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** Seconds in 等 60 秒, 等 2 分钟, 等两分钟, 等 1–2 分钟 (the longer), at most an hour; 0 where there is no wait. */
export function waitOf(question: string): number {
  const wait =
    /等[^\d半一两二三四五六七八九十\uff0c\u3002\uff1f\uff01]{0,3}(?:[\d.]+\s*[-–~\uff5e到至]\s*)?([\d.]+|[半一两二三四五六七八九十])\s*(秒|分)/u.exec(
      question,
    );
  if (wait === null) return 0;
  const [, amount = '', unit] = wait;
  const count = HAN_NUMBERS[amount] ?? Number(amount);
  const seconds = Math.round(count * (unit === '秒' ? 1 : 60));
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 3600) : 0;
}

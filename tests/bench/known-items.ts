// Known-item search: a query made from one document, which that document should answer first. Pinyin kinds are made from titles
// of Han characters alone; with Latin words in a title every engine finds it by those, which says nothing about pinyin.

import { readingsOf, readPinyin } from '../../src/compile/linguistics.ts';
import type { BenchDocument } from './bench-engine.ts';
import { pick, type Random, randomIndex, shuffled } from './random.ts';
import { hanRuns, isPureHan } from './words.ts';

export const KNOWN_KINDS = [
  'title',
  'substring',
  'one missing',
  'body phrase',
  'pinyin',
  'initials',
  'pinyin mixed up',
  'homophone',
] as const;
export type KnownKind = (typeof KNOWN_KINDS)[number];

export interface KnownItem {
  readonly kind: KnownKind;
  readonly query: string;
  /** Number of the document in the corpus. */
  readonly target: number;
}

const ITEMS = 300;
const PINYIN_ITEMS = 120;

export function knownItems(documents: readonly BenchDocument[], random: Random): KnownItem[] {
  const numbered = shuffled(
    random,
    documents.map((document, target) => ({ document, target })),
  );
  const sounds = soundsOf(documents);
  const chosen = numbered.slice(0, ITEMS).map(({ document, target }) => ({
    target,
    made: {
      title: document.title,
      substring: substring(document.title, random),
      'one missing': oneMissing(document.title, random),
      'body phrase': bodyPhrase(document.body, random),
    },
  }));
  const pureHan = numbered.filter(({ document }) => isPureHan(document)).slice(0, PINYIN_ITEMS);
  const spoken = pureHan.map(({ document, target }) => {
    const syllables = readPinyin(document.title);
    const joint = random() < 0.5 ? ' ' : '';
    return {
      target,
      made: {
        pinyin: syllables.join(joint),
        initials: syllables.map((syllable) => syllable[0]).join(''),
        'pinyin mixed up': mixUp(syllables, random).join(joint),
        homophone: homophone(document.title, sounds, random),
      },
    };
  });
  const made: { target: number; made: Partial<Record<KnownKind, string>> }[] = [...chosen, ...spoken];
  return KNOWN_KINDS.flatMap((kind) =>
    made.flatMap(({ target, made: queries }) => {
      const query = queries[kind] ?? '';
      return query === '' ? [] : [{ kind, query, target }];
    }),
  );
}

function substring(title: string, random: Random): string {
  const length = 3 + randomIndex(random, 3);
  const from = randomIndex(random, Math.max(1, title.length - length + 1));
  return title.slice(from, from + length).trim();
}

/** '' for titles too short to lose a character. */
function oneMissing(title: string, random: Random): string {
  if (title.length < 4) return '';
  const at = randomIndex(random, title.length);
  return title.slice(0, at) + title.slice(at + 1);
}

function bodyPhrase(body: string, random: Random): string {
  const runs = hanRuns(body, 6);
  if (runs.length === 0) return '';
  const run = pick(random, runs);
  const length = Math.min(run.length, 6 + randomIndex(random, 5));
  const from = randomIndex(random, run.length - length + 1);
  return run.slice(from, from + length);
}

/** What southern speech and hasty fingers do not tell apart; both directions. */
const CONFUSED: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^([zcs])(?!h)/, '$1h'],
  [/^n(?=.)/, 'l'],
  [/^l/, 'n'],
  [/([aei])ng$/, '$1n'],
  [/([aei])n$/, '$1ng'],
];

/** One syllable spelled as another ear hears it; none where no syllable has such a pair. */
function mixUp(syllables: readonly string[], random: Random): string[] {
  const candidates = syllables.flatMap((syllable, at) =>
    CONFUSED.flatMap(([pattern, other]) => {
      const changed = syllable.replace(pattern, other);
      return changed === syllable || !isSyllable(changed) ? [] : [{ at, changed }];
    }),
  );
  if (candidates.length === 0) return [];
  const { at, changed } = pick(random, candidates);
  return syllables.map((syllable, i) => (i === at ? changed : syllable));
}

/** Every syllable of Mandarin that the common characters have. */
const SYLLABLES = new Set<string>();

function isSyllable(text: string): boolean {
  if (SYLLABLES.size === 0) {
    for (let unit = 0x4e00; unit <= 0x9fff; unit++)
      for (const reading of readingsOf(String.fromCharCode(unit))) SYLLABLES.add(reading);
  }
  return SYLLABLES.has(text);
}

/** Characters of all titles by their commonest reading. */
function soundsOf(documents: readonly BenchDocument[]): Map<string, string[]> {
  const sounds = new Map<string, string[]>();
  for (const character of new Set(documents.flatMap(({ title }) => [...title]))) {
    const [reading] = readingsOf(character);
    if (reading === undefined) continue;
    const same = sounds.get(reading);
    if (same === undefined) sounds.set(reading, [character]);
    else same.push(character);
  }
  return sounds;
}

/** One character replaced by another of the same sound; '' where no character has one. */
function homophone(title: string, sounds: ReadonlyMap<string, readonly string[]>, random: Random): string {
  const readings = readPinyin(title);
  const candidates = [...title].flatMap((character, at) =>
    (sounds.get(readings[at] ?? '') ?? []).flatMap((other) => (other === character ? [] : [{ at, other }])),
  );
  if (candidates.length === 0) return '';
  const { at, other } = pick(random, candidates);
  return title.slice(0, at) + other + title.slice(at + 1);
}

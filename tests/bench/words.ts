// Words of the corpus to make queries from. Segmented by ICU: only here, to ask for what people take for words; no engine
// is built from these.

import type { BenchDocument } from './bench-engine.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export const HAN_RUN = /[\u4e00-\u9fff]+/g;
const LATIN_WORD = /[A-Za-z]{5,14}/g;
const CODE_TOKEN = /[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)+|[A-Za-z]{0,3}\d{2,6}(?![.\d])/g;

/** Neighbouring words of Han characters, in order, two characters or more each. */
export function hanWords(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike && /^[\u4e00-\u9fff]{2,4}$/.test(segment) ? [segment] : [],
  );
}

export function latinWords(text: string): string[] {
  return text.match(LATIN_WORD) ?? [];
}

/** `404`, `gpu_types.h`, `v5.0`, `E3`. */
export function codeTokens(text: string): string[] {
  return (text.match(CODE_TOKEN) ?? []).filter((token) => token.length <= 20);
}

/** Offsets in `run` where ICU sees a border between two words, both ends left out. */
export function wordBorders(run: string): number[] {
  return [...segmenter.segment(run)].map(({ index }) => index).filter((index) => index > 0);
}

export function hanRuns(text: string, shortest: number): string[] {
  return (text.match(HAN_RUN) ?? []).filter((run) => run.length >= shortest);
}

/** Whether a title is Han characters alone, long enough to mean something by its sound. */
export function isPureHan({ title }: BenchDocument): boolean {
  return /^[\u4e00-\u9fff]{3,20}$/.test(title);
}

// 我的机具: the line of terminals this shop uses. Unset is a state of its own: everything is shown and nothing guessed.

import { LINES, type Line } from '../bundle/article.ts';
import type { Journal } from './journal.ts';
import { recordKind } from './record-kind.ts';
import { choice } from './record-reader.ts';

export type MyLine = Line | 'unset';

export const myLineReader = choice<MyLine>([...LINES, 'unset']);

export const myLineKind = recordKind({
  prefix: 'setting/line',
  version: 1,
  reader: myLineReader,
  nameOf: () => '',
});

export function myLine(journal: Journal): MyLine {
  return myLineKind.parse(journal.get(myLineKind.prefix)) ?? 'unset';
}

/** A choice of the merchant replaces whatever was there, a newer build's too: its word is the newest. */
export function setMyLine(journal: Journal, line: MyLine): Promise<boolean> {
  return journal.put(myLineKind.record(line));
}

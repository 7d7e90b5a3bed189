// 大字版: on or off, for this phone.

import type { Journal } from './journal.ts';
import { recordKind } from './record-kind.ts';
import { flag } from './record-reader.ts';

export const largeTypeKind = recordKind({
  prefix: 'setting/large-type',
  version: 1,
  reader: flag,
  nameOf: () => '',
});

export function largeType(journal: Journal): boolean {
  return largeTypeKind.parse(journal.get(largeTypeKind.prefix)) ?? false;
}

export function setLargeType(journal: Journal, on: boolean): Promise<boolean> {
  return journal.put(largeTypeKind.record(on));
}

// On a fresh machine Vitest knows no durations and starts the longest files by chance last, when the other cores have nothing left
// to do. The walks and faults take minutes, files with a browser take tens of seconds, all others a few.

import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONGEST = ['tests/faults/walks', 'tests/faults/', 'tests/browser/', 'tests/fuzz/', 'tests/hostile/'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((part) => moduleId.includes(part));
      return place < 0 ? LONGEST.length : place;
    };
    return [...(await super.sort(files))].sort((a, b) => rank(a) - rank(b));
  }
}

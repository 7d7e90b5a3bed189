// The part of an address behind #: any text is some screen, that screen has an address, and the address leads back to it.

import fc from 'fast-check';
import { expect } from 'vitest';
import { parseArticleId } from '../../src/bundle/article.ts';
import { addressOf, parseRoute, QUERY_LIMIT } from '../../src/render/route.ts';
import type { FuzzInput, FuzzTarget } from './fuzz-target.ts';
import { HOSTILE_PIECES } from './hostile-text.ts';

const PARTS =
  '# / ? & = %20 %00 %E0%A4%A %2e%2e .. // q= q=e3 ?q=e3 browse=unionpay browse=codes browse=guides triage customer status mine cases ' +
  'case=1 case=../x drill lines print print=dianqian codes/terminal/e3 guides/unknown-code codes/unionpay/51 javascript: __proto__ ' +
  'constructor data-x + ; @ \\ index.html sw.js 余额不足 %F0%9F%92%B3';

const part = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PARTS.split(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_PIECES) },
);

export const hashText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '#', '#/', '#/?', '#/?q='),
    fc.array(part, { maxLength: 8 }),
    fc.oneof({ weight: 15, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(400) }),
  )
  .map(([start, parts, times]) => (start + parts.join('').repeat(times)).slice(0, 20_000));

export const addressTarget: FuzzTarget = {
  name: 'address',
  share: 10,
  inputs: hashText.map((hash: string): FuzzInput => ({ hash })),
  check({ hash = '' }) {
    const route = parseRoute(hash);
    if ('id' in route) expect(parseArticleId(route.id)).toBe(route.id);
    if (route.kind === 'home') expect(route.query.length).toBeLessThanOrEqual(QUERY_LIMIT);
    const address = addressOf(route);
    expect(address).toMatch(/^#\/[!-~]*$/);
    const back = parseRoute(address);
    // Half of a surrogate pair has no address: it comes back as U+FFFD.
    if (back.kind === 'home' && route.kind === 'home')
      expect(back.query).toBe(route.query.replace(/\p{Cs}/gu, '\ufffd'));
    else expect(back).toEqual(route);
  },
};

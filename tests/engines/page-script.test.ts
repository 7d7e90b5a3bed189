// The part of the drivers that needs no browser.

import { expect, test } from 'vitest';
import { resultOf, scriptOf } from './page-script.ts';
import { MARK, withTable } from './results-table.ts';

/** Runs a body as an engine does: in a function without parameters that sees nothing of this file. */
function inPage(body: string): Promise<string> {
  return new Function(`return (async () => { ${body} })()`)() as Promise<string>;
}

const double = (n: number) => Promise.resolve({ doubled: n * 2, text: '"\u2028</script>' });
const fail = () => {
  throw new Error('of the page');
};

test('what a function returns in the page comes back, and what it throws is thrown here', async () => {
  expect(resultOf(await inPage(scriptOf(String(double), 21)))).toEqual({
    doubled: 42,
    text: '"\u2028</script>',
  });
  expect(resultOf(await inPage(scriptOf('() => undefined', undefined)))).toBe(null);
  expect(() => resultOf('{"error":"Error: of the page"}')).toThrow('of the page');
  await expect(inPage(scriptOf(String(fail), undefined)).then(resultOf)).rejects.toThrow('of the page');
});

test('a table keeps the column of an engine that was not run, and loses faults that are gone', () => {
  const survived = { kind: 'survived', outcome: 'v1' } as const;
  const fire = { id: 'f', name: 'Fire', version: '1', rows: { a: survived, gone: survived } };
  const web = {
    id: 'w',
    name: 'Web',
    version: '2',
    rows: { a: { kind: 'failed', message: 'x|y' } },
  } as const;
  const names = ['Fire', 'Web'];
  const first = withTable(`Text.\n\n${MARK}\n`, ['a', 'gone'], names, [fire, web]);
  const second = withTable(first, ['a', 'b|c'], names, [
    { ...web, rows: { a: survived, 'b|c': { kind: 'not-applicable', reason: 'none' } } },
  ]);
  expect(second).toBe(
    [
      'Text.',
      '',
      MARK,
      '',
      '| Fault | Fire 1 | Web 2 |',
      '|---|---|---|',
      '| survived of applicable | 2 of 2 | 1 of 1 |',
      '| a | v1 | v1 |',
      '| b\\|c |  | – none |',
      '',
    ].join('\n'),
  );
  expect(first).toContain('| a | v1 | **failed**: x\\|y |');
});

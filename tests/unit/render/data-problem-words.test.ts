import { expect, test } from 'vitest';
import { memoryJournal } from '../../../src/journal/memory-journal.ts';
import { planImport } from '../../../src/journal/transfer.ts';
import { expectedWords } from '../../../src/render/data-problem-words.ts';

test('says every expectation of an import in Chinese', () => {
  const record = { key: 'favourite/x', v: 1, at: 1, value: {} };
  const files = [
    'no JSON',
    '[]',
    '{"format":"x","version":2,"exportedAt":-1,"records":{},"more":1}',
    fileOf([{ ...record, key: 'unknown/x' }]),
    fileOf([record, record]),
    fileOf([{ ...record, value: { articleId: '..', title: 1, code: 2, at: 'x' } }]),
    fileOf([{ key: 'setting/large-type', v: 1, at: 1, value: 'yes' }]),
    fileOf([{ key: 'setting/line', v: 1, at: 1, value: 'x' }]),
    fileOf([{ key: 'incident/1', v: 1, at: 1, value: { number: '1', bundleId: 'x' } }]),
  ];
  for (const file of files) {
    const plan = planImport(memoryJournal(), file, 1);
    expect(plan.ok, file).toBe(false);
    if (plan.ok) continue;
    for (const { expected } of plan.problem)
      expect(expectedWords(expected), expected).toMatch(/^[^a-z]*(?:true|$|：)/);
  }
});

function fileOf(records: readonly object[]): string {
  return JSON.stringify({ format: 'pos-reference-journal', version: 1, exportedAt: 1, records });
}

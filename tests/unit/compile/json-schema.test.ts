import { describe, expect, test } from 'vitest';
import { codeFrontMatter } from '../../../src/compile/front-matter-schema.ts';
import { frontMatterJsonSchema } from '../../../src/compile/json-schema.ts';

describe('the JSON Schema of front matter', () => {
  const [code = {}, plain = {}] = frontMatterJsonSchema().anyOf as Record<string, unknown>[];

  test('knows the keys of the one schema and no others', () => {
    for (const schema of [code, plain]) {
      expect(Object.keys(schema.properties as object).sort()).toEqual(
        Object.keys(codeFrontMatter.entries).sort(),
      );
      expect(schema.additionalProperties).toBe(false);
    }
  });

  test('requires what the check requires', () => {
    expect(plain.required).toEqual(['title']);
    expect([...(code.required as string[])].sort()).toEqual(
      [
        'title',
        'code',
        'summary',
        'money',
        'moneyReason',
        'retry',
        'customer',
        'agreement',
        'sources',
        'reviewed',
        'expires',
      ].sort(),
    );
  });

  test('offers the vocabularies', () => {
    expect(code.properties).toMatchObject({
      money: { enum: ['charged', 'not-charged', 'uncertain', 'not-applicable'] },
      retry: { enum: ['yes', 'check-first', 'no'] },
      products: { type: 'array', items: { enum: ['dianqian', 'chuantong', 'zhineng'] } },
      reviewed: { type: 'string', format: 'date' },
      code: { anyOf: [{ type: 'string' }, { type: 'array', minItems: 1 }] },
    });
  });

  test('is plain JSON', () => {
    const schema = frontMatterJsonSchema();
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});

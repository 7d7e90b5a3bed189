import { expect, it } from 'vitest';
import { ByteReader } from '../../../src/base/byte-reader.ts';
import { ByteWriter } from '../../../src/base/byte-writer.ts';
import { encodeLexicon, Lexicon } from '../../../src/index/lexicon.ts';
import { inputOf } from './sample-index.ts';

it('gives synonyms, variants and folded readings back', () => {
  const out = new ByteWriter();
  const units = new Set(['余', '鹅', '正'].map((character) => character.charCodeAt(0)));
  encodeLexicon(out, { ...inputOf([]), units, isHeld: (word) => word === '扣钱' });
  const lexicon = new Lexicon(new ByteReader(out.finish()));
  expect(lexicon.synonyms).toEqual([{ words: ['扣钱', '扣款'], held: ['扣钱'] }]);
  expect(lexicon.simplify('餘'.charCodeAt(0))).toBe('余'.charCodeAt(0));
  expect(lexicon.simplify('一'.charCodeAt(0))).toBe('一'.charCodeAt(0));
  const readings = (character: string) =>
    lexicon.sets[(lexicon.readings[character.charCodeAt(0) - 0x4e00] ?? 0) - 1];
  expect(readings('余')).toEqual(['yu']);
  expect(readings('正')).toEqual(['zen']);
  expect(readings('龘')).toBeUndefined();
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeKey, lookAlikes } from '../../../src/analysis/code-forms.ts';

describe('codeKey', () => {
  it.each(['E3', 'e3', 'Ｅ３', 'E-3', 'e 3', 'E_3', 'e.3', 'E:3', '【E3】', '“E3”', '(e3)'])(
    'reads %s as e3',
    (code) => {
      expect(codeKey(code)).toBe('e3');
    },
  );

  it('takes all spellings of a long name for one', () => {
    const spellings = ['AUTHCODEEXPIRE', 'AUTH_CODE_EXPIRE', 'auth.code.expire', 'Auth Code-Expire'];
    expect(new Set(spellings.map((spelling) => codeKey(spelling))).size).toBe(1);
  });

  it('keeps zeros, which count', () => {
    expect(new Set(['5', '05', '005', '50'].map((code) => codeKey(code))).size).toBe(4);
  });
});

describe('lookAlikes', () => {
  it.each([
    ['e3', '3e'],
    ['e03', 'e3'],
    ['e3', 'e03'],
    ['o5', '05'],
    ['s5', '55'],
    ['l1', '11'],
    ['5b', '58'],
    ['e77', '77'],
    ['e77', 'e7'],
    ['5', '05'],
  ])('of %s hold %s', (key, other) => expect(lookAlikes(key)).toContain(other));

  it('are few, not empty, distinct and never the key itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,40}$/), (key) => {
        const keys = lookAlikes(key);
        expect(keys.length).toBeLessThanOrEqual(64);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain(key);
        expect(keys).not.toContain('');
      }),
    );
  });
});

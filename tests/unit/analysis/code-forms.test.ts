import { describe, expect, it } from 'vitest';
import { codeKey } from '../../../src/analysis/code-forms.ts';

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

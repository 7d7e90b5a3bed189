// Codes are compared by their key: folded, letters and digits only. So Ｅ－３, "e 3" and 【E3】 are one code, and
// AUTH_CODE_EXPIRE, auth.code.expire and AUTHCODEEXPIRE are one. Zeros count: 5, 05 and 005 are three codes.

import { foldQuery, type Simplify } from './fold-text.ts';
import { lettersOf } from './letters.ts';

/** The key of a code as it stands on a screen or in a query; '' where nothing of it is a letter or a digit. */
export function codeKey(code: string, simplify?: Simplify): string {
  return lettersOf(foldQuery(code, simplify));
}

// Letters and digits of any script, told without the classes of Unicode where these are not needed. An engine compiles a class such
// as \p{L} anew for every page, which takes a millisecond or two on a desktop and ten on an old phone, several classes in turn and
// all before the first answer. Nearly all that is typed and written here is plain: ASCII, Han characters, and the
// punctuation that no fold changes. The large classes are made for the rest, when it comes.

const NOT_PLAIN = /[^\t\n\x20-\x7e\u3001\u3002\u3008-\u3011\u4e00-\u9fff]/;

/** Whether `[A-Za-z0-9\u4e00-\u9fff]` are all letters and digits of `text`, and NFKC leaves it as it is. */
export function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text);
}

export function hasLetters(text: string): boolean {
  return isPlain(text) ? /[A-Za-z0-9\u4e00-\u9fff]/.test(text) : /[\p{L}\p{N}]/u.test(text);
}

/** Without blanks and punctuation. */
export function lettersOf(text: string): string {
  return isPlain(text)
    ? text.replace(/[^A-Za-z0-9\u4e00-\u9fff]+/g, '')
    : text.replace(/[^\p{L}\p{N}]+/gu, '');
}

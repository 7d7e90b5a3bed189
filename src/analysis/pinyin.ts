// Pinyin as merchants type it: without tones, often wrong in the pairs that southern speech does not tell apart. Readings
// are folded once at build time; typed letters are compared with a folded reading by endsOf, which allows for both
// spellings, so that neither side has to guess where one syllable ends and the next begins.
//
// Folded: zh→z ch→c sh→s, n→l at the start, ng→n at the end, ü→v. So 签 qian = 强 qiang, 女 nü = 旅 lü.

/** The folded form of one syllable without tone; '' for what is not a syllable. */
export function foldSyllable(syllable: string): string {
  const plain = syllable.toLowerCase().replace(/ü|u:/g, 'v');
  if (!/^[a-z]+$/.test(plain)) return '';
  return plain
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=.)/, 'l')
    .replace(/ng$/, 'n');
}

/**
 * Where a character read `syllable` (folded) can end when it begins at `from` in the typed `letters`: a bit set, bit i for
 * position i. A syllable may be cut short after any letter, down to its initial; `whole` leaves only uncut ones.
 * `letters` has at most 30 letters.
 */
export function endsOf(syllable: string, letters: string, from: number, whole: boolean): number {
  let at = from;
  let ends = 0;
  for (let i = 0; i < syllable.length; i++) {
    const wanted = syllable[i];
    const typed = letters[at];
    if (typed !== wanted && !(i === 0 && wanted === 'l' && typed === 'n')) return ends;
    at++;
    const last = i === syllable.length - 1;
    if (!whole || last) ends |= 1 << at;
    const softened = i === 0 && letters[at] === 'h' && (wanted === 'z' || wanted === 'c' || wanted === 's');
    if (softened) at++;
    const nasal = last && wanted === 'n' && letters[at] === 'g';
    if (nasal) at++;
    if ((softened && !whole) || nasal) ends |= 1 << at;
  }
  return ends;
}

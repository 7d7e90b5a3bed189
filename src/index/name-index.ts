// The names of all documents in one folded text. Tier 0 carries no dictionary of its names: the first look-ups read the text from
// end to end, by the native search of the JavaScript engine, so that the first answer waits for nothing to be made; after that
// a table of pairs (name-pairs.ts) answers, if there is one.

/** Places of a word looked at: only single letters stand in more. */
const MAX_PLACES = 4000;

/** Look-ups in the text before a table is made: together they cost about what it costs to make it by code that is new. */
export const MAX_READ = 400;

/** Answers as NameIndex.find does, or false where it cannot. */
export interface PairTable {
  find(term: string, word: boolean, limit: number, found: number[]): boolean;
}

/** Folded lines, the last one not ended. */
interface NamePart {
  readonly text: string;
  readonly lines: number;
}

export class NameIndex {
  /** One line a document, fields between tabs, as DocumentTable has them. */
  readonly text: string;
  /** Where the lines begin, and where one more would. */
  readonly starts: Uint32Array;
  readonly #makePairs: (names: NameIndex) => PairTable | undefined;
  #pairs: PairTable | undefined;
  #read = 0;

  /**
   * Texts of folded lines, and how many lines each must have: one has more or fewer where bytes are damaged. `makePairs` is asked
   * for a table after MAX_READ look-ups, and at each one until it has it.
   */
  constructor(parts: readonly NamePart[], makePairs: (names: NameIndex) => PairTable | undefined) {
    this.#makePairs = makePairs;
    this.starts = new Uint32Array(1 + parts.reduce((sum, { lines }) => sum + lines, 0));
    let all = '';
    let line = 0;
    for (const { text, lines } of parts) {
      // As many ends as there must be lines: then none is missing, and what is too many is cut off.
      const ended = text + '\n'.repeat(lines);
      let end = 0;
      for (const last = line + lines; line < last; ) {
        end = ended.indexOf('\n', end) + 1;
        this.starts[++line] = all.length + end;
      }
      all += ended.slice(0, end);
    }
    this.text = all;
  }

  names(document: number): string {
    return this.text.slice(this.starts[document], (this.starts[document + 1] ?? 1) - 1);
  }

  /** The document of the line that holds `position`. */
  documentAt(position: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low;
  }

  /**
   * Appends the documents whose names hold `term` to `found`, ascending; where `word` is set, it must begin there, and a
   * document that holds a longer word first is appended as its complement (~document). At most `limit`.
   */
  find(term: string, word: boolean, limit: number, found: number[]): void {
    if (++this.#read > MAX_READ) this.#pairs ??= this.#makePairs(this);
    if (this.#pairs?.find(term, word, limit, found) !== true) this.#findInText(term, word, limit, found);
  }

  #findInText(term: string, word: boolean, limit: number, found: number[]): void {
    const { text, starts } = this;
    const last = found.length + limit;
    let at = text.indexOf(term);
    for (let left = MAX_PLACES; at >= 0 && left > 0 && found.length < last; left--) {
      let next = at + 1;
      if (!word || begins(text, at)) {
        const document = this.documentAt(at);
        found.push(word && isSign(text.charCodeAt(at + term.length)) ? ~document : document);
        next = starts[document + 1] ?? next;
      }
      at = text.indexOf(term, next);
    }
  }
}

/** A letter or digit of ASCII: what a word is made of, save for rare scripts, whose words are not told apart. */
export function isSign(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
}

/** Whether a word may begin at `at`: err55 is two. */
export function begins(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return !isSign(before) || (before > 0x39 && text.charCodeAt(at) <= 0x39);
}

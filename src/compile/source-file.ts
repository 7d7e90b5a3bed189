// The text of one content file and the way from an offset to a place that a person can find.
// Offsets are in UTF-16 units of `text`, which has LF line ends and no byte order mark; columns are not moved by that.

import type { ProblemPlace } from './content-problem.ts';

export class SourceFile {
  /** Relative to the content folder, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly #starts: number[] = [0];
  readonly #cursors = new Map<string, number>();

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1))
      this.#starts.push(at + 1);
  }

  /** Offset of the first character of a line, lines from 1; the end of the text past the last. */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** The place of an offset; one past the end is the end. */
  place(offset: number): ProblemPlace {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const start = this.#starts[low] ?? 0;
    const end = this.text.indexOf('\n', start);
    const lineText = this.text.slice(start, end < 0 ? undefined : end);
    return {
      file: this.file,
      line: low + 1,
      column: Math.min(offset - start, lineText.length) + 1,
      lineText,
    };
  }

  /**
   * Where `needle` stands at or after a line, for parts that the Markdown parser does not locate. Asked again for the
   * same needle it goes on to the next one; without any it is the first character of the line.
   */
  placeOf(needle: string, line: number): ProblemPlace {
    const lineStart = this.lineStart(line);
    const from = Math.max(lineStart, this.#cursors.get(needle) ?? 0);
    const limit = this.lineStart(line + 200);
    const found = this.text.slice(from, limit).indexOf(needle);
    if (needle === '' || found < 0)
      return this.place(lineStart + (/^\s*/.exec(this.text.slice(lineStart))?.[0].length ?? 0));
    this.#cursors.set(needle, from + found + 1);
    return this.place(from + found);
  }
}

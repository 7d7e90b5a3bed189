// What is wrong with content/, as data: where, what was expected, what was found, what to do. Problems are collected,
// never thrown, and turned into lines for people in one place, here. `rule` is a stable name: scripts filter by it.

export type Severity = 'error' | 'warning';

export interface ContentProblem {
  /** Relative to the content folder, with `/`. */
  readonly file: string;
  /** From 1. Column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Kebab-case, such as `unknown-key`. */
  readonly rule: string;
  /** Complete in itself: what is wrong, what was expected and found, what to do. */
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly suggestion?: string;
  readonly severity: Severity;
  /** The line of the file, for the printer; '' where there is none. */
  readonly lineText: string;
}

/** The parts of a message. `what` is a clause without a full stop; `suggestion` a sentence without one. */
export interface ProblemParts {
  readonly what: string;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  readonly suggestion?: string | undefined;
}

/** More than this many in one file say nothing new. */
const MOST_PER_FILE = 60;

/** Of one part of a message, in UTF-16 units: parts quote what an author wrote, and that may be a whole file. */
const LONGEST_PART = 300;

/** Longest piece of a source line that is printed, in UTF-16 units. */
const LINE_WINDOW = 100;

export interface ProblemPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly lineText: string;
}

/** Collects problems of all files. */
export class ProblemLog {
  readonly #problems: ContentProblem[] = [];
  readonly #perFile = new Map<string, number>();

  error(place: ProblemPlace, rule: string, parts: ProblemParts): void {
    this.#add(place, rule, parts, 'error');
  }

  warning(place: ProblemPlace, rule: string, parts: ProblemParts): void {
    this.#add(place, rule, parts, 'warning');
  }

  get hasErrors(): boolean {
    return this.#problems.some((problem) => problem.severity === 'error');
  }

  /** By file, line, column, rule. */
  sorted(): ContentProblem[] {
    return [...this.#problems].sort(
      (a, b) =>
        compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule),
    );
  }

  #add(place: ProblemPlace, rule: string, parts: ProblemParts, severity: Severity): void {
    const key = `${severity} ${place.file}`;
    const count = this.#perFile.get(key) ?? 0;
    this.#perFile.set(key, count + 1);
    if (count > MOST_PER_FILE) return;
    if (count === MOST_PER_FILE) {
      const what = `more than ${MOST_PER_FILE} ${severity}s in this file; the others are not shown`;
      this.#problems.push({ ...place, rule: 'too-many-problems', message: `${what}.`, severity });
      return;
    }
    const { expected, found, suggestion } = parts;
    this.#problems.push({
      ...place,
      rule,
      severity,
      message: sentence(parts),
      ...(expected === undefined ? {} : { expected }),
      ...(found === undefined ? {} : { found }),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
}

function sentence({ what, expected, found, suggestion }: ProblemParts): string {
  const sides = [
    ...(expected === undefined ? [] : [`expected ${cut(expected, LONGEST_PART)}`]),
    ...(found === undefined ? [] : [`found ${shorten(found)}`]),
  ];
  const clause = cut(what, LONGEST_PART);
  const first = sides.length === 0 ? clause : `${clause}: ${sides.join(', ')}`;
  if (suggestion === undefined) return `${first}.`;
  const mark = suggestion.startsWith('Did you mean') ? '?' : '.';
  return `${first}. ${cut(suggestion, LONGEST_PART)}${mark}`;
}

/** One line and at most 80 characters of something that an author wrote. */
export function shorten(text: string): string {
  return cut(text.replace(/\s+/g, ' '), 80);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** What `npm run check -- --json` prints of each problem. */
export function problemJson({ file, line, column, rule, message }: ContentProblem): object {
  return { file, line, column, rule, message };
}

/** `file:line:column`, the sentence, the source line with a caret under the place. */
export function printProblem(problem: ContentProblem): string {
  const { file, line, column, severity, rule, message, lineText } = problem;
  const head = `${file}:${line}:${column} ${severity} ${rule}\n  ${message}`;
  if (lineText.trim() === '') return head;
  const from = Math.max(0, Math.min(column - 1 - LINE_WINDOW / 2, lineText.length - LINE_WINDOW));
  const piece = lineText.slice(from, from + LINE_WINDOW).replaceAll('\t', ' ');
  const before = piece.slice(0, column - 1 - from);
  const gutter = String(line);
  return `${head}\n  ${gutter} | ${piece}\n  ${' '.repeat(gutter.length)} | ${' '.repeat(widthOf(before))}^`;
}

/** Columns of a terminal: Han and full-width characters take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

/** By UTF-16 code units, the order of ids everywhere: never by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// A code as large as it deserves, never broken across lines; long names of interfaces shrink to fit.

/** In columns: the longest code that leaves room for a title beside it. */
export const SHORT_WIDTH = 5;

interface CodeTextProps {
  readonly code: string;
  readonly size?: 'row' | 'card' | 'page';
}

export function CodeText({ code, size = 'row' }: CodeTextProps) {
  const width = displayWidth(code);
  const length = width > 12 ? 'long' : width > SHORT_WIDTH ? 'medium' : 'short';
  return <span class={`code code-${size} ${length}`}>{code}</span>;
}

/** In columns of a monospaced face: a Han character takes two. */
export function displayWidth(code: string): number {
  return [...code].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}

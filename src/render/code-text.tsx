// A code as large as it deserves, never broken across lines; long names of interfaces shrink to fit.

interface CodeTextProps {
  readonly code: string;
  readonly size?: 'row' | 'card' | 'page';
}

export function CodeText({ code, size = 'row' }: CodeTextProps) {
  const length = code.length > 12 ? 'long' : code.length > 5 ? 'medium' : 'short';
  return <span class={`code code-${size} ${length}`}>{code}</span>;
}

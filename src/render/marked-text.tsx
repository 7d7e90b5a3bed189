// Text with the ranges that matched a query set in <mark>. Strings are split, never assembled into HTML.

import type { ComponentChildren } from 'preact';
import type { Range } from '../load/library.ts';

interface MarkedTextProps {
  readonly text: string;
  /** Ascending and apart. */
  readonly ranges: readonly Range[];
}

export function MarkedText({ text, ranges }: MarkedTextProps) {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const range of ranges) {
    if (range.start > end) parts.push(text.slice(end, range.start));
    parts.push(<mark>{text.slice(range.start, range.end)}</mark>);
    end = range.end;
  }
  parts.push(text.slice(end));
  return <>{parts}</>;
}

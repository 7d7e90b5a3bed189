// markdown-it gives a flat list of opening and closing tokens; triage and steps are easier to see in a tree.

import type { Token } from './markdown-parser.ts';

export interface MarkdownNode {
  /** Without `_open`: `paragraph`, `list_item`, `inline`, … */
  readonly type: string;
  readonly token: Token;
  readonly children: readonly MarkdownNode[];
  /** From 1, in the file; of the node around it where the parser gives none. */
  readonly line: number;
  /** Blocks around it. */
  readonly depth: number;
}

/** `firstLine` is the line of the file on which the parsed text begins, from 1. */
export function markdownTree(tokens: readonly Token[], firstLine: number): readonly MarkdownNode[] {
  const roots: MarkdownNode[] = [];
  const open: { node: MarkdownNode; children: MarkdownNode[] }[] = [];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    const children: MarkdownNode[] = [];
    const line = token.map === null ? (parent?.node.line ?? firstLine) : firstLine + token.map[0];
    const node = { type: token.type.replace(/_open$/, ''), token, children, line, depth: open.length };
    (parent?.children ?? roots).push(node);
    if (token.nesting > 0) open.push({ node, children });
  }
  return roots;
}

// Blocks of the body: the tree of Markdown → the nodes of an article.

import type { Block, Line, TableCell } from '../bundle/article.ts';
import { inlineText } from '../bundle/article-text.ts';
import { type BodyContext, inlineNodes } from './inline-nodes.ts';
import type { MarkdownNode } from './markdown-tree.ts';
import { didYouMean } from './nearest-name.ts';

/** What stands behind `:::`, and the line it stands for. */
const DEVICE_NAMES: ReadonlyMap<string, Line> = new Map([
  ['电签', 'dianqian'],
  ['传统', 'chuantong'],
  ['智能', 'zhineng'],
] satisfies [string, Line][]);

/** Lists, quotes and device blocks within each other; a list and its item count one each. */
const MAX_DEPTH = 16;

/** Compiles the blocks of one article; its slugs are unique within it. */
export class BlockReader {
  readonly context: BodyContext;
  /** Slug → the number that an equal one was given last. */
  readonly #slugs = new Map<string, number>();

  constructor(context: BodyContext) {
    this.context = context;
  }

  blocks(nodes: readonly MarkdownNode[]): Block[] {
    const deep = nodes.find((node) => node.depth > MAX_DEPTH);
    if (deep !== undefined) {
      const what = 'lists and quotes are nested too deep';
      const place = this.context.source.placeOf('', deep.line);
      this.context.log.error(place, 'nested-too-deep', {
        what,
        expected: `at most ${MAX_DEPTH / 2} lists in each other`,
      });
      return [];
    }
    return nodes.flatMap((node) => this.#block(node));
  }

  items(list: MarkdownNode): Block[][] {
    return list.children.map((item) => this.blocks(item.children));
  }

  inline(node: MarkdownNode) {
    const inner = node.children.find((child) => child.type === 'inline');
    return inlineNodes(inner?.token.children ?? [], inner?.line ?? node.line, this.context);
  }

  #block(node: MarkdownNode): Block[] {
    switch (node.type) {
      case 'heading':
        return this.#heading(node);
      case 'paragraph': {
        const content = this.inline(node);
        return content.length === 0 ? [] : [{ kind: 'paragraph', content }];
      }
      case 'bullet_list':
      case 'ordered_list':
        return [{ kind: 'list', ordered: node.type === 'ordered_list', items: this.items(node) }];
      case 'blockquote':
        return [{ kind: 'quote', content: this.blocks(node.children) }];
      case 'fence':
      case 'code_block':
        return [{ kind: 'code', text: node.token.content.replace(/\n$/, '') }];
      case 'table':
        return [this.#table(node)];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'device':
        return this.#device(node);
      default:
        throw new Error(`the Markdown parser gave a block of unknown type ${node.type}`);
    }
  }

  #heading(node: MarkdownNode): Block[] {
    const text = inlineText(this.inline(node)).replaceAll('\n', ' ').trim();
    const depth = Number(node.token.tag.slice(1));
    const level = depth <= 2 ? 2 : depth === 3 ? 3 : 4;
    return text === '' ? [] : [{ kind: 'heading', level, text, slug: this.#slug(text) }];
  }

  /** `s-`, so that no heading can take the name of a global (DOM clobbering); `-2`, `-3` for equal headings. */
  #slug(text: string): string {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const base = `s-${[...words.join('-')].slice(0, 40).join('')}`;
    let slug = base;
    let count = this.#slugs.get(base) ?? 0;
    while (this.#slugs.has(slug)) slug = `${base}-${++count + 1}`;
    this.#slugs.set(base, count);
    this.#slugs.set(slug, this.#slugs.get(slug) ?? 0);
    return slug;
  }

  #table(node: MarkdownNode): Block {
    const rows = node.children.flatMap((part) => part.children).map((row) => this.#row(row));
    return { kind: 'table', head: rows[0] ?? [], rows: rows.slice(1) };
  }

  #row(row: MarkdownNode): TableCell[] {
    return row.children.map((cell) => this.inline(cell));
  }

  #device(node: MarkdownNode): Block[] {
    const name = node.token.info;
    const line = DEVICE_NAMES.get(name);
    const content = this.blocks(node.children);
    if (line !== undefined) return [{ kind: 'device', line, content }];
    const names = [...DEVICE_NAMES.keys()];
    const byLine = [...DEVICE_NAMES].find(([, id]) => id === name)?.[0] ?? didYouMean(name, names);
    const suggestion = byLine === undefined || byLine.startsWith('Did') ? byLine : `Write ::: ${byLine}`;
    const what = 'the name of this device block is not known';
    const place = this.context.source.placeOf(':::', node.line);
    this.context.log.error(place, 'device-unknown', {
      what,
      expected: names.join(', '),
      found: name,
      suggestion,
    });
    return content;
  }
}

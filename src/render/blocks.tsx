// The nodes of an article → screen. One component for blocks and one for inline nodes; a new node kind is a compile error.

import { unreachable } from '../base/result.ts';
import type { Block, Inline, TableCell } from '../bundle/article.ts';
import type { MyLine } from '../journal/my-line.ts';
import { articleAddress } from './route.ts';
import { LINE_WORDS } from './words.ts';

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** Device blocks of other lines are left out; all are shown where the line is unset. */
  readonly line: MyLine;
}

export function Blocks({ blocks, line }: BlocksProps) {
  return (
    <>
      {blocks.map((block, i) => (
        <BlockView key={i} block={block} line={line} />
      ))}
    </>
  );
}

function BlockView({ block, line }: { block: Block; line: MyLine }) {
  switch (block.kind) {
    case 'heading': {
      const Tag = block.level === 2 ? 'h2' : block.level === 3 ? 'h3' : 'h4';
      return <Tag id={block.slug}>{block.text}</Tag>;
    }
    case 'paragraph':
      return (
        <p>
          <InlineView content={block.content} />
        </p>
      );
    case 'list':
    case 'steps': {
      const Tag = block.kind === 'steps' || block.ordered ? 'ol' : 'ul';
      return (
        <Tag>
          {block.items.map((item, i) => (
            <li key={i}>
              <Blocks blocks={item} line={line} />
            </li>
          ))}
        </Tag>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.content} line={line} />
        </blockquote>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div class="table" tabIndex={0} role="region" aria-label="表格，可左右滑动">
          <table>
            <thead>
              <tr>{cells(block.head, 'th')}</tr>
            </thead>
            <tbody>
              {block.rows.map((row, i) => (
                <tr key={i}>{cells(row, 'td')}</tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'rule':
      return <hr />;
    case 'device':
      if (line !== 'unset' && line !== block.line) return null;
      return (
        <section class="device" data-line={block.line}>
          <b class="tag">{LINE_WORDS[block.line]} POS</b>
          <Blocks blocks={block.content} line={line} />
        </section>
      );
    default:
      return unreachable(block);
  }
}

function cells(row: readonly TableCell[], Tag: 'th' | 'td') {
  return row.map((cell, i) => (
    <Tag key={i}>
      <InlineView content={cell} />
    </Tag>
  ));
}

export function InlineView({ content }: { content: readonly Inline[] }) {
  return (
    <>
      {content.map((node, i) => (
        <InlineNode key={i} node={node} />
      ))}
    </>
  );
}

function InlineNode({ node }: { node: Inline }) {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>;
    case 'strong':
      return (
        <strong>
          <InlineView content={node.content} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <InlineView content={node.content} />
        </em>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'break':
      return <br />;
    case 'article-link':
      return (
        <a href={articleAddress(node.id)}>
          <InlineView content={node.content} />
        </a>
      );
    case 'external-link':
      return (
        <a href={node.href} rel="noopener noreferrer" target="_blank">
          <InlineView content={node.content} />({new URL(node.href).host})
        </a>
      );
    case 'phone-link':
      return (
        <a href={`tel:${node.number}`}>
          <InlineView content={node.content} />
        </a>
      );
    default:
      return unreachable(node);
  }
}

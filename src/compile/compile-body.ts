// The body of one article: Markdown → blocks, with the steps under 现在怎么做 and the triage under 排查 taken out of it.

import type { ArticleId, Block, Triage } from '../bundle/article.ts';
import { BlockReader } from './block-nodes.ts';
import { compileTriage } from './compile-triage.ts';
import type { ProblemLog } from './content-problem.ts';
import type { ArticleDraft } from './front-matter.ts';
import type { BodyContext } from './inline-nodes.ts';
import type { LinkPolicy } from './link-policy.ts';
import { type DeviceFault, parseMarkdown } from './markdown-parser.ts';
import { type MarkdownNode, markdownTree } from './markdown-tree.ts';

export const STEPS_HEADING = '现在怎么做';
export const TRIAGE_HEADING = '排查';

const OWN_FOLDERS = new Set(['codes', 'products', 'guides']);

/** Whether an article was written for this project; any other folder may hold plain Markdown from elsewhere. */
export function isOwnFolder(id: ArticleId): boolean {
  return OWN_FOLDERS.has(id.split('/')[0] ?? '');
}

export interface CompiledBody {
  readonly body: readonly Block[];
  readonly triage: Triage | null;
}

export function compileBody(
  draft: ArticleDraft,
  titles: ReadonlyMap<string, string>,
  policy: LinkPolicy,
  log: ProblemLog,
): CompiledBody {
  const { id, source, bodyStart } = draft;
  const strict = isOwnFolder(id);
  const context: BodyContext = { id, source, titles, policy, log, strict };
  const firstLine = source.place(bodyStart).line;
  const { tokens, deviceFaults } = parseMarkdown(source.text.slice(bodyStart));
  for (const fault of deviceFaults) reportDevice(fault, firstLine, context);
  const reader = new BlockReader(context);
  const body: Block[] = [];
  let triage: Triage | null = null;
  for (const section of sectionsOf(markdownTree(tokens, firstLine), draft.head.title)) {
    if (section.heading !== undefined && section.name === TRIAGE_HEADING && isTriage(section.nodes, draft)) {
      if (triage !== null) {
        const what = `there are two sections ${TRIAGE_HEADING}`;
        log.error(source.placeOf('', section.heading.line), 'triage-twice', {
          what,
          suggestion: 'Make them one',
        });
      }
      const result = compileTriage(section.heading, section.nodes, reader);
      triage = result.triage;
      if (result.others.length > 0) body.push(...reader.blocks([section.heading, ...result.others]));
      continue;
    }
    const blocks = reader.blocks(
      section.heading === undefined ? section.nodes : [section.heading, ...section.nodes],
    );
    body.push(...(section.name === STEPS_HEADING ? withSteps(blocks) : blocks));
  }
  return { body, triage };
}

interface Section {
  readonly heading: MarkdownNode | undefined;
  /** The text of the heading; '' before the first. */
  readonly name: string;
  readonly nodes: MarkdownNode[];
}

/** Cut at headings of level 1 and 2. A first heading that only repeats the title is dropped. */
function sectionsOf(nodes: readonly MarkdownNode[], title: string): Section[] {
  const sections: Section[] = [{ heading: undefined, name: '', nodes: [] }];
  for (const [i, node] of nodes.entries()) {
    const isCut = node.type === 'heading' && (node.token.tag === 'h1' || node.token.tag === 'h2');
    const name = isCut ? (node.children[0]?.token.content ?? '').trim() : '';
    if (i === 0 && node.token.tag === 'h1' && name === title) continue;
    if (isCut) sections.push({ heading: node, name, nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  }
  return sections;
}

/** For a code always; elsewhere only where an arrow shows that it is meant, so that any plain Markdown compiles. */
function isTriage(nodes: readonly MarkdownNode[], draft: ArticleDraft): boolean {
  if (draft.kind === 'code') return true;
  const hasArrow = (node: MarkdownNode): boolean =>
    (node.type === 'inline' && /→|->/.test(node.token.content)) || node.children.some(hasArrow);
  return nodes.some((list) => list.type === 'ordered_list' && hasArrow(list));
}

/** The first ordered list becomes the steps; what stands before or after it stays what it is. */
function withSteps(blocks: readonly Block[]): Block[] {
  const at = blocks.findIndex((block) => block.kind === 'list' && block.ordered);
  return blocks.map((block, i) =>
    i === at && block.kind === 'list' ? { kind: 'steps', items: block.items } : block,
  );
}

const DEVICE_FAULTS: Record<DeviceFault['kind'], { what: string; suggestion: string }> = {
  unclosed: {
    what: 'this device block is not closed',
    suggestion: 'Put ::: on a line of its own after its last line',
  },
  nested: { what: 'a device block stands within another', suggestion: 'Close the first one before it' },
  stray: { what: 'this ::: closes no device block', suggestion: 'Remove it, or name the line: ::: 电签' },
  wide: {
    what: 'full-width colons make no device block',
    suggestion: 'Write ::: with the colons of a Latin keyboard',
  },
};

function reportDevice(fault: DeviceFault, firstLine: number, { source, log }: BodyContext): void {
  log.error(source.placeOf('', firstLine + fault.line), `device-${fault.kind}`, DEVICE_FAULTS[fault.kind]);
}

// CommonMark with tables, read by markdown-it, plus three rules of our own: device blocks, article links, and HTML that
// is recognised in order to be refused. Options that guess (linkify, typographer) are off, and links are judged by
// link-policy.ts instead of by markdown-it.
//
// The rule the compiler cannot check: markdown-it drops what lies deeper than its `maxNesting` without a word, so
// MAX_NESTING here must stay above the depth at which block-nodes.ts reports.

import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

const MAX_NESTING = 60;

/** A device block that is not what it should be. `line` from 0, in the parsed text. */
export interface DeviceFault {
  readonly line: number;
  readonly kind: 'nested' | 'unclosed' | 'stray' | 'wide';
}

export interface ParsedMarkdown {
  readonly tokens: readonly Token[];
  readonly deviceFaults: readonly DeviceFault[];
}

export type { Token };

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: MAX_NESTING })
  .use(cjkFriendly)
  .disable(['strikethrough']);
parser.validateLink = () => true;
parser.normalizeLink = (href) => href;
parser.block.ruler.before('fence', 'device', deviceRule, {
  alt: ['paragraph', 'reference', 'blockquote', 'list'],
});
parser.inline.ruler.before('link', 'article_link', articleLinkRule);
parser.inline.ruler.before('html_inline', 'raw_html', rawHtmlRule);

export function parseMarkdown(text: string): ParsedMarkdown {
  const deviceFaults: DeviceFault[] = [];
  const tokens = parser.parse(text, { deviceFaults, deviceDepth: 0 });
  return { tokens, deviceFaults };
}

/** `::: name` … `:::`, each on a line of its own. The name is judged later. */
function deviceRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const marker = markerAt(state, startLine);
  const wide = startsWith(state, startLine, '：：');
  if (marker === undefined && !wide) return false;
  if (silent) return true;
  const faults = state.env.deviceFaults as DeviceFault[];
  if (marker === undefined) {
    faults.push({ line: startLine, kind: 'wide' });
    state.line = startLine + 1;
    return true;
  }
  const depth = Number(state.env.deviceDepth);
  if (marker === '') {
    faults.push({ line: startLine, kind: 'stray' });
    state.line = startLine + 1;
    return true;
  }
  if (depth > 0) faults.push({ line: startLine, kind: 'nested' });
  const closing = closingLine(state, startLine, endLine);
  if (closing === undefined) faults.push({ line: startLine, kind: 'unclosed' });

  const { lineMax, parentType } = state;
  const last = closing ?? endLine;
  const open = state.push('device_open', 'div', 1);
  open.info = marker;
  open.map = [startLine, last];
  state.parentType = 'device';
  state.lineMax = last;
  state.env.deviceDepth = depth + 1;
  state.md.block.tokenize(state, startLine + 1, last);
  state.env.deviceDepth = depth;
  state.lineMax = lineMax;
  state.parentType = parentType;
  state.push('device_close', 'div', -1);
  state.line = Math.min(last + 1, endLine);
  return true;
}

/** The line that closes a block, blocks within it skipped; undefined where there is none. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number | undefined {
  let open = 1;
  for (let line = startLine + 1; line < endLine; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    const marker = markerAt(state, line);
    if (marker === undefined) continue;
    open += marker === '' ? -1 : 1;
    if (open === 0) return line;
  }
  return undefined;
}

/** What stands after `:::`: a name, '' for a closing line, undefined where the line is another. */
function markerAt(state: StateBlock, line: number): string | undefined {
  if (!startsWith(state, line, ':::')) return undefined;
  return state.src.slice(beginningOf(state, line) + 3, state.eMarks[line]).trim();
}

/** Not of code, which is indented by four. */
function startsWith(state: StateBlock, line: number, mark: string): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  return state.src.startsWith(mark, beginningOf(state, line));
}

function beginningOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

const ARTICLE_LINK = /\[\[([^[\]|\n]{1,200})(?:\|([^[\]|\n]{1,200}))?\]\]/y;

/** `[[id]]` and `[[id|text]]`. Two brackets around figures and signs only, such as `[[1, 2]]`, are plain text. */
function articleLinkRule(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || !state.src.startsWith('[[', state.pos)) return false;
  ARTICLE_LINK.lastIndex = state.pos;
  const match = ARTICLE_LINK.exec(state.src);
  if (match === null || !/\p{L}/u.test(match[1] ?? '')) return false;
  if (!silent) {
    const token = state.push('article_link', '', 0);
    token.content = match[0];
    token.meta = { id: (match[1] ?? '').trim(), text: (match[2] ?? '').trim() };
  }
  state.pos += match[0].length;
  return true;
}

const ELEMENTS = new Set(
  `a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame
  frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee
  math menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script
  search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot
  th thead time title tr track tt u ul var video wbr`.split(/\s+/),
);

const RAW_HTML = /<(?:\/?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]{0,500}>|!--|!\[CDATA\[|!DOCTYPE\b)/iy;

/** HTML elements and comments; `List<String>` and `a < b` are plain text. */
function rawHtmlRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  RAW_HTML.lastIndex = state.pos;
  const match = RAW_HTML.exec(state.src);
  if (match === null || (match[1] !== undefined && !ELEMENTS.has(match[1].toLowerCase()))) return false;
  if (!silent) state.push('raw_html', '', 0).content = match[0];
  state.pos += match[0].length;
  return true;
}

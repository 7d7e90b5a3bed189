// Text within a paragraph: markdown-it's tokens → the nodes of an article. Every link is resolved or refused here.

import { type ArticleId, type Inline, parseArticleId } from '../bundle/article.ts';
import { inlineText } from '../bundle/article-text.ts';
import type { ProblemLog, ProblemPlace } from './content-problem.ts';
import { type LinkPolicy, misleads, parseTarget } from './link-policy.ts';
import type { Token } from './markdown-parser.ts';
import { didYouMean } from './nearest-name.ts';
import type { SourceFile } from './source-file.ts';
import { seenText } from './unseen-characters.ts';

/** What the body of one article is compiled with. */
export interface BodyContext {
  readonly id: ArticleId;
  readonly source: SourceFile;
  readonly titles: ReadonlyMap<string, string>;
  readonly policy: LinkPolicy;
  readonly log: ProblemLog;
  /** False in folders of plain Markdown from elsewhere: what is merely not shown as meant is a warning there. */
  readonly strict: boolean;
}

/** Emphasis within emphasis, or within links. */
const MAX_DEPTH = 12;

/** `line` is where the paragraph begins, from 1. */
export function inlineNodes(tokens: readonly Token[], line: number, context: BodyContext): Inline[] {
  return new InlineReader(tokens, line, context).read(0);
}

class InlineReader {
  #at = 0;
  #lastCharacter = '';
  readonly #tokens: readonly Token[];
  readonly #line: number;
  readonly #context: BodyContext;

  constructor(tokens: readonly Token[], line: number, context: BodyContext) {
    this.#tokens = tokens;
    this.#line = line;
    this.#context = context;
  }

  /** Up to the token that closes what the caller opened. */
  read(depth: number): Inline[] {
    const nodes: Inline[] = [];
    for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[this.#at]) {
      this.#at++;
      if (token.nesting < 0) break;
      const shown = token.type === 'article_link' ? this.#linkText(token) : token.content;
      if (token.nesting > 0) this.#container(token, nodes, depth);
      else this.#leaf(token, nodes);
      this.#lastCharacter = shown.at(-1) ?? this.#lastCharacter;
    }
    return nodes;
  }

  #container(token: Token, nodes: Inline[], depth: number): void {
    if (depth >= MAX_DEPTH) {
      this.#error('', 'nested-too-deep', `emphasis and links are nested more than ${MAX_DEPTH} deep`);
      this.#skip();
      return;
    }
    const content = this.read(depth + 1);
    if (token.type === 'strong_open') nodes.push({ kind: 'strong', content });
    else if (token.type === 'em_open') nodes.push({ kind: 'emphasis', content });
    else if (token.type === 'link_open')
      append(nodes, ...this.#link(String(token.attrGet('href') ?? ''), content));
    else append(nodes, ...content);
  }

  /** To the token that closes what is open. Not by recursion: thousands may be open, and the stack would not hold them. */
  #skip(): void {
    for (let open = 1; open > 0 && this.#at < this.#tokens.length; this.#at++) {
      open += this.#tokens[this.#at]?.nesting ?? 0;
    }
  }

  #leaf(token: Token, nodes: Inline[]): void {
    switch (token.type) {
      case 'softbreak':
        if (this.#breaksBetweenWords()) append(nodes, { kind: 'text', text: ' ' });
        return;
      case 'hardbreak':
        nodes.push({ kind: 'break' });
        return;
      case 'code_inline':
        nodes.push({ kind: 'code', text: token.content });
        return;
      case 'article_link':
        append(nodes, ...this.#articleLink(token));
        return;
      case 'image':
        this.#doubt('![', 'image', 'images are not used here', 'Say in words what it would show');
        append(nodes, { kind: 'text', text: token.content });
        return;
      case 'raw_html':
        this.#doubt(
          token.content,
          'raw-html',
          `HTML is not used here and would show as text: ${token.content}`,
          'Use Markdown',
        );
        append(nodes, { kind: 'text', text: token.content });
        return;
      default:
        if (/\[\[[a-z0-9-]+\//.test(token.content)) {
          this.#error(
            '[[',
            'link-not-closed',
            'a link to an article is not closed',
            'Write [[id]] or [[id|text]], and \\| in a table',
          );
        }
        append(nodes, { kind: 'text', text: seenText(token.content) });
    }
  }

  /** A line break within a paragraph is a space between Latin words and nothing beside Chinese. */
  #breaksBetweenWords(): boolean {
    const following = this.#tokens.slice(this.#at, this.#at + 3).find((token) => token.content !== '');
    const next = following?.type === 'article_link' ? this.#linkText(following)[0] : following?.content[0];
    return !CHINESE.test(this.#lastCharacter) && !CHINESE.test(next ?? '');
  }

  /** What is shown of a link to an article: its words, else the title, else what was written. */
  #linkText(token: Token): string {
    const { id = '', text = '' } = token.meta as { id?: string; text?: string };
    return text || (this.#context.titles.get(id) ?? id);
  }

  #articleLink(token: Token): Inline[] {
    const { id: written = '' } = token.meta as { id?: string };
    const { titles, id: own } = this.#context;
    const text = this.#linkText(token);
    const id = parseArticleId(written);
    if (id === undefined || !titles.has(id)) {
      this.#dangling(token.content, written);
      return [{ kind: 'text', text }];
    }
    if (id === own) {
      const place = this.#place(token.content);
      this.#context.log.warning(place, 'link-to-itself', {
        what: 'the article links to itself',
        suggestion: 'Remove the link',
      });
    }
    return [{ kind: 'article-link', id, content: [{ kind: 'text', text }] }];
  }

  #dangling(source: string, written: string): void {
    const { titles } = this.#context;
    const titled = [...titles].find(([, title]) => title === written)?.[0];
    const suggestion = titled === undefined ? didYouMean(written, titles.keys()) : `Write [[${titled}]]`;
    const expected = 'the path of an article below the content folder, without .md';
    const what = `there is no article ${written}: expected ${expected}`;
    // Double brackets mean other things in other texts; a path or a near miss does not.
    if (written.includes('/') || suggestion !== undefined)
      this.#error(source, 'dangling-link', what, suggestion);
    else this.#doubt(source, 'dangling-link', what, suggestion);
  }

  #link(href: string, content: Inline[]): Inline[] {
    const target = parseTarget(href, this.#context.policy);
    if (target.kind === 'refused') {
      const id = /^(?:\.{0,2}\/)*([a-z0-9._/-]+?)(?:\.md)?(?:#.*)?$/.exec(href)?.[1];
      const known = id !== undefined && this.#context.titles.has(id);
      const suggestion = known
        ? `Write [[${id}|${inlineText(content)}]]`
        : 'Remove the link, or write [[id]] for an article';
      const what = `this link is not allowed: expected ${target.expected}, found ${href === '' ? 'nothing' : JSON.stringify(href)}`;
      const stays = /^(?:#|\.{0,2}\/(?!\/)|[\w.-]+(?:[/#?]|$))/.test(href);
      if (stays) this.#doubt(href, 'link-refused', what, suggestion);
      else this.#error(href === '' ? '](' : href, 'link-refused', what, suggestion);
      return content;
    }
    if (misleads(inlineText(content), target)) {
      const own = target.kind === 'external' ? target.host : target.number;
      this.#error(
        href,
        'link-misleads',
        `the words of this link name another target than its own, ${own}`,
        'Make them agree',
      );
    }
    if (target.kind === 'phone') return [{ kind: 'phone-link', number: target.number, content }];
    return [{ kind: 'external-link', href: target.href, content }];
  }

  #error(needle: string, rule: string, what: string, suggestion?: string): void {
    this.#context.log.error(this.#place(needle), rule, { what, suggestion });
  }

  /** An error where the text was written for this project, a warning where it only came along. */
  #doubt(needle: string, rule: string, what: string, suggestion?: string): void {
    if (this.#context.strict) this.#error(needle, rule, what, suggestion);
    else this.#context.log.warning(this.#place(needle), rule, { what, suggestion });
  }

  #place(needle: string): ProblemPlace {
    return this.#context.source.placeOf(needle, this.#line);
  }
}

/** Han, kana, CJK punctuation and full-width forms. */
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—]/u;

/** Adjacent pieces of text become one node. */
function append(nodes: Inline[], ...added: readonly Inline[]): void {
  for (const node of added) {
    const last = nodes.at(-1);
    if (node.kind === 'text' && node.text === '') continue;
    if (node.kind === 'text' && last?.kind === 'text') {
      nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
    } else nodes.push(node);
  }
}

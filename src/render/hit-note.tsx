// Under a hit that was found by its text: the name that it was found by, which is seldom its title, or the words that matched.
// With `?explain` in the address: why it stands there.

import { useMemo } from 'preact/hooks';
import { parseArticleId } from '../bundle/article.ts';
import { excerptOf, explainHits, otherName } from '../load/hit-details.ts';
import { useLibrary } from './app-context.ts';
import { MarkedText } from './marked-text.tsx';
import type { HitNoteProps } from './second-script.ts';

/** About two lines of a row on a narrow phone, in UTF-16 units. */
const EXCERPT_LENGTH = 32;

export function HitNote({ hit, result }: HitNoteProps) {
  const library = useLibrary();
  const id = parseArticleId(hit.document.id);
  const article = id === undefined ? undefined : library?.openedArticle(id);
  const isMarked = hit.titleRanges.length > 0;
  const isOpened = result.sure && hit === result.hits[0];
  const found = useMemo(() => {
    if (library === undefined || article === undefined || hit.match !== 'text') return undefined;
    const name = otherName(library, article, result.heard);
    if (name !== undefined) return { before: '按“', ...name, after: '”找到' };
    if (isMarked || isOpened) return undefined;
    const text = excerptOf(library, article, result.heard, EXCERPT_LENGTH);
    return text && { before: '…', ...text, after: '…' };
  }, [library, article, hit.match, isMarked, isOpened, result.heard]);
  return (
    <>
      {found !== undefined && (
        <span class="excerpt">
          {found.before}
          <MarkedText text={found.text.replaceAll('\n', ' ')} ranges={found.ranges} />
          {found.after}
        </span>
      )}
      {isExplaining() && <Why hit={hit} result={result} />}
    </>
  );
}

function isExplaining(): boolean {
  return new URLSearchParams(window.location.search).has('explain');
}

function Why({ hit, result }: HitNoteProps) {
  const library = useLibrary();
  const options = { line: '', limit: Math.max(1, result.hits.length) };
  const why = library && explainHits(library, result.query, options).find(({ id }) => id === hit.document.id);
  return why === undefined ? null : <code class="why">{JSON.stringify(why)}</code>;
}

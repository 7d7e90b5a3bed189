// Articles as the journal names them: also those that the present content has no more.

import type { ArticleMark } from '../journal/article-mark.ts';
import { CodeText } from './code-text.tsx';
import { ICONS, Icon } from './icons.tsx';
import { articleAddress } from './route.ts';

export function MarkRows({ title, marks }: { title: string; marks: readonly ArticleMark[] }) {
  if (marks.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="rows" aria-label={title}>
        {marks.map((mark) => (
          <li key={mark.articleId}>
            <a class="row" href={articleAddress(mark.articleId)}>
              {mark.code !== '' && <CodeText code={mark.code} />}
              <span class="grow">{mark.title}</span>
              <Icon path={ICONS.next} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

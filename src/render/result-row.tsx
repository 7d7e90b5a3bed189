// A document as a row: code, title, what it means for the money, and who says it.

import type { ComponentChildren } from 'preact';
import type { DocumentSummary, Range } from '../load/library.ts';
import { CodeText, displayWidth, SHORT_WIDTH } from './code-text.tsx';
import { MarkedText } from './marked-text.tsx';
import { articleAddress } from './route.ts';
import { MoneyMark } from './verdicts.tsx';
import { channelWords } from './words.ts';

interface ResultRowProps {
  readonly document: DocumentSummary;
  /** The code to show; the document's first where it is not given. */
  readonly code?: string;
  readonly titleRanges?: readonly Range[];
  /** Under the title: an excerpt, or why this row is here. */
  readonly children?: ComponentChildren;
}

export function ResultRow({ document, code, titleRanges = [], children }: ResultRowProps) {
  const shown = code === undefined || code === '' ? document.codes[0] : code;
  // The name of an interface or the words of a screen beside a title would leave neither enough room.
  const isLong = displayWidth(shown ?? '') > SHORT_WIDTH;
  return (
    <a class="row" href={articleAddress(document.id)}>
      {shown !== undefined && !isLong && <CodeText code={shown} />}
      <span class="grow">
        {shown !== undefined && isLong && <CodeText code={shown} />}
        <span class="row-title">
          <MarkedText text={document.title} ranges={titleRanges} />
        </span>
        {document.channel !== '' && <small>{channelWords(document.channel)}</small>}
        {children}
      </span>
      <MoneyMark money={document.money} />
    </a>
  );
}

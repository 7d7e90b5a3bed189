// The page is two scripts of one version. The first searches and draws answers, and is all that the moment at the counter
// waits for. The second (counter.tsx) follows at once: what is kept on the phone, the offline copy, the longer tasks. The
// first names nothing of it but this shape, and works, if less well, when the second never comes.

import type { FunctionComponent } from 'preact';
import { createStore } from '../base/store.ts';
import type { Article, ArticleId, Block } from '../bundle/article.ts';
import type { Journal } from '../journal/journal.ts';
import type { MyLine } from '../journal/my-line.ts';
import type { Hit, Library, LoadProblem, SearchResult } from '../load/library.ts';
import type { OfflineClient } from '../load/service-worker-client.ts';
import type { Route } from './route.ts';

export interface StepListProps {
  readonly id: ArticleId;
  readonly items: readonly (readonly Block[])[];
  readonly line: MyLine;
}

export interface KeypadProps {
  readonly library: Library;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onClose: () => void;
}

export interface HitNoteProps {
  readonly hit: Hit;
  readonly result: SearchResult;
}

/** What the second script adds to the screens of the first, and the screens that are only in it. */
export interface SecondScript {
  readonly offline: OfflineClient;
  /** Every screen but home and search. */
  readonly Screen: FunctionComponent<{ route: Route; library: Library | undefined }>;
  readonly UpdateNotice: FunctionComponent;
  /** In place of home and search when the bundle cannot be read. */
  readonly ProblemView: FunctionComponent<{ problem: LoadProblem }>;
  /** In the head of every screen: whether this works without a network. */
  readonly OfflinePill: FunctionComponent;
  /** 我的机具. */
  readonly LineChooser: FunctionComponent;
  /** In the dock, in place of the phone's own keyboard. */
  readonly Keypad: FunctionComponent<KeypadProps>;
  /** On top of the home screen: what was left open. */
  readonly HomeTop: FunctionComponent;
  /** At the foot of the home screen: what is kept on this phone. */
  readonly HomeFoot: FunctionComponent;
  /** Under an article: record this payment, share, favourite, not solved. */
  readonly ArticleTools: FunctionComponent<{ article: Article }>;
  /** In the row of a hit: the words that matched. */
  readonly HitNote: FunctionComponent<HitNoteProps>;
  /** Under the hits: record this payment, and the query as a miss where nothing was found. */
  readonly SearchTools: FunctionComponent<{ result: SearchResult }>;
}

export const secondScript = createStore<SecondScript | undefined>(undefined);

/** Opened by the second script. */
export const journalStore = createStore<Journal | undefined>(undefined);

/** The merchant's line, as the journal has it: the readers of records stay in the second script. */
export const myLineStore = createStore<MyLine>('unset');

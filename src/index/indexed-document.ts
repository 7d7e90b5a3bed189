// What the index is built from: plain fields, so that the index knows nothing of articles. And what it keeps of each
// document, enough to draw a hit without opening an article.

/** One article, as the builder of the index takes it. */
export interface IndexedDocument {
  /** Ascending and unique within one build. */
  readonly id: string;
  readonly kind: 'code' | 'product' | 'guide';
  readonly title: string;
  /** As the screen shows them. */
  readonly codes: readonly string[];
  readonly aliases: readonly string[];
  /** '' where there is none. */
  readonly channel: string;
  /** '' where there is no verdict. */
  readonly money: string;
  readonly retry: string;
  /** Lines it applies to; empty means all. */
  readonly lines: readonly string[];
  readonly headings: readonly string[];
  /** Summary, steps and everything else that is read, in reading order, parts separated by newlines. */
  readonly body: string;
  /** 0 … 1: how often merchants meet it, from `content/frequent.yaml`; 0 for most. */
  readonly frequency: number;
}

/** What a hit or a list can show at once. */
export interface DocumentSummary {
  readonly id: string;
  readonly kind: 'code' | 'product' | 'guide';
  readonly title: string;
  readonly codes: readonly string[];
  readonly channel: string;
  readonly money: string;
  readonly retry: string;
  readonly lines: readonly string[];
  readonly frequency: number;
}

/** Of a summary, what ranks a document beside its words. */
export type DocumentTraits = Pick<DocumentSummary, 'lines' | 'frequency'>;

// How far the content covers each channel: what `npm run check -- --coverage` prints and the README shows.

import { type Article, CHANNELS, type Channel } from '../bundle/article.ts';

export interface ChannelCoverage {
  readonly channel: Channel;
  /** Articles; one may serve several codes. */
  readonly articles: number;
  readonly codes: number;
  readonly withTriage: number;
  readonly singleSource: number;
  readonly disagreeing: number;
}

/** Channels in their own order; those without an article are left out. */
export function coverageOf(articles: readonly Article[]): ChannelCoverage[] {
  return CHANNELS.map((channel) => {
    const own = articles.filter((article) => article.channel === channel);
    return {
      channel,
      articles: own.length,
      codes: own.reduce((sum, article) => sum + article.codes.length, 0),
      withTriage: own.filter((article) => article.triage !== null).length,
      singleSource: own.filter((article) => article.agreement === 'single').length,
      disagreeing: own.filter((article) => article.agreement === 'disagree').length,
    };
  }).filter((row) => row.articles > 0);
}

/** A Markdown table with a last row of sums. */
export function coverageTable(rows: readonly ChannelCoverage[]): string {
  const numbers = (row: Omit<ChannelCoverage, 'channel'>) =>
    [row.articles, row.codes, row.withTriage, row.singleSource, row.disagreeing].map(String);
  const sum = (key: keyof Omit<ChannelCoverage, 'channel'>) =>
    rows.reduce((total, row) => total + row[key], 0);
  const total = {
    articles: sum('articles'),
    codes: sum('codes'),
    withTriage: sum('withTriage'),
    singleSource: sum('singleSource'),
    disagreeing: sum('disagreeing'),
  };
  return [
    ['channel', 'articles', 'codes', 'with triage', 'single source', 'sources disagree'],
    ['---', '--:', '--:', '--:', '--:', '--:'],
    ...rows.map((row) => [row.channel, ...numbers(row)]),
    ['all', ...numbers(total)],
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

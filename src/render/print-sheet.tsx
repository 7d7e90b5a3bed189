// The card itself, measured in its own type size, so that A4 is A6 twice as large.

import type { Article, Line } from '../bundle/article.ts';
import { Icon, MONEY_ICONS, RETRY_ICONS } from './icons.tsx';
import { chineseDate } from './more-words.ts';
import { discardAfter, isoDay } from './print-model.ts';
import { QrCode } from './qr-code.tsx';
import { LINE_WORDS, MONEY_WORDS, retryWords } from './words.ts';

export type Paper = 'a6' | 'a4';

interface CardSheetProps {
  readonly articles: readonly Article[];
  readonly list: Line | 'all';
  readonly paper: Paper;
}

export function CardSheet({ articles, list, paper }: CardSheetProps) {
  const printed = Date.now();
  const home = new URL('./', document.baseURI).href;
  const discard = discardAfter(
    printed,
    articles.map(({ expires }) => expires),
  );
  return (
    <section class={`sheet ${paper}`} aria-label="柜台卡">
      <header>
        <b>{list === 'all' ? 'POS' : `${LINE_WORDS[list]} POS`}报错先看这里</b>
        <span>先别再刷，看清码，再照着做</span>
      </header>
      <table>
        <thead>
          <tr>
            <th>码</th>
            <th>意思</th>
            <th>顾客的钱</th>
            <th>能再刷吗</th>
          </tr>
        </thead>
        <tbody>
          {articles.map((article) => (
            <CardRow key={article.id} article={article} />
          ))}
        </tbody>
      </table>
      <footer>
        <div>
          <p>
            <b>卡上没有的码</b>：一律当“可能已扣款”。不再刷，查末笔，查不清打机身贴纸上的客服电话。
          </p>
          <p>
            {chineseDate(isoDay(printed))}打印 · <b>{chineseDate(discard)}后作废</b>
          </p>
        </div>
        <figure>
          <QrCode text={home} label="扫码打开手册" />
          <figcaption>扫码查全部</figcaption>
        </figure>
      </footer>
    </section>
  );
}

function CardRow({ article }: { article: Article }) {
  const { codes, title, verdict, channel } = article;
  const code = codes[0] ?? '';
  return (
    <tr>
      <th class={`code ${/[^\x20-\x7e]/.test(code) ? 'words' : ''}`}>{code}</th>
      <td>{title}</td>
      <td>
        {verdict !== null && (
          <span class="sign">
            <Icon path={MONEY_ICONS[verdict.money]} />
            {MONEY_WORDS[verdict.money]}
          </span>
        )}
      </td>
      <td>
        {verdict !== null && (
          <span class="sign">
            <Icon path={RETRY_ICONS[verdict.retry]} />
            {retryWords(verdict.retry, channel ?? '')}
          </span>
        )}
      </td>
    </tr>
  );
}

// Lists to walk through: codes by channel, one channel, one line of terminals, guides.

import { CHANNELS, type Channel } from '../bundle/article.ts';
import type { DocumentSummary, Library } from '../load/library.ts';
import { ICONS, Icon } from './icons.tsx';

import { ResultRow } from './result-row.tsx';
import { addressOf, articleAddress, type BrowseList } from './route.ts';
import { CHANNEL_WORDS, LINE_WORDS } from './words.ts';

export function BrowseView({ library, list }: { library: Library; list: BrowseList }) {
  const documents = [...library.documents()];
  if (list === 'codes') return <Channels documents={documents} />;
  if (list === 'guides') {
    return <Documents title="指南" documents={documents.filter((document) => document.kind === 'guide')} />;
  }
  if (isChannel(list)) {
    return (
      <Documents
        title={CHANNEL_WORDS[list]}
        documents={documents.filter(({ channel }) => channel === list)}
      />
    );
  }
  const onThisLine = documents
    .filter(({ kind, lines }) => kind === 'code' && lines.includes(list))
    .sort((a, b) => b.frequency - a.frequency);
  const onEveryLine = documents
    .filter(({ kind, lines, frequency }) => kind === 'code' && lines.length === 0 && frequency > 0)
    .sort((a, b) => b.frequency - a.frequency);
  return (
    <section>
      <h1>{LINE_WORDS[list]} POS</h1>
      {library.summary(`products/${list}`) !== undefined && (
        <a class="button" href={articleAddress(`products/${list}`)}>
          认识这种机器
        </a>
      )}
      <Rows title="只在这种机器上" documents={onThisLine} />
      <Rows title="常见，哪种机器都会出现" documents={onEveryLine} />
    </section>
  );
}

function isChannel(list: BrowseList): list is Channel {
  return CHANNELS.some((channel) => channel === list);
}

function Channels({ documents }: { documents: readonly DocumentSummary[] }) {
  const counted = CHANNELS.map((channel) => ({
    channel,
    count: documents.filter((document) => document.channel === channel).length,
  })).filter(({ count }) => count > 0);
  return (
    <section>
      <h1>所有的码</h1>
      <p class="note">先想一想：这一笔是刷卡、插卡，还是扫码？同一个码，意思可能不同。</p>
      <ul class="rows">
        {counted.map(({ channel, count }) => (
          <li key={channel}>
            <a class="row" href={addressOf({ kind: 'browse', list: channel })}>
              <span class="grow">{CHANNEL_WORDS[channel]}</span>
              <span class="tag">{count}</span>
              <Icon path={ICONS.next} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Documents({ title, documents }: { title: string; documents: readonly DocumentSummary[] }) {
  return (
    <section>
      <h1>{title}</h1>
      <Rows title="" documents={documents} />
    </section>
  );
}

function Rows({ title, documents }: { title: string; documents: readonly DocumentSummary[] }) {
  if (documents.length === 0) return title === '' ? <p>这里还没有内容。</p> : null;
  return (
    <>
      {title !== '' && <h2>{title}</h2>}
      <ul class="rows">
        {documents.map((document) => (
          <li key={document.id}>
            <ResultRow document={document} />
          </li>
        ))}
      </ul>
    </>
  );
}

// Before anything is typed: the codes that come most, the things that happen without a code, and the way to all the rest.

import { LINES } from '../bundle/article.ts';
import type { DocumentSummary, Library } from '../load/library.ts';
import { useReadable } from './app-context.ts';
import { CodeText } from './code-text.tsx';
import { ICONS, Icon } from './icons.tsx';
import { addressOf, articleAddress } from './route.ts';
import { secondScript } from './second-script.ts';
import { LINE_WORDS } from './words.ts';

const TILES = 9;

/** What merchants say when there is no code, and the article that answers it. */
const SYMPTOMS: readonly (readonly [words: string, id: string])[] = [
  ['顾客说扣了钱，机器没出票', 'guides/charged-but-no-receipt'],
  ['一直“处理中”或超时', 'codes/terminal/receive-timeout'],
  ['没信号、连不上', 'guides/network-check'],
  ['好像刷了两次', 'guides/double-charge'],
  ['能不能再刷一次', 'guides/safe-to-retry'],
  ['怎么查最后一笔', 'guides/check-last-transaction'],
];

export function HomeView({ library }: { library: Library }) {
  const second = useReadable(secondScript);
  const frequent = mostFrequentCodes(library);
  const symptoms = SYMPTOMS.filter(([, id]) => library.summary(id) !== undefined);
  const lines = LINES.filter((line) => library.summary(`products/${line}`) !== undefined);
  return (
    <section class="home">
      {second !== undefined && <second.HomeTop />}
      <div class="lines-place">{second !== undefined && <second.LineChooser />}</div>
      <h1>机器上显示什么？</h1>
      {frequent.length > 0 && (
        <ul class="tiles" aria-label="最常见的码">
          {frequent.map((document) => (
            <li key={document.id}>
              <a class="tile" href={articleAddress(document.id)}>
                <CodeText code={document.codes[0] ?? ''} />
                <small>{document.title}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
      {symptoms.length > 0 && (
        <>
          <h2>没有码，只有现象</h2>
          <ul class="rows">
            {symptoms.map(([words, id]) => (
              <LinkRow key={id} href={articleAddress(id)} words={words} />
            ))}
          </ul>
        </>
      )}
      <h2>全部内容</h2>
      <ul class="rows">
        <LinkRow href={addressOf({ kind: 'browse', list: 'codes' })} words="所有的码，按渠道" />
        <LinkRow href={addressOf({ kind: 'browse', list: 'guides' })} words="所有的指南" />
        {lines.map((line) => (
          <LinkRow
            key={line}
            href={addressOf({ kind: 'browse', list: line })}
            words={`${LINE_WORDS[line]} POS`}
          />
        ))}
        {library.summary('guides/about') !== undefined && (
          <LinkRow href={articleAddress('guides/about')} words="关于本手册" />
        )}
      </ul>
      {second !== undefined && <second.HomeFoot />}
    </section>
  );
}

function LinkRow({ href, words }: { href: string; words: string }) {
  return (
    <li>
      <a class="row" href={href}>
        <span class="grow">{words}</span>
        <Icon path={ICONS.next} />
      </a>
    </li>
  );
}

/** Codes short enough for a tile, most frequent first; ties in the order of the content. */
function mostFrequentCodes(library: Library): readonly DocumentSummary[] {
  return [...library.documents()]
    .filter((document) => document.frequency > 0 && (document.codes[0]?.length ?? 99) <= 4)
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, TILES);
}

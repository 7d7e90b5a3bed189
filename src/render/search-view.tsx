// What a query answers: the first hit as an answer, the rest as rows. A code that looks alike is marked as another code, an
// unknown code gets the safe procedure, and a code with several channels asks which before it answers.

import { useMemo } from 'preact/hooks';
import type { Hit, Library, SearchResult } from '../load/library.ts';
import { AnswerCard } from './answer-card.tsx';
import { useApp, useMyLine, useReadable } from './app-context.ts';
import { CodeText } from './code-text.tsx';
import { ResultRow } from './result-row.tsx';
import { articleAddress } from './route.ts';
import { SafeProcedure } from './safe-procedure.tsx';
import { secondScript } from './second-script.ts';
import { Verdicts } from './verdicts.tsx';

const LIMIT = 10;

/** Above hits none of which may be opened as an answer: see SearchResult.sure. */
const UNSURE = '没有完全对上的，看看是不是其中一条。拿不准，一律按“可能已扣款”处理。';

interface SearchViewProps {
  readonly library: Library;
  readonly query: string;
}

export function SearchView({ library, query }: SearchViewProps) {
  const line = useMyLine();
  const opened = useReadable(library.revision);
  const second = useReadable(secondScript);
  // `opened`: an answer may get better when more of the bundle has been opened.
  const result = useMemo(
    () => library.search(query, { line: line === 'unset' ? '' : line, limit: LIMIT }),
    [library, query, line, opened],
  );
  const heard = result.heard === result.query ? '' : `按“${result.heard}”查的`;
  return (
    <section class="results" aria-label="搜索">
      <h1 class="unseen">搜索</h1>
      <p class="unseen" role="status">
        {heard && `${heard}。`}
        {announcement(result)}
      </p>
      {heard !== '' && <p class="heard">{heard}</p>}
      {result.kind === 'none' && <NothingFound />}
      {result.askChannel && <AskChannel query={query} />}
      <ul class="hits" aria-label="搜索结果">
        {result.hits.map((hit, i) => (
          <HitItem
            key={`${hit.document.id} ${hit.code}`}
            hit={hit}
            before={result.hits[i - 1]}
            result={result}
          />
        ))}
      </ul>
      {second !== undefined && <second.SearchTools result={result} />}
    </section>
  );
}

interface HitItemProps {
  readonly hit: Hit;
  readonly before: Hit | undefined;
  readonly result: SearchResult;
}

function HitItem({ hit, before, result }: HitItemProps) {
  const second = useReadable(secondScript);
  const first = before === undefined;
  const note = second !== undefined && <second.HitNote hit={hit} result={result} />;
  if (first && result.sure && (hit.match === 'exact-code' || hit.match === 'text')) {
    return (
      <li class="first">
        <AnswerCard hit={hit}>{note}</AnswerCard>
      </li>
    );
  }
  if (first && result.kind === 'unknown-code' && hit.match === 'procedure') {
    return (
      <li class="first">
        <UnknownCode query={result.query} procedure={hit} />
      </li>
    );
  }
  const begins = hit.match !== before?.match;
  return (
    <li class={hit.match}>
      {begins && hit.match === 'similar-code' && <p class="group">容易看错的码，不是您输入的</p>}
      {begins && hit.match === 'text' && <p class="group">{first ? UNSURE : '相关'}</p>}
      <ResultRow document={hit.document} code={hit.code} titleRanges={hit.titleRanges}>
        {note}
        {hit.match === 'similar-code' && <small class="other-code">这是另一个码</small>}
      </ResultRow>
    </li>
  );
}

function announcement(result: SearchResult): string {
  const first = result.hits[0];
  switch (result.kind) {
    case 'exact-code':
      return `找到 ${first?.code ?? ''}，${first?.document.title ?? ''}，共 ${result.hits.length} 条`;
    case 'text':
      return `${result.sure ? '' : UNSURE}找到 ${result.hits.length} 条，第一条：${first?.document.title ?? ''}`;
    case 'unknown-code':
      return '手册里没有这个码，请按安全步骤做';
    case 'none':
      return '没有找到，请按安全步骤做';
  }
}

function UnknownCode({ query, procedure }: { query: string; procedure: Hit }) {
  return (
    <div class="answer">
      <CodeText code={query.trim().slice(0, 24)} size="card" />
      <p class="answer-title">手册里没有这个码</p>
      <p>不认识的码，一律按“可能已扣款”处理。</p>
      <Verdicts
        verdict={{ money: 'uncertain', moneyReason: '', retry: 'no', retryReason: '' }}
        channel=""
        brief
      />
      <a class="button" href={articleAddress(procedure.document.id)}>
        按安全步骤做
      </a>
    </div>
  );
}

function NothingFound() {
  return (
    <div class="answer">
      <p class="answer-title">没有找到</p>
      <p>换个说法试试，比如屏幕上的字，或者“扣了钱没出票”。拿不准时先这样做：</p>
      <SafeProcedure />
    </div>
  );
}

function AskChannel({ query }: { query: string }) {
  const { navigation } = useApp();
  const ask = (word: string) => navigation.go({ kind: 'home', query: `${query.trim()} ${word}` });
  return (
    <div class="answer">
      <p class="answer-title">这个码有几种意思。这一笔是怎么付的？</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => ask('刷卡')}>
          刷卡、插卡、挥卡
        </button>
        <button type="button" class="button" onClick={() => ask('扫码')}>
          扫码
        </button>
      </div>
    </div>
  );
}

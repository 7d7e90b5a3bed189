// The first part of a practice: the page is to be found, with the engine that answers at the counter.

import { useState } from 'preact/hooks';
import type { Hit, Library } from '../load/library.ts';
import { CodeText } from './code-text.tsx';
import type { Scenario } from './drill-scenarios.ts';
import { QUERY_LIMIT } from './route.ts';
import { channelWords } from './words.ts';

interface DrillSearchProps {
  readonly scenario: Scenario;
  readonly library: Library;
  readonly onDone: (passed: boolean) => void;
}

export function DrillSearch({ scenario, library, onDone }: DrillSearchProps) {
  const [query, setQuery] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [helped, setHelped] = useState(false);
  const hits = query.trim() === '' ? [] : library.search(query, { line: '', limit: 5 }).hits;
  const choose = (hit: Hit) => {
    if (hit.document.id === scenario.article) onDone(!helped);
    else setWrong(hit.document.id);
  };
  return (
    <>
      <label class="drill-box">
        <span>查一查，点对的那一页</span>
        <input
          type="text"
          value={query}
          maxLength={QUERY_LIMIT}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          onInput={(event) => {
            setWrong(undefined);
            setQuery(event.currentTarget.value);
          }}
        />
      </label>
      <ul class="rows" aria-label="练习的搜索结果">
        {hits.map((hit) => (
          <li key={`${hit.document.id} ${hit.code}`}>
            <button type="button" class="row" onClick={() => choose(hit)}>
              {hit.code !== '' && <CodeText code={hit.code} />}
              <span class="grow">
                {hit.document.title}
                <small>
                  {hit.match === 'similar-code' ? '这是另一个码' : channelWords(hit.document.channel)}
                </small>
                {wrong === hit.document.id && <small class="other-code">不是这一页，再看看</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" class="note">
        {helped ? `${scenario.hint}。` : ''}
      </p>
      {!helped && (
        <button type="button" class="text-button" onClick={() => setHelped(true)}>
          不会查，给个提示
        </button>
      )}
    </>
  );
}

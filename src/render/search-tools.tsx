// Under the hits: record this payment. A search that found nothing is kept as a miss once it has stood still, or when the
// merchant leaves it: then it was meant.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Journal } from '../journal/journal.ts';
import { addMiss, type Miss } from '../journal/misses.ts';
import type { SearchResult } from '../load/library.ts';
import { CaseButton } from './case-button.tsx';
import { useJournal } from './use-journal.ts';

const STILL_MS = 1500;

export function SearchTools({ result }: { result: SearchResult }) {
  const journal = useJournal();
  useMisses(journal, result);
  return (
    <section class="tools" aria-label="这次查询的工具">
      <div class="actions">
        <CaseButton query={result.query.trim()} />
        {journal !== undefined && result.kind !== 'none' && result.kind !== 'unknown-code' && (
          <NotHere key={result.query} journal={journal} query={result.query} />
        )}
      </div>
    </section>
  );
}

function NotHere({ journal, query }: { journal: Journal; query: string }) {
  const [state, setState] = useState<'idle' | 'saved' | 'unsaved'>('idle');
  const mark = async () => {
    setState(
      (await addMiss(journal, { kind: 'unsolved', query, articleId: null, at: Date.now() }))
        ? 'saved'
        : 'unsaved',
    );
  };
  return state === 'idle' ? (
    <button type="button" class="button quiet" onClick={mark}>
      没有我要的
    </button>
  ) : (
    <p class="unsolved" role="status">
      {state === 'saved' ? '记下了，只存在这台手机。' : '未能保存。'}
    </p>
  );
}

function useMisses(journal: Journal | undefined, result: SearchResult): void {
  const pending = useRef<() => void>(undefined);
  useEffect(() => {
    const miss = missOf(result);
    pending.current = undefined;
    if (journal === undefined || miss === undefined) return;
    const keep = () => {
      pending.current = undefined;
      void addMiss(journal, { ...miss, at: Date.now() });
    };
    const timer = window.setTimeout(keep, STILL_MS);
    pending.current = keep;
    return () => {
      window.clearTimeout(timer);
    };
  }, [journal, result]);
  useEffect(() => () => pending.current?.(), []);
}

function missOf({ kind, query }: SearchResult): Omit<Miss, 'at'> | undefined {
  if (query.trim() === '') return undefined;
  if (kind === 'unknown-code') return { kind, query, articleId: null };
  return kind === 'none' ? { kind: 'nothing-found', query, articleId: null } : undefined;
}

// A file comes in: checked whole, said what it would do, and only then taken. A bad one changes nothing.

import { useState } from 'preact/hooks';
import type { Journal } from '../journal/journal.ts';
import type { ReadProblem } from '../journal/record-reader.ts';
import { applyImport, FILE_LIMIT, type ImportPlan, planImport } from '../journal/transfer.ts';
import { expectedWords } from './data-problem-words.ts';

type ImportState =
  | { readonly kind: 'idle' | 'reading' | 'unreadable' | 'saved' | 'unsaved' }
  | { readonly kind: 'bad'; readonly problems: readonly ReadProblem[] }
  | { readonly kind: 'good'; readonly plan: ImportPlan };

export function ImportFile({ journal }: { journal: Journal }) {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const read = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    setState({ kind: 'reading' });
    setState(await check(journal, file));
    // The same file, repaired, can be chosen again.
    input.value = '';
  };
  return (
    <>
      <label class="button quiet file">
        <input
          type="file"
          accept="application/json,.json"
          onChange={(event) => void read(event.currentTarget)}
        />
        <span>从文件导入</span>
      </label>
      <div class="import" role="status">
        <ImportOutcome journal={journal} state={state} onState={setState} />
      </div>
    </>
  );
}

async function check(journal: Journal, file: File): Promise<ImportState> {
  // A character is three bytes of UTF-8 at most.
  if (file.size > 3 * FILE_LIMIT) return { kind: 'bad', problems: [{ path: '', expected: 'JSON' }] };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { kind: 'unreadable' };
  }
  const planned = planImport(journal, text, Date.now());
  return planned.ok ? { kind: 'good', plan: planned.value } : { kind: 'bad', problems: planned.problem };
}

interface ImportOutcomeProps {
  readonly journal: Journal;
  readonly state: ImportState;
  readonly onState: (state: ImportState) => void;
}

function ImportOutcome({ journal, state, onState }: ImportOutcomeProps) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'reading':
      return <p>正在检查文件…</p>;
    case 'unreadable':
      return <p>这个文件读不出来，什么都没改。</p>;
    case 'saved':
      return <p>导入好了，已存在这台手机。</p>;
    case 'unsaved':
      return <p>未能保存：现在看得到，关掉页面可能就没了。</p>;
    case 'bad':
      return <Problems problems={state.problems} />;
    case 'good': {
      const { plan } = state;
      const take = async () => onState({ kind: (await applyImport(journal, plan)) ? 'saved' : 'unsaved' });
      return (
        <>
          <p>
            文件没问题。新增 {plan.added} 条，换成较新的 {plan.replaced} 条，不动 {plan.kept} 条。
          </p>
          <div class="actions">
            <button type="button" class="button" onClick={take}>
              导入
            </button>
            <button type="button" class="button quiet" onClick={() => onState({ kind: 'idle' })}>
              不导入
            </button>
          </div>
        </>
      );
    }
  }
}

function Problems({ problems }: { problems: readonly ReadProblem[] }) {
  return (
    <>
      <p>
        <b>这个文件不对，什么都没改。</b>
      </p>
      <ul class="problems">
        {problems.map(({ path, expected }, i) => (
          <li key={i}>
            <code>{path === '' ? '整个文件' : path}</code>
            {expectedWords(expected)}
          </li>
        ))}
      </ul>
    </>
  );
}

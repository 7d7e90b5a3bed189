// 新人练习: three failures to go through before the first real one. They use what is stored on this phone and nothing else,
// so a practice that works is also the proof that the handbook works without a network.

import { useEffect, useState } from 'preact/hooks';
import type { Readable } from '../base/store.ts';
import { addDrillResult, type DrillPart, type DrillResult, drillResults } from '../journal/drill.ts';
import type { Journal } from '../journal/journal.ts';
import type { Library } from '../load/library.ts';
import type { OfflineState } from '../load/offline-state.ts';
import { useLibrary, useReadable } from './app-context.ts';
import { openStoredLibrary } from './drill-library.ts';
import { DrillRun } from './drill-run.tsx';
import { SCENARIOS, type Scenario } from './drill-scenarios.ts';
import { ICONS, Icon } from './icons.tsx';
import { MORE_ICONS } from './more-icons.ts';
import { secondScript } from './second-script.ts';
import { useJournal } from './use-journal.ts';

type Source =
  | { readonly kind: 'opening' }
  /** `stored`: read from the phone's copy alone. */
  | { readonly kind: 'open'; readonly library: Library; readonly stored: boolean };

export function DrillView() {
  const journal = useJournal();
  const source = useSource();
  const [run, setRun] = useState<{ scenario: Scenario; startedAt: number }>();
  const [saved, setSaved] = useState<'yes' | 'no'>();
  if (journal === undefined || source.kind === 'opening') return <div class="waiting" aria-busy="true" />;
  if (run !== undefined) {
    const end = async (parts: readonly DrillPart[]) => {
      const { scenario, startedAt } = run;
      const times = { startedAt, at: Date.now() };
      setRun(undefined);
      const result = { scenario: scenario.name, ...times, offline: source.stored, parts };
      setSaved((await addDrillResult(journal, result)) ? 'yes' : 'no');
    };
    return (
      <DrillRun
        key={run.startedAt}
        scenario={run.scenario}
        library={source.library}
        onEnd={end}
        onLeave={() => setRun(undefined)}
      />
    );
  }
  const start = (scenario: Scenario) => {
    setSaved(undefined);
    setRun({ scenario, startedAt: Date.now() });
  };
  return (
    <section class="drill">
      <h1>新人练习</h1>
      <p>三次假故障，每次一两分钟：查、看、一步一步排查。真出事的时候就不慌。</p>
      <p class={`verdict-line ${source.stored ? 'ok' : 'ask'}`} data-stored={source.stored}>
        <Icon path={source.stored ? ICONS.check : MORE_ICONS.alert} />
        {source.stored
          ? '练习只读这台手机里存好的手册，一个字节也不上网。'
          : '这台手机还没存好手册，这次练习证明不了没网也能用。'}
      </p>
      <ul class="rows" aria-label="练习">
        {SCENARIOS.map((scenario) => (
          <ScenarioRow key={scenario.name} scenario={scenario} journal={journal} onStart={start} />
        ))}
      </ul>
      <p role="status">
        {saved === 'yes' && '练习记下了。'}
        {saved === 'no' && '未能保存：这次练习没记下来。'}
      </p>
    </section>
  );
}

interface ScenarioRowProps {
  readonly scenario: Scenario;
  readonly journal: Journal;
  readonly onStart: (scenario: Scenario) => void;
}

function ScenarioRow({ scenario, journal, onStart }: ScenarioRowProps) {
  const last = drillResults(journal).find((result) => result.scenario === scenario.name);
  return (
    <li>
      <button type="button" class="row" onClick={() => onStart(scenario)}>
        <span class="grow">
          {scenario.title}
          <small>{last === undefined ? '还没练过' : resultWords(last)}</small>
        </span>
        <Icon path={ICONS.next} />
      </button>
    </li>
  );
}

function resultWords({ parts, offline, at }: DrillResult): string {
  const date = new Date(at);
  const passed = parts.filter((part) => part.passed).length;
  const how = offline ? '，没用网' : '';
  return `${date.getMonth() + 1}月${date.getDate()}日练过，${passed}/${parts.length} 做对${how}`;
}

/** The phone's own copy; the page's handbook where there is none. */
function useSource(): Source {
  const library = useLibrary();
  const status = useOfflineKind();
  const [source, setSource] = useState<Source>({ kind: 'opening' });
  useEffect(() => {
    if (library === undefined) return;
    let current = true;
    void openStoredLibrary(document.baseURI, library.manifest.id).then((stored) => {
      if (current) setSource({ kind: 'open', library: stored ?? library, stored: stored !== undefined });
    });
    return () => {
      current = false;
    };
    // `status`: the copy may have become whole while this screen was open.
  }, [library, status]);
  return source;
}

const UNKNOWN: Readable<undefined> = { get: () => undefined, subscribe: () => () => undefined };

function useOfflineKind(): string | undefined {
  const second = useReadable(secondScript);
  return useReadable<OfflineState | undefined>(second?.offline.state ?? UNKNOWN)?.status.kind;
}

// A report from another phone, shown as its case was there. Nothing of it is kept here.

import { useState } from 'preact/hooks';
import type { Result } from '../base/result.ts';
import { parseReport } from '../journal/handoff.ts';
import type { Incident } from '../journal/incident.ts';
import type { ReportProblem } from '../journal/report-text.ts';
import { useLibrary } from './app-context.ts';
import { CaseFieldsRead, CaseHead, CaseSteps } from './case-report.tsx';

export function CasesReplay() {
  const [text, setText] = useState('');
  const report = text.trim() === '' ? undefined : parseReport(text);
  return (
    <>
      <h2>看别人发来的报告</h2>
      <div class="field wide">
        <label for="pasted-report">粘贴报告</label>
        <textarea
          id="pasted-report"
          rows={4}
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-describedby="pasted-report-say"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p id="pasted-report-say" class="say bad" role="status">
          {report !== undefined && !report.ok && problemWords(report)}
        </p>
      </div>
      {report?.ok === true && <Replayed incident={report.value} />}
    </>
  );
}

function problemWords({ problem }: Extract<Result<Incident, ReportProblem>, { ok: false }>): string {
  return problem.kind === 'not-a-report'
    ? '这不是故障报告。要从“POS 故障报告”复制到最后的“完”。'
    : '报告缺了一截或者被改过，请对方重发。';
}

function Replayed({ incident }: { incident: Incident }) {
  const library = useLibrary();
  const other =
    library !== undefined && incident.bundleId !== null && incident.bundleId !== library.manifest.id;
  return (
    <section class="card case" aria-label="发来的报告">
      <CaseHead incident={incident} />
      {other && <p class="note">对方的内容版本和这台不同，步骤以报告里写的为准。</p>}
      <CaseSteps incident={incident} />
      <CaseFieldsRead incident={incident} />
    </section>
  );
}

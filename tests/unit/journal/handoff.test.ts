import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/journal/handoff.ts';
import { type Incident, markIncident, startIncident } from '../../../src/journal/incident.ts';
import { drawIncidentNumber } from '../../../src/journal/incident-number.ts';
import { recordRun, recordTicks } from '../../../src/journal/incident-steps.ts';
import { LINE_BYTES, reportLine } from '../../../src/journal/report-line.ts';
import { reportText } from '../../../src/journal/report-text.ts';
import { answerRun, startRun } from '../../../src/journal/triage-progress.ts';
import { anyIncident, BUNDLE, E3, NOW, TRIAGE } from './support.ts';

const CHINA = 480;

function example(): Incident {
  const number = drawIncidentNumber(NOW, 0.25, () => false);
  const started = startIncident(
    {
      query: 'e3',
      code: 'E3',
      channel: 'terminal',
      line: 'dianqian',
      articleId: E3.id,
      title: E3.title,
      bundleId: BUNDLE,
      uncertain: true,
    },
    number,
    NOW,
  );
  let run = startRun(E3, TRIAGE, { bundleId: BUNDLE, line: 'dianqian' }, NOW + 1000);
  for (const [choice, seconds] of [
    [0, 10],
    [0, 80],
    [1, 145],
    [0, 160],
  ] as const)
    run = answerRun(run, choice, NOW + seconds * 1000);
  const ticks = { articleId: E3.id, scope: number, ticks: [{ step: 0, text: '先别再刷', at: NOW + 5000 }] };
  const noted = {
    ...started,
    fields: { ...started.fields, amount: '128.50', trace: '000123', note: '顾客留了电话' },
  };
  return markIncident(recordTicks(recordRun(noted, run), ticks), 'unresolved', NOW + 200_000);
}

const spaceless = (value: unknown) => JSON.stringify(value).replace(/\s|：|:/g, '');

describe('handoff', () => {
  test('the report reads like this', () => {
    expect(reportText(example(), CHINA)).toMatchInlineSnapshot(`
      "POS 故障报告 1
      编号:7792 5000
      时间:2026-11-22 16:43:05 +08:00
      查询:e3
      代码:E3
      渠道:机器自己的提示
      机具:电签
      文章:codes/terminal/e3
      标题:密钥丢失
      内容版本:0123456789abcdef
      不明:是
      状态:待查 2026-11-22 16:43:05，未解决 2026-11-22 16:46:25
      金额:128.50
      凭证号:000123
      备注:顾客留了电话
      1做(1):先别再刷 2026-11-22 16:43:10
      2问(1):断网的时候，有没有一笔正在收?
      2答(1):有 2026-11-22 16:43:15
      3问(2):关机，等 60 秒再开机。有信号了吗?
      3答(1):还没有 2026-11-22 16:44:25
      4问(2):关机，等 60 秒再开机。有信号了吗?
      4答(2):有了 2026-11-22 16:45:30
      5问(3):查到成功了吗?
      5答(1):成功 2026-11-22 16:45:45
      6果:收到了，可以交货，不要再刷。 2026-11-22 16:45:45
      完"
    `);
  });

  test('the report alone gives back the incident, steps and times and all', () => {
    const incident = example();
    expect(parseReport(reportText(incident, CHINA))).toEqual({ ok: true, value: incident });
  });

  test('whatever was kept comes back from the text, in every time zone', () => {
    fc.assert(
      fc.property(anyIncident, fc.constantFrom(-570, -300, 0, 345, 480, 840), (incident, zone) => {
        expect(parseReport(reportText(incident, zone))).toEqual({ ok: true, value: incident });
      }),
      { numRuns: 1000 },
    );
  });

  test('greetings around it, full-width colons, quotes and line ends of other systems change nothing', () => {
    const incident = example();
    const text = reportText(incident, CHINA);
    const sent = `师傅您好\n${text}\n麻烦看一下\n1答(1):x`;
    expect(parseReport(sent)).toEqual({ ok: true, value: incident });
    expect(parseReport(text.replace(/\n/g, '\r\n\r\n'))).toEqual({ ok: true, value: incident });
    expect(parseReport(text.replace(/^/gm, '> '))).toEqual({ ok: true, value: incident });
    expect(parseReport(text.replace(/:/g, '：'))).toEqual({ ok: true, value: incident });
    expect(
      parseReport(
        text
          .replace(/:/g, ' : ')
          .replace(/$/gm, '   ')
          .replace(/ : (\d\d)(?=\D|$)/g, ':$1'),
      ),
    ).toEqual({ ok: true, value: incident });
  });

  test('lines wrapped by a chat are put together again', () => {
    const incident = example();
    fc.assert(
      fc.property(fc.integer({ min: 14, max: 40 }), (width) => {
        const wrapped = reportText(incident, CHINA)
          .split('\n')
          .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
          .join('\n');
        const parsed = parseReport(wrapped);
        expect(spaceless(parsed.ok && parsed.value.steps)).toBe(spaceless(incident.steps));
      }),
    );
  });

  test('a report that was cut off or changed is refused, not half read', () => {
    const text = reportText(example(), CHINA);
    expect(parseReport(text.slice(0, -1))).toMatchObject({ ok: false });
    expect(parseReport(text.replace('4821', '4822').replace(/编号:.*/, '编号:1234 5678'))).toMatchObject({
      ok: false,
      problem: { kind: 'damaged' },
    });
    expect(parseReport(text.replace('顾客留了电话', '卡4111 1111 1111 1111'))).toMatchObject({ ok: false });
    expect(parseReport(text.replace('机器自己的提示', '别的'))).toMatchObject({ ok: false });
    expect(parseReport('今天吃什么')).toEqual({ ok: false, problem: { kind: 'not-a-report' } });
  });

  test('the line for the QR code gives back everything but the words that the article says', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const line = reportLine(incident);
        expect(line).toMatch(/^POSR1;/);
        const parsed = parseReport(`  ${line.replace(/(.{30})/gu, '$1\n')} `);
        if (!parsed.ok) throw new Error(JSON.stringify([line, parsed.problem]));
        const answers = parsed.value.steps.some((step) => step.kind === 'answer' && step.answer !== '');
        expect(parsed.value).toEqual({
          ...incident,
          query: incident.query === '' ? incident.code : incident.query,
          title: '',
          fields: { ...incident.fields, note: parsed.value.fields.note },
          steps: incident.steps.map((step) =>
            step.kind === 'answer'
              ? { ...step, question: '', answer: answers ? step.answer : '' }
              : { ...step, text: '' },
          ),
        });
        expect(incident.fields.note.startsWith(parsed.value.fields.note)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('the line of an ordinary case fits into a QR code that a cheap phone reads', () => {
    const line = reportLine(example());
    expect(new TextEncoder().encode(line).length).toBeLessThan(300);
    const step = example().steps[1];
    if (step === undefined) throw new Error('the example has steps');
    const long = { ...example(), steps: Array.from({ length: 60 }, () => step) };
    expect(new TextEncoder().encode(reportLine(long)).length).toBeLessThan(2 * LINE_BYTES);
  });

  test('a line with one character lost is refused', () => {
    const line = reportLine(example());
    for (let i = 6; i < line.length; i += 5) {
      expect(parseReport(line.slice(0, i) + line.slice(i + 1)).ok).toBe(false);
    }
  });

  test('any text at all is read within a limit of work', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parseReport(`POS 故障报告 1\n${text}\n完`).ok).toBe(false);
      }),
    );
    // Work that grows with the square of these would not end within the time limit of a test.
    const long = [
      `POS 故障报告 1\n${'1问(1):'.repeat(100_000)}`,
      `POS 故障报告 1\n备注:x\n${'a\n'.repeat(500_000)}完`,
      `POSR1;${' '.repeat(1_000_000)}`,
    ];
    expect(long.map((text) => parseReport(text).ok)).toEqual([false, false, false]);
  });
});

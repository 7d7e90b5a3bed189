// Content and incidents for the tests of the journal.

import fc from 'fast-check';
import { type ArticleId, CHANNELS, LINES, parseArticleId, type Triage } from '../../../src/bundle/article.ts';
import { type BundleId, parseBundleId } from '../../../src/bundle/bundle-manifest.ts';
import { cleanText } from '../../../src/journal/clean-text.ts';
import { INCIDENT_STATES, type Incident, type IncidentStep } from '../../../src/journal/incident.ts';
import { INCIDENT_FIELDS, type IncidentFields, parseField } from '../../../src/journal/incident-fields.ts';
import { drawIncidentNumber } from '../../../src/journal/incident-number.ts';
import type { JournalRecord } from '../../../src/journal/journal.ts';
import { findCardNumber } from '../../../src/journal/pan.ts';
import type { DiskChange, JournalDisk } from '../../../src/journal/write-through.ts';

export const NOW = Date.UTC(2026, 10, 22, 8, 43, 5);

export function idOf(text: string): ArticleId {
  const id = parseArticleId(text);
  if (id === undefined) throw new Error(`not an article id: ${text}`);
  return id;
}

export function bundleOf(text: string): BundleId {
  const id = parseBundleId(text);
  if (id === undefined) throw new Error(`not a bundle id: ${text}`);
  return id;
}

export const E3 = { id: idOf('codes/terminal/e3'), title: '密钥丢失', codes: ['E3', 'E03'] };
export const BUNDLE = bundleOf('0123456789abcdef');

const words = (text: string) => [{ kind: 'text' as const, text }];

/** Three questions, the second with a wait and a loop. */
export const TRIAGE: Triage = {
  steps: [
    {
      question: words('断网的时候，有没有一笔正在收?'),
      note: [],
      waitSeconds: 0,
      answers: [
        { text: '有', target: { kind: 'step', step: 1 } },
        { text: '没有', target: { kind: 'article', id: idOf('guides/network-check'), title: '没网怎么看' } },
      ],
    },
    {
      question: [...words('关机，等 60 秒再开机。'), { kind: 'strong', content: words('有信号了吗?') }],
      note: [
        { kind: 'device', line: 'dianqian', content: [{ kind: 'paragraph', content: words('长按电源键') }] },
      ],
      waitSeconds: 60,
      answers: [
        { text: '还没有', target: { kind: 'step', step: 1 } },
        { text: '有了', target: { kind: 'step', step: 2 } },
      ],
    },
    {
      question: words('查到成功了吗?'),
      note: [],
      waitSeconds: 0,
      answers: [{ text: '成功', target: { kind: 'done', outcome: '收到了，可以交货，不要再刷。' } }],
    },
  ],
};

/** A disk of which tests decide whether it works. */
export class FakeDisk implements JournalDisk {
  readonly stored = new Map<string, JournalRecord>();
  readonly changes: DiskChange[] = [];
  fails: (change?: DiskChange) => boolean = () => false;

  async readAll(): Promise<readonly unknown[]> {
    await Promise.resolve();
    if (this.fails()) throw new Error('the disk fails');
    return [...this.stored.values()];
  }

  async write(change: DiskChange): Promise<void> {
    await Promise.resolve();
    if (this.fails(change)) throw new Error('the disk fails');
    this.changes.push(change);
    if (change.clear) this.stored.clear();
    for (const key of change.delete) this.stored.delete(key);
    for (const record of change.put) this.stored.set(record.key, record);
  }
}

const anyText = (limit: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: limit }),
      fc.string({
        unit: fc.constantFrom(...'有没信号:：;,.%→()1问答完备注\n 2026-11-22 16:44:05'),
        maxLength: limit,
      }),
    )
    .map((text) => cleanText(text, limit))
    .filter((text) => findCardNumber(text) === undefined);

const second = fc.integer({ min: 0, max: 4_102_444_799 }).map((seconds) => seconds * 1000);
const anyId = fc.constantFrom('codes/terminal/e3', 'guides/network-check', 'guides/safe-to-retry').map(idOf);

const step: fc.Arbitrary<IncidentStep> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    articleId: anyId,
    step: fc.nat(400),
    choice: fc.nat(400),
    question: anyText(40),
    answer: anyText(20),
    at: second,
  }),
  fc.record({
    kind: fc.constant('tick' as const),
    articleId: anyId,
    step: fc.nat(400),
    text: anyText(40),
    at: second,
  }),
  fc.record({ kind: fc.constant('outcome' as const), articleId: anyId, text: anyText(40), at: second }),
);

const formed: Record<keyof IncidentFields, fc.Arbitrary<string>> = {
  amount: fc.constantFrom('', '128', '128.5', '0.01', '999999999.99'),
  reference: fc.stringMatching(/^[0-9A-Za-z-]{0,32}$/),
  trace: fc.stringMatching(/^[0-9]{0,6}$/),
  terminal: fc.stringMatching(/^[0-9A-Z]{0,8}$/),
  merchant: fc.stringMatching(/^[0-9]{0,15}$/),
  note: anyText(120),
};

const fields = fc.record(formed).filter((each) =>
  INCIDENT_FIELDS.every((name) => {
    const parsed = parseField(name, each[name]);
    return parsed.ok && parsed.value === each[name];
  }),
);

/** Any incident that `incidentReader` accepts; times not in order, as after a change of the clock. */
export const anyIncident: fc.Arbitrary<Incident> = fc.record({
  number: fc
    .tuple(second, fc.double({ min: 0, max: 0.999, noNaN: true }))
    .map(([now, random]) => drawIncidentNumber(now, random, () => false)),
  createdAt: second,
  query: anyText(40),
  code: anyText(12),
  channel: fc.constantFrom(null, ...CHANNELS),
  line: fc.constantFrom('unset' as const, ...LINES),
  articleId: fc.option(anyId),
  title: anyText(30),
  bundleId: fc.constantFrom(null, BUNDLE),
  uncertain: fc.boolean(),
  steps: fc.array(step, { maxLength: 8 }),
  fields,
  states: fc
    .array(fc.record({ state: fc.constantFrom(...INCIDENT_STATES), at: second }), { maxLength: 4 })
    .chain((later) => second.map((at) => [{ state: 'open' as const, at }, ...later])),
});

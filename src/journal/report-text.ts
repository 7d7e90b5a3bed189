// An incident as a report that people read and this file reads back: lines of `键:值`, to be sent by WeChat.
//
//   POS 故障报告 1
//   编号:4821 0375
//   时间:2026-11-22 16:43:05 +08:00
//   代码:E3
//   …
//   1问(3):断网的时候有没有一笔正在收?      step 3 of the triage (from 1), then the answer given, its number and time
//   1答(2):没有 2026-11-22 16:44:05
//   2做(1):先别再刷 2026-11-22 16:45:10
//   3果:这笔钱收到了 2026-11-22 16:45:30
//   完
//
// Keys come in this order and steps in theirs, and only what is due is a key: a value may contain anything that fits on a
// line. A line that is no due key goes on with the one before (a chat has wrapped it). Colons may be full width.

import { fail, type Result, unreachable } from '../base/result.ts';
import { type Incident, type IncidentStep, incidentReader } from './incident.ts';
import { FIELD_FORMS, INCIDENT_FIELDS } from './incident-fields.ts';
import { incidentNumberWords } from './incident-number.ts';
import { REPORT_CHANNELS, REPORT_LINES, STATE_WORDS } from './incident-words.ts';
import { LAST_TIME, type ReadProblem, readValue } from './record-reader.ts';

export type ReportProblem =
  | { readonly kind: 'not-a-report' }
  /** Something was cut off or changed on the way. */
  | { readonly kind: 'damaged'; readonly problems: readonly ReadProblem[] };

const TITLE = /POS\s*故障报告\s*1/;
const END = '完';
const KEYS = [
  '编号',
  '时间',
  '查询',
  '代码',
  '渠道',
  '机具',
  '文章',
  '标题',
  '内容版本',
  '不明',
  '状态',
].concat(INCIDENT_FIELDS.map((field) => FIELD_FORMS[field].words));

/** The offset of this phone's local time from UTC at `at`, in minutes: 480 in China. */
export function localZone(at: number): number {
  return -new Date(at).getTimezoneOffset();
}

/** `zone` is the offset from UTC, in minutes, in which times are written. */
export function reportText(incident: Incident, zone = localZone(incident.createdAt)): string {
  const clock = (at: number) => clockText(at, zone);
  const values: readonly string[] = [
    incidentNumberWords(incident.number),
    `${clock(incident.createdAt)} ${zoneText(zone)}`,
    incident.query,
    incident.code,
    incident.channel === null ? '' : REPORT_CHANNELS[incident.channel],
    REPORT_LINES[incident.line],
    incident.articleId ?? '',
    incident.title,
    incident.bundleId ?? '',
    incident.uncertain ? '是' : '否',
    incident.states.map(({ state, at }) => `${STATE_WORDS[state]} ${clock(at)}`).join('，'),
    ...INCIDENT_FIELDS.map((field) => incident.fields[field]),
  ];
  const head = KEYS.flatMap((key, i) => (values[i] ? [`${key}:${values[i]}`] : []));
  return ['POS 故障报告 1', ...head, ...stepLines(incident, clock), END].join('\n');
}

type Clock = (at: number) => string;

function stepLines({ articleId, steps }: Incident, clock: Clock): string[] {
  return steps.flatMap((step, i) => {
    const page = i === 0 ? articleId : steps[i - 1]?.articleId;
    const turn = step.articleId === page ? [] : [`${i + 1}页:${step.articleId}`];
    return [...turn, ...wordsOfStep(step, i + 1, clock)];
  });
}

function wordsOfStep(step: IncidentStep, n: number, clock: Clock): string[] {
  switch (step.kind) {
    case 'answer':
      return [
        `${n}问(${step.step + 1}):${step.question}`,
        `${n}答(${step.choice + 1}):${step.answer} ${clock(step.at)}`,
      ];
    case 'tick':
      return [`${n}做(${step.step + 1}):${step.text} ${clock(step.at)}`];
    case 'outcome':
      return [`${n}果:${step.text} ${clock(step.at)}`];
    default:
      return unreachable(step);
  }
}

/** From the text alone. What stands before the title and after 完 is not looked at. */
export function parseReportText(text: string): Result<Incident, ReportProblem> {
  const lines = reportLines(text);
  if (lines === undefined) return fail({ kind: 'not-a-report' });
  const { head, steps } = lines;
  const words = (key: string) => head.get(key) ?? '';
  const name = (key: string) => unspaced(words(key)) || null;
  const [created, zone] = zonedTime(words('时间'));
  const read = readValue(incidentReader, {
    number: name('编号'),
    createdAt: created,
    query: words('查询'),
    code: words('代码'),
    channel: head.has('渠道') ? named(REPORT_CHANNELS, words('渠道')) : null,
    line: named(REPORT_LINES, words('机具')),
    articleId: name('文章'),
    title: words('标题'),
    bundleId: name('内容版本'),
    uncertain: { 是: true, 否: false }[words('不明')],
    steps: parseSteps(steps, name('文章'), zone),
    fields: Object.fromEntries(
      INCIDENT_FIELDS.map((field) => {
        const value = words(FIELD_FORMS[field].words);
        return [field, field === 'note' ? value : unspaced(value)];
      }),
    ),
    states: words('状态')
      .split(/[，,]/)
      .map((part) => {
        const state = timedWords(part, zone);
        return { state: named(STATE_WORDS, state.words), at: state.at };
      }),
  });
  return read.ok ? read : fail({ kind: 'damaged', problems: read.problem });
}

/** The name that has these words in `table`; what has none is for the reader to refuse. */
function named(table: Readonly<Record<string, string>>, words: string): string | undefined {
  return Object.keys(table).find((name) => table[name] === words);
}

interface StepLine {
  readonly n: number;
  readonly label: string;
  readonly index: number;
  value: string;
}

/** The report's lines, wrapped ones joined; `undefined` where there is no title or no end. */
function reportLines(text: string): { head: Map<string, string>; steps: StepLine[] } | undefined {
  const begin = TITLE.exec(text);
  if (begin === null) return undefined;
  const head = new Map<string, string>();
  const steps: StepLine[] = [];
  let due = 0;
  let goOn: (more: string) => void = () => undefined;
  for (const raw of text.slice(begin.index + begin[0].length).split(/\r\n|[\n\r\u2028]/)) {
    const line = raw.replace(/^[>\s]+|\s+$/g, '');
    if (line === END) return { head, steps };
    const colon = line.search(/[:：]/);
    const key = line.slice(0, Math.max(colon, 0)).trim();
    const value = line.slice(colon + 1).trim();
    const place = steps.length > 0 ? -1 : KEYS.indexOf(key, due);
    const step = stepLine(key, value, steps[steps.length - 1]);
    if (place >= 0) {
      due = place + 1;
      head.set(key, value);
      goOn = (more) => head.set(key, join(head.get(key) ?? '', more));
    } else if (step !== undefined) {
      steps.push(step);
      goOn = (more) => {
        step.value = join(step.value, more);
      };
    } else if (line !== '') goOn(line);
  }
  return undefined;
}

/** Between words in Latin letters a wrap took the place of a space; in Chinese it took nothing's. */
function join(before: string, after: string): string {
  return /[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after) ? `${before} ${after}` : before + after;
}

/** Due is the same number after 页 or 问, else the next one. */
function stepLine(key: string, value: string, last: StepLine | undefined): StepLine | undefined {
  const parts = /^(\d{1,3})\s*([页问答做果])\s*(?:[(（]\s*(\d{1,3})\s*[)）])?$/.exec(key);
  const [, n, label = '', index = '1'] = parts ?? [];
  const isOpen = last?.label === '页' || last?.label === '问';
  const due = last === undefined ? 1 : isOpen ? last.n : last.n + 1;
  if (parts === null || Number(n) !== due || (label === '答') !== (last?.label === '问')) return undefined;
  return { n: due, label, index: Number(index) - 1, value };
}

/** As `IncidentStep`s, still to be checked by the reader. */
function parseSteps(lines: readonly StepLine[], first: string | null, zone: number): unknown[] {
  const steps: unknown[] = [];
  let articleId: string | null = first;
  let asked: StepLine | undefined;
  for (const line of lines) {
    const { words, at } = timedWords(line.value, zone);
    const step = { articleId, at };
    if (line.label === '页') articleId = unspaced(line.value);
    else if (line.label === '问') asked = line;
    else if (line.label === '答') {
      const question = asked?.value;
      steps.push({
        ...step,
        kind: 'answer',
        step: asked?.index,
        choice: line.index,
        question,
        answer: words,
      });
    } else if (line.label === '做') steps.push({ ...step, kind: 'tick', step: line.index, text: words });
    else steps.push({ ...step, kind: 'outcome', text: words });
  }
  return steps;
}

const CLOCK = /^(\d{4})-(\d\d)-(\d\d)(\d\d)[:：](\d\d)[:：](\d\d)$/;

/** Words with a time after them: the last 18 characters that are not spaces, wherever a wrap has put some. */
function timedWords(value: string, zone: number): { words: string; at: number } {
  const tail = /(?:\S\s*){18}$/.exec(value);
  const parts = CLOCK.exec(unspaced(tail?.[0] ?? ''));
  if (tail === null || parts === null) return { words: value, at: Number.NaN };
  const [year = 0, month = 0, ...rest] = parts.slice(1).map(Number);
  const [day, hour, minute, second] = rest;
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - zone * 60_000;
  return { words: value.slice(0, tail.index).trim(), at };
}

function zonedTime(value: string): readonly [at: number, zone: number] {
  const parts = /^(.*)([+-])(\d\d)[:：](\d\d)$/.exec(unspaced(value));
  if (parts === null) return [Number.NaN, 0];
  const [, clock = '', sign, hours, minutes] = parts;
  const zone = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return [timedWords(clock, zone).at, zone];
}

function unspaced(text: string): string {
  return text.replace(/\s/g, '');
}

/** `2026-11-22 16:43:05`, in the zone that is `zone` minutes from UTC. */
export function clockText(at: number, zone: number): string {
  const date = new Date(Math.min(Math.max(at, 0), LAST_TIME) + zone * 60_000);
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

/** `+08:00` */
export function zoneText(zone: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return `${zone < 0 ? '-' : '+'}${two(Math.abs(zone) / 60)}:${two(Math.abs(zone) % 60)}`;
}

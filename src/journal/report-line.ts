// An incident as one short line for a QR code: what a machine needs to replay the case. The words of questions and steps are
// left out, the article and the bundle id say them; answers keep theirs while there is room.
//
//   POSR1;48210375;t8k2c0;E3;;terminal;dianqian;codes/terminal/e3;1a2b…;1;o0,u3k;128.50;;;;;note;guides/x;a0.2.1.1s.没有,…;checksum
//
// Fields are separated by `;`, members by `,`, parts by `.`; numbers and seconds after the beginning are base 36. Of texts `%`,
// the separators and all whitespace are percent-encoded, so whitespace anywhere means nothing. The last field is the
// checksum of murmur3.ts over all before it.

import { fail, type Result } from '../base/result.ts';
import { INCIDENT_STATES, type Incident, type IncidentStep, incidentReader } from './incident.ts';
import { INCIDENT_FIELDS } from './incident-fields.ts';
import { murmur3 } from './murmur3.ts';
import { readValue } from './record-reader.ts';
import type { ReportProblem } from './report-text.ts';

/** UTF-8 bytes up to which words are kept: a QR code of version 18 at level L, still read from a cheap screen. */
export const LINE_BYTES = 700;

const encoder = new TextEncoder();

/** As many words as fit into `LINE_BYTES`; without any words the line may still be longer, at most some 3 kB. */
export function reportLine(incident: Incident): string {
  const full = lineWith(incident, { answers: true, note: 60 });
  if (encoder.encode(full).length <= LINE_BYTES) return full;
  const brief = lineWith(incident, { answers: false, note: 60 });
  return encoder.encode(brief).length <= LINE_BYTES ? brief : lineWith(incident, { answers: false, note: 0 });
}

interface LineWords {
  readonly answers: boolean;
  /** UTF-16 units of the note. */
  readonly note: number;
}

function lineWith(incident: Incident, words: LineWords): string {
  const { createdAt, steps } = incident;
  const pages = [...new Set(steps.map((step) => step.articleId))];
  const since = (at: number) => ((at - createdAt) / 1000).toString(36);
  const fields = [
    'POSR1',
    incident.number,
    (createdAt / 1000).toString(36),
    encodeText(incident.code),
    incident.query === incident.code ? '' : encodeText(incident.query),
    incident.channel ?? '',
    incident.line,
    incident.articleId ?? '',
    incident.bundleId ?? '',
    incident.uncertain ? '1' : '0',
    incident.states.map(({ state, at }) => `${INCIDENT_STATES.indexOf(state)}${since(at)}`).join(),
    ...INCIDENT_FIELDS.map((field) =>
      encodeText(field === 'note' ? cut(incident.fields.note, words.note) : incident.fields[field]),
    ),
    pages.map(encodeText).join(),
    steps
      .map((step) => stepParts(step, pages.indexOf(step.articleId), since, words.answers).join('.'))
      .join(),
  ];
  const line = fields.join(';');
  return `${line};${checksum(line)}`;
}

function stepParts(
  step: IncidentStep,
  page: number,
  since: (at: number) => string,
  withWords: boolean,
): (string | number)[] {
  const at = since(step.at);
  switch (step.kind) {
    case 'answer':
      return [`a${page}`, step.step, step.choice, at, ...(withWords ? [encodeText(step.answer)] : [])];
    case 'tick':
      return [`t${page}`, step.step, at];
    case 'outcome':
      return [`o${page}`, at];
  }
}

/** The incident without the words that the line leaves out: they are empty. */
export function parseReportLine(text: string): Result<Incident, ReportProblem> {
  const line = /POSR1;[^\u3000]*/.exec(text)?.[0].replace(/\s/g, '') ?? '';
  const fields = line.split(';');
  const end = line.lastIndexOf(';');
  if (end < 0) return fail({ kind: 'not-a-report' });
  if (fields.length !== FIELD_COUNT || line.slice(end + 1) !== checksum(line.slice(0, end))) {
    return fail({ kind: 'damaged', problems: [{ path: '', expected: 'a whole line' }] });
  }
  const [, number, created = '', code = '', query = '', channel, kindOfLine, articleId, bundleId, uncertain] =
    fields;
  const [states = '', ...rest] = fields.slice(10);
  const createdAt = Number.parseInt(created, 36) * 1000;
  const at = (since = '') => createdAt + Number.parseInt(since, 36) * 1000;
  const pages = (rest[INCIDENT_FIELDS.length] ?? '').split(',').map(decodeText);
  const read = readValue(incidentReader, {
    number,
    createdAt,
    query: decodeText(query === '' ? code : query),
    code: decodeText(code),
    channel: channel || null,
    line: kindOfLine,
    articleId: articleId || null,
    title: '',
    bundleId: bundleId || null,
    uncertain: uncertain === '1',
    steps: members(rest[INCIDENT_FIELDS.length + 1]).map((member) => parseStep(member, pages, at)),
    fields: Object.fromEntries(INCIDENT_FIELDS.map((field, i) => [field, decodeText(rest[i] ?? '')])),
    states: members(states).map((member) => ({
      state: INCIDENT_STATES[Number(member[0])],
      at: at(member.slice(1)),
    })),
  });
  return read.ok ? read : fail({ kind: 'damaged', problems: read.problem });
}

const FIELD_COUNT = 11 + INCIDENT_FIELDS.length + 3;

function members(text = ''): string[] {
  return text === '' ? [] : text.split(',');
}

function parseStep(member: string, pages: readonly string[], at: (since?: string) => number): unknown {
  const [head = '', first, second, third, words = ''] = member.split('.');
  const articleId = pages[Number(head.slice(1))];
  switch (head[0]) {
    case 'a': {
      const [step, choice] = [Number(first), Number(second)];
      return {
        kind: 'answer',
        articleId,
        step,
        choice,
        question: '',
        answer: decodeText(words),
        at: at(third),
      };
    }
    case 't':
      return { kind: 'tick', articleId, step: Number(first), text: '', at: at(second) };
    default:
      return { kind: 'outcome', articleId, text: '', at: at(first) };
  }
}

function checksum(line: string): string {
  return murmur3(encoder.encode(line)).toString(36);
}

function encodeText(text: string): string {
  return text
    .replace(/[%;,.\s]/g, encodeURIComponent)
    .replace(/\./g, '%2E')
    .replace(/,/g, '%2C');
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function cut(text: string, limit: number): string {
  return text
    .slice(0, limit)
    .replace(/\p{Cs}$/u, '')
    .trim();
}

// What a merchant may write into an incident, all of it optional: each field with its form, and none with a card number.

import { fail, ok, type Result } from '../base/result.ts';
import { cleanText } from './clean-text.ts';
import { type CardNumberRange, findCardNumber } from './pan.ts';
import { fields, type Reader, reader } from './record-reader.ts';

export interface IncidentFields {
  /** Yuan, `128` or `128.50`. */
  readonly amount: string;
  /** 参考号: twelve characters (ISO 8583 field 37); longer ones of payments by code. */
  readonly reference: string;
  /** 凭证号, 流水号: six digits (field 11). */
  readonly trace: string;
  /** 终端号: eight characters (field 41). */
  readonly terminal: string;
  /** 商户号: fifteen characters (field 42). */
  readonly merchant: string;
  readonly note: string;
}

export type IncidentField = keyof IncidentFields;

export type FieldProblem =
  | (CardNumberRange & { readonly field: IncidentField })
  | { readonly kind: 'too-long'; readonly field: IncidentField; readonly limit: number }
  | { readonly kind: 'malformed'; readonly field: IncidentField };

interface FieldForm {
  /** As the terminal's slip calls it. */
  readonly words: string;
  /** UTF-16 units. */
  readonly limit: number;
  /** Of what is not empty. */
  readonly form: RegExp;
  readonly expected: string;
}

const NUMBER = /^[0-9A-Za-z-]+$/;

export const FIELD_FORMS: Readonly<Record<IncidentField, FieldForm>> = {
  amount: { words: '金额', limit: 12, form: /^\d{1,9}(?:\.\d{1,2})?$/, expected: '金额，比如 128.50' },
  reference: { words: '参考号', limit: 64, form: NUMBER, expected: '数字和字母' },
  trace: { words: '凭证号', limit: 20, form: NUMBER, expected: '数字和字母' },
  terminal: { words: '终端号', limit: 20, form: NUMBER, expected: '数字和字母' },
  merchant: { words: '商户号', limit: 20, form: NUMBER, expected: '数字和字母' },
  note: { words: '备注', limit: 500, form: /./, expected: '文字' },
};

export const INCIDENT_FIELDS = Object.keys(FIELD_FORMS) as readonly IncidentField[];

export const NO_FIELDS: IncidentFields = {
  amount: '',
  reference: '',
  trace: '',
  terminal: '',
  merchant: '',
  note: '',
};

/**
 * What was typed as it will be kept: one line; numbers without spaces, in ASCII; an amount without ¥ and commas. Ranges of
 * problems are in UTF-16 units of `typed`.
 */
export function parseField(field: IncidentField, typed: string): Result<string, FieldProblem> {
  const found = findCardNumber(typed);
  if (found !== undefined) return fail({ ...found, field });
  const { limit, form } = FIELD_FORMS[field];
  const clean = cleanText(field === 'note' ? typed : unspaced(typed), 2 * limit);
  const text = field === 'amount' ? clean.replace(/^¥|[,元]/g, '') : clean;
  if (text.length > limit) return fail({ kind: 'too-long', field, limit });
  if (text !== '' && !form.test(text)) return fail({ kind: 'malformed', field });
  // Cleaning may have brought digits together.
  const joined = findCardNumber(text);
  return joined === undefined ? ok(text) : fail({ kind: 'card-number', field, start: 0, end: typed.length });
}

function unspaced(typed: string): string {
  return typed.slice(0, 1000).normalize('NFKC').replace(/\s/g, '');
}

/** Why a field was refused, and what to do instead. */
export function fieldProblemWords(problem: FieldProblem): string {
  const { words, expected } = FIELD_FORMS[problem.field];
  switch (problem.kind) {
    case 'card-number':
      return problem.field === 'note' || problem.field === 'amount'
        ? '这里有一串数字像银行卡号，不能存。要说是哪张卡，只写后 4 位。'
        : `这串数字像银行卡号，不能存。确实是${words}的话，只写后 8 位。`;
    case 'too-long':
      return `${words}最多 ${problem.limit} 个字。`;
    case 'malformed':
      return `${words}要写${expected}。`;
  }
}

function field(name: IncidentField): Reader<string> {
  return reader(`a ${name} without a card number`, (value) => {
    if (typeof value !== 'string') return undefined;
    const parsed = parseField(name, value);
    return parsed.ok && parsed.value === value ? value : undefined;
  });
}

export const incidentFieldsReader: Reader<IncidentFields> = fields<IncidentFields>({
  amount: field('amount'),
  reference: field('reference'),
  trace: field('trace'),
  terminal: field('terminal'),
  merchant: field('merchant'),
  note: field('note'),
});

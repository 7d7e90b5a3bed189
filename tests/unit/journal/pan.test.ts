import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCardNumber, withoutCardNumbers } from '../../../src/journal/pan.ts';

/** Luhn as ISO/IEC 7812-1 annex B tells it, digit by digit from the right. */
function naiveLuhn(digits: string): boolean {
  let sum = 0;
  let double = false;
  for (const digit of [...digits].reverse()) {
    let value = Number(digit) * (double ? 2 : 1);
    if (value >= 10) value = 1 + (value - 10);
    sum += value;
    double = !double;
  }
  return sum % 10 === 0;
}

function withCheckDigit(digits: string): string {
  return digits + [...'0123456789'].find((check) => naiveLuhn(digits + check));
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const isTime = (text: string) => /^20\d\d[01]\d[0-3]\d[0-2]\d[0-5]\d[0-5]\d$/.test(text);
const card = digits(12, 18)
  .map(withCheckDigit)
  .filter((number) => !isTime(number));
const separator = fc.constantFrom(
  '',
  '',
  ' ',
  '-',
  '\u3000',
  '－',
  '—',
  '、',
  '，',
  '·',
  '.',
  ' - ',
  '\n',
  '\u200b',
  '一',
);
const around = fc.constantFrom('', '卡号', '卡号:', '(', ' PAN', '元。', '#');

describe('card numbers', () => {
  test.each([
    ['Visa', '4111111111111111'],
    ['UnionPay of 16', '6222 0212 3456 7894'.replace(/ /g, '').slice(0, 15)],
    ['Amex, as printed', '3782 822463 10005'],
    ['Diners', '30569309025904'],
    ['in fours with hyphens', '4111-1111-1111-1111'],
    ['full width', fullWidth('4111111111111111')],
    [
      'full width with full-width spaces',
      `${fullWidth('4111')}\u3000${fullWidth('1111')}\u3000${fullWidth('11111111')}`,
    ],
    ['with an expiry date beside it', '4111 1111 1111 1111 12 28'],
    ['in a sentence', '顾客卡4111，1111，1111，1111刷了两次'],
    ['on the magnetic stripe', ';4111111111111111=28122011000012300000?'],
    ['with zero width between', '4111\u200b1111\u200b1111\u200b1111'],
    ['in circled digits', '④①①①①①①①①①①①①①①①'],
  ])('%s is found', (name, text) => {
    if (name === 'UnionPay of 16') expect(findCardNumber(withCheckDigit(text))).toBeDefined();
    else expect(findCardNumber(text)).toBeDefined();
  });

  test.each([
    ['a phone number', '13800138000'],
    ['a reference number', '123456789012'],
    ['a trace and a terminal', '凭证号000123 终端号12345678'],
    ['a number with a wrong check digit', '4111111111111112'],
    ['a masked card', '622202******1234'],
    ['a date and a time', '2026-11-22 16:43:05'],
    ['a date, a time and a trace as slips print them', '2026/11/22 16:43:05 000123'],
    ['an order of 28 digits', '4200001234202611221234567890'],
    ['two phone numbers with words between', '13800138000或13900139000'],
    ['amounts', '128.50元，又刷128.50元'],
    ['nothing', ''],
  ])('%s is not', (_, text) => {
    expect(findCardNumber(text)).toBeUndefined();
  });

  test('a time is let pass even with a right check digit, and what is no time is not', () => {
    const minutes = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
    const times = minutes.map((minute) => `202611221${minute.slice(1)}${minute}05`).filter(naiveLuhn);
    const others = minutes.map((minute) => `202613221${minute.slice(1)}${minute}05`).filter(naiveLuhn);
    expect(times.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    for (const time of times) expect(findCardNumber(time)).toBeUndefined();
    for (const other of others) expect(findCardNumber(other)).toBeDefined();
  });

  test('a run of digits is refused exactly when it has 13 to 19 digits and passes a naive Luhn', () => {
    fc.assert(
      fc.property(digits(1, 30), fc.boolean(), (number, wide) => {
        const expected = number.length >= 13 && number.length <= 19 && naiveLuhn(number) && !isTime(number);
        expect(findCardNumber(wide ? fullWidth(number) : number) !== undefined).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('no separators, widths or words around it hide one', () => {
    fc.assert(
      fc.property(
        card,
        fc.array(separator, { minLength: 19, maxLength: 19 }),
        fc.boolean(),
        around,
        around,
        (number, gaps, wide, before, after) => {
          const shown = wide ? fullWidth(number) : number;
          const text = [...shown].map((digit, i) => digit + (i < shown.length - 1 ? gaps[i] : '')).join('');
          const found = findCardNumber(before + text + after);
          expect(found).toBeDefined();
          expect(found?.start).toBe(before.length);
          expect(found?.end).toBeLessThanOrEqual(before.length + text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('one in ten of other numbers is taken for a card', () => {
    let taken = 0;
    for (let i = 0; i < 10_000; i++)
      if (findCardNumber(String(8_980_000_000_000_00 + i * 7919)) !== undefined) taken++;
    expect(taken / 10_000).toBeGreaterThan(0.08);
    expect(taken / 10_000).toBeLessThan(0.12);
  });

  test('cutting them out leaves none, and leaves the rest', () => {
    fc.assert(
      fc.property(card, fc.string({ maxLength: 30 }), (number, words) => {
        expect(findCardNumber(withoutCardNumbers(`${words}${number}${words}`))).toBeUndefined();
      }),
    );
    expect(withoutCardNumbers('卡4111 1111 1111 1111扣了')).toBe('卡[卡号已去掉]扣了');
  });

  // Quadratic work would take minutes and run into the time limit of the test; how loaded the machine is does not matter.
  test.each([['1 '.repeat(200_000)], ['1'.repeat(400_000)], [' '.repeat(400_000)]])(
    'a long text is read in linear time',
    (text) => {
      expect(() => findCardNumber(text)).not.toThrow();
    },
    30_000,
  );
});

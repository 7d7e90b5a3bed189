// Finds what looks like a card number, so that it is refused before it is kept.
//
// The rule: digits that form a number of 13 to 19 digits whose Luhn check digit (ISO/IEC 7812-1, annex B) is right. One
// number is a run of digits, or neighbouring runs with nothing but separators between them: up to three of spaces, line
// ends, hyphens and dashes, dots, commas, 、· and 一 (typed for a dash); characters without width do not count. Digits are
// ASCII, full-width, or whatever NFKC makes one digit (①). Runs are taken whole: 13 digits inside a run of 28 are no card.
// Not refused: a valid time YYYYMMDDhhmmss of this century (no card of 14 digits begins with 20).
//
// False alarms: one digit in ten is a right check digit, so 10 % of all other numbers of 13 to 19 digits. Phone numbers (11),
// reference numbers (12), traces (6) and terminals (8) are too short to be taken; two of them side by side, with nothing but
// a space between, are one number of 10 %. Merchant numbers (15) and orders are met by 10 %: the reason says to leave out
// the first digits.

export interface CardNumberRange {
  readonly kind: 'card-number';
  /** Half-open, in UTF-16 units of the text searched. */
  readonly start: number;
  readonly end: number;
}

const SEPARATOR = /^[\s\p{Pd}.,_−，．。、·・•‧一]$/u;
const SEPARATORS_LIMIT = 3;
const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}]$/u;
const SHORTEST = 13;
const LONGEST = 19;

interface Run {
  readonly start: number;
  end: number;
  digits: string;
  /** Only separators stand between the run before and this one. */
  readonly joined: boolean;
}

/** The first one, the longest where several begin there. Work is linear in the length of `text`. */
export function findCardNumber(text: string): CardNumberRange | undefined {
  const runs = digitRuns(text);
  for (let first = 0; first < runs.length; first++) {
    let digits = '';
    let found: CardNumberRange | undefined;
    for (let i = first; i < runs.length; i++) {
      const run = runs[i];
      const start = runs[first]?.start;
      if (run === undefined || start === undefined || (i > first && !run.joined)) break;
      digits += run.digits;
      if (digits.length > LONGEST) break;
      if (isCardNumber(digits)) found = { kind: 'card-number', start, end: run.end };
    }
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Each one replaced by `[卡号已去掉]`: for text that must be kept although something in it must not. */
export function withoutCardNumbers(text: string): string {
  let rest = text;
  for (let found = findCardNumber(rest); found !== undefined; found = findCardNumber(rest)) {
    rest = `${rest.slice(0, found.start)}[卡号已去掉]${rest.slice(found.end)}`;
  }
  return rest;
}

function digitRuns(text: string): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let separators = 0;
  let foreign = true;
  let offset = 0;
  for (const character of text) {
    const digit = digitOf(character);
    if (digit !== undefined) {
      if (run === undefined || separators > 0 || foreign) {
        run = { start: offset, end: 0, digits: '', joined: !foreign && separators <= SEPARATORS_LIMIT };
        runs.push(run);
      }
      // A run that is too long already need not be known whole.
      if (run.digits.length <= LONGEST) run.digits += digit;
      run.end = offset + character.length;
      separators = 0;
      foreign = false;
    } else if (SEPARATOR.test(character)) separators++;
    else if (!INVISIBLE.test(character)) foreign = true;
    offset += character.length;
  }
  return runs;
}

function digitOf(character: string): string | undefined {
  if (character >= '0' && character <= '9') return character;
  if (character < '\u0080') return undefined;
  const folded = character.normalize('NFKC');
  return folded.length === 1 && folded >= '0' && folded <= '9' ? folded : undefined;
}

/** `digits` are ASCII digits. */
function isCardNumber(digits: string): boolean {
  return digits.length >= SHORTEST && passesLuhn(digits) && !isTimestamp(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isTimestamp(digits: string): boolean {
  const parts = /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits)?.slice(1);
  if (parts === undefined) return false;
  const [year, month, day, hour, minute, second] = parts;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const date = new Date(`${written}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

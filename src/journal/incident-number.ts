// The number of an incident, short enough to be read out on the phone: eight digits, said in two fours. Seven are drawn,
// the eighth is a check digit that catches every single wrong digit and every swap of two neighbours (H. M. Damm, 2004).
// Digits only: letters are misheard. It is unique on one phone, not between phones.

import type { Brand } from '../base/brand.ts';

/** Eight digits without a space. */
export type IncidentNumber = Brand<string, 'IncidentNumber'>;

/** Rows of the totally anti-symmetric quasigroup of order 10 in Damm's thesis. */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const DAY_MS = 86_400_000;

/**
 * Three digits from the day of `now` (ms since 1970), four from `random` (0 ≤ random < 1), one to check; the next free one
 * where `isTaken`. Two incidents of one day meet with a chance of 1 in 10,000, which is why `isTaken` is asked.
 */
export function drawIncidentNumber(
  now: number,
  random: number,
  isTaken: (number: IncidentNumber) => boolean,
): IncidentNumber {
  const first = (Math.floor(now / DAY_MS) % 1000) * 10_000;
  const drawn = Math.floor(random * 10_000);
  for (let i = 0; i < 10_000; i++) {
    const number = withCheckDigit(first + ((drawn + i) % 10_000));
    if (!isTaken(number)) return number;
  }
  throw new Error('all incident numbers of this day are taken');
}

/** As read or typed: spaces, hyphens and full-width digits are fine, a wrong check digit is not. */
export function parseIncidentNumber(text: string): IncidentNumber | undefined {
  const digits = text.slice(0, 40).normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) && damm(digits) === '0' ? (digits as IncidentNumber) : undefined;
}

/** In two fours: `4821 0375`. */
export function incidentNumberWords(number: IncidentNumber): string {
  return `${number.slice(0, 4)} ${number.slice(4)}`;
}

function withCheckDigit(seven: number): IncidentNumber {
  const digits = String(seven).padStart(7, '0');
  return (digits + damm(digits)) as IncidentNumber;
}

/** The check digit of `digits`; '0' when they end in theirs. */
function damm(digits: string): string {
  let interim = '0';
  for (const digit of digits) interim = DAMM[Number(interim)]?.[Number(digit)] ?? '0';
  return interim;
}

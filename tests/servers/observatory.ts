// The score of Mozilla's HTTP Observatory, counted here by its published rules (mdn/mdn-http-observatory,
// src/grader/charts.js): 100, less what is missing; what goes beyond counts only where the rest comes to 90 or more; A+ from
// 100 on. It is asked of an answer as it came over the wire, with the page that it brought.

export interface ObservatoryRow {
  readonly rule: string;
  readonly points: number;
  readonly why: string;
}

export interface ObservatoryScore {
  readonly rows: readonly ObservatoryRow[];
  readonly score: number;
  readonly grade: string;
}

const HALF_A_YEAR_SECONDS = 15_768_000;
const BONUS_FROM = 90;
const GRADES: readonly (readonly [from: number, grade: string])[] = [
  [100, 'A+'],
  [90, 'A'],
  [70, 'B'],
  [50, 'C'],
  [30, 'D'],
  [0, 'F'],
];

/** `headers` and `html` of the page at the root. The redirect from http is the host's and is not in this score. */
export function observatoryScore(headers: Headers, html: string): ObservatoryScore {
  const rows = [
    policyRow(headers),
    framingRow(headers),
    equalRow(headers, 'Referrer-Policy', /^(?:no-referrer|same-origin|strict-origin)/, 5, 0),
    equalRow(headers, 'Cross-Origin-Resource-Policy', /^same-(?:origin|site)$/, 10, 0),
    equalRow(headers, 'Cross-Origin-Embedder-Policy', /^(?:require-corp|credentialless)$/, 10, 0),
    transportRow(headers),
    equalRow(headers, 'X-Content-Type-Options', /^nosniff$/, 0, -5),
    equalRow(headers, 'Access-Control-Allow-Origin', /^\*$/, -50, 0),
    {
      rule: 'cookies',
      points: headers.has('set-cookie') ? -20 : 0,
      why: headers.get('set-cookie') ?? 'none',
    },
    integrityRow(html),
  ];
  const sum = (select: (points: number) => boolean): number =>
    rows.reduce((total, { points }) => total + (select(points) ? points : 0), 0);
  const base = 100 + sum((points) => points < 0);
  const score = Math.max(0, base >= BONUS_FROM ? base + sum((points) => points > 0) : base);
  return { rows, score, grade: GRADES.find(([from]) => score >= from)?.[1] ?? 'F' };
}

export function observatoryTable({ rows, score, grade }: ObservatoryScore): string {
  const line = (points: string, rule: string, why: string): string =>
    `${points.padStart(5)}  ${rule.padEnd(30)}${why}`;
  return [
    line('100', 'base', ''),
    ...rows.map(({ rule, points, why }) => line(points > 0 ? `+${points}` : String(points), rule, why)),
    line(String(score), `score: ${grade}`, 'without the redirect from http, which is the host’s'),
  ].join('\n');
}

function policyRow(headers: Headers): ObservatoryRow {
  const rule = 'Content-Security-Policy';
  const policy = headers.get(rule);
  if (policy === null) return { rule, points: -25, why: 'missing' };
  if (/'unsafe-|\bhttps?:|\bdata:|\*/.test(policy)) return { rule, points: -20, why: 'allows too much' };
  const none = /(?:^|;\s*)default-src 'none'/.test(policy);
  return { rule, points: none ? 10 : 5, why: none ? "default-src 'none', nothing unsafe" : 'nothing unsafe' };
}

function framingRow(headers: Headers): ObservatoryRow {
  const rule = 'frame-ancestors';
  const inPolicy = /frame-ancestors '(?:none|self)'/.exec(headers.get('content-security-policy') ?? '');
  if (inPolicy !== null) return { rule, points: 5, why: inPolicy[0] };
  const old = headers.get('x-frame-options');
  return { rule, points: old === null ? -20 : 0, why: `X-Frame-Options: ${old ?? 'missing'}` };
}

function transportRow(headers: Headers): ObservatoryRow {
  const rule = 'Strict-Transport-Security';
  const found = headers.get(rule);
  const age = Number(/max-age=(\d+)/.exec(found ?? '')?.[1] ?? 0);
  if (age < HALF_A_YEAR_SECONDS) return { rule, points: found === null ? -20 : -10, why: found ?? 'missing' };
  return { rule, points: 0, why: `${found} (+5 only in the browsers’ own list)` };
}

function equalRow(
  headers: Headers,
  rule: string,
  wanted: RegExp,
  points: number,
  otherwise: number,
): ObservatoryRow {
  const found = headers.get(rule);
  return { rule, points: wanted.test(found ?? '') ? points : otherwise, why: found ?? 'none' };
}

function integrityRow(html: string): ObservatoryRow {
  const rule = 'integrity of scripts';
  const scripts = html.match(/<script\b[^>]*\bsrc=[^>]*>/g) ?? [];
  const whole = scripts.filter((script) => /\bintegrity="sha(?:256|384|512)-/.test(script));
  const all = scripts.length > 0 && whole.length === scripts.length;
  return { rule, points: all ? 5 : 0, why: `${whole.length} of ${scripts.length}` };
}

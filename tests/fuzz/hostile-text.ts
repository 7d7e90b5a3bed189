// Text that was one thing and is made into another: pieces cut out, doubled, moved, replaced, and what attackers and
// clumsy editors put in.

import fc from 'fast-check';

/** What has broken parsers, pages and readers before, and the marks of this project's own syntax. */
export const HOSTILE_PIECES: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><iframe src="javascript:alert(1)">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '[x](//evil.example)',
  '[x](https:evil.example)',
  '[x](https://open.unionpay.com@evil.example)',
  '[x](https://open.unionpay.com.evil.example)',
  '[x](https://open.unionpay.com\\@evil.example)',
  '[x](https://open.unionpay.com:8443/)',
  '[x](https://ｏpen.unionpay.com/)',
  '[x](intent://x#Intent;end)',
  '[x](weixin://dl)',
  '[x](alipays://platformapi)',
  '[x](tel:10086)',
  '[x](tel:95516)',
  '[95517](tel:95516)',
  '[x](https://open.unionpay.com/)',
  '[open.evil.example](https://open.unionpay.com/)',
  '![x](https://evil.example/x.png)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<https://evil.example>',
  '<javascript:alert(1)>',
  '[[guides/about]]',
  '[[guides/about|x]]',
  '[[../etc/passwd]]',
  '[[guides/about|[[codes/ums/3e]]]]',
  '[[',
  ']]',
  '::: 电签\n',
  ':::\n',
  '::: 别的\n',
  '---\n',
  '...\n',
  '## 排查\n',
  '## 现在怎么做\n',
  '1. 问吗?\n   - 有 → 1\n',
  '   - 没有 → 99999999999999999999\n',
  '   - 没有 → 完成: x\n',
  '   - 有 → [[codes/ums/3e]]\n',
  ' → ',
  '等 99999999 分钟',
  '`',
  '```\n',
  '**',
  '_',
  '> ',
  '- ',
  '|a|b|\n|-|-|\n|c|d|\n',
  '\\',
  '&#0;',
  '&#x202e;',
  '&lt;script&gt;',
  '\u0000',
  '\u0007',
  '\u001e',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\r',
  '\r\n',
  '\t',
  '\u0301'.repeat(40),
  '💳',
  '&a ',
  '*a',
  '<<: {a: b}',
  '!!js/function x',
  '? ',
  ': ',
  '"',
  "'",
  '{',
  '[',
  ']',
  '__proto__: x\n',
  'constructor: {prototype: {a: b}}\n',
  'title: x\n',
  'code: [E3, E3]\n',
  'money: charged\n',
  'retry: yes\n',
  'related: [codes/ums/3e]\n',
  'sources: []\n',
  'expires: 0001-01-01\n',
  'reviewed: 2026-02-30\n',
  'summary: "\\x00\\u202e<script>"\n',
  'customer: |\n  a\n  b\n',
  '4539 1488 0343 6467',
];

interface Edit {
  readonly how: 'cut' | 'double' | 'move' | 'put' | 'replace' | 'repeat' | 'end' | 'line';
  /** 0 … 1 of the text. */
  readonly at: number;
  readonly to: number;
  readonly length: number;
  readonly piece: string;
}

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE_PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
// Without bias: the usual one is towards the ends, where a change says least.
const place = fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1e6);

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.constantFrom(
    'cut',
    'double',
    'move',
    'put',
    'put',
    'put',
    'replace',
    'replace',
    'repeat',
    'end',
    'line',
    'line',
  ),
  at: place,
  to: place,
  length: fc.nat(60),
  piece,
});

function apply(text: string, { how, at, to, length, piece: put }: Edit): string {
  const start = Math.floor(at * text.length);
  const before = text.slice(0, start);
  const middle = text.slice(start, start + length);
  const after = text.slice(start + length);
  switch (how) {
    case 'cut':
      return before + after;
    case 'double':
      return before + middle + middle + after;
    case 'move': {
      const rest = before + after;
      const target = Math.floor(to * rest.length);
      return rest.slice(0, target) + middle + rest.slice(target);
    }
    case 'put':
      return before + put + middle + after;
    case 'replace':
      return before + put + after;
    case 'repeat':
      return before + put.repeat(1 + length * 8) + middle + after;
    case 'end':
      return before;
    case 'line': {
      const line = text.indexOf('\n', start) + 1;
      return text.slice(0, line) + put + text.slice(line);
    }
  }
}

/** `text` after one to eight edits. */
export function editedText(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(edit, { minLength: 1, maxLength: 8 }))
    .map(([original, edits]) => edits.reduce(apply, original));
}

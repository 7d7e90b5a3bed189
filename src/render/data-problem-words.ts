// What a reader expected, in the merchant's words. What is not known here is shown as the reader said it.

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^JSON$/, '不是导出的文件'],
  [/^one of pos-reference-journal$/, '不是本手册导出的文件'],
  [/^no card number$/, '里面有像银行卡号的数字，不能导入'],
  [/^a known kind of record$/, '不认识这种记录'],
  [/^each key once$/, '同一条记录出现了两次'],
  [/^no such field$/, '多出来的一项'],
  [/^true or false$/, '应该是 true 或 false'],
  [/^an object$/, '应该是一组内容'],
  [/^an article id$/, '应该是一篇的编号'],
  [/^a bundle id$/, '应该是内容版本号'],
  [/^an incident number$/, '单号不对'],
  [/^a whole number from (\d+) to (\d+)$/, '应该是 $1 到 $2 的整数'],
  [/^(?:a line|text) of at most (\d+)$/, '应该是文字，最多 $1 个字'],
  [/^a list of at most (\d+)$/, '应该是清单，最多 $1 条'],
  [/^at most (\d+) characters$/, '文件太大，最多 $1 个字'],
  [/^nesting of at most (\d+)$/, '一层套一层，太深了'],
  [/^one of (.+)$/, '只能是其中之一：$1'],
];

export function expectedWords(expected: string): string {
  for (const [form, words] of WORDS) if (form.test(expected)) return expected.replace(form, words);
  return `应该是：${expected}`;
}

// The name of the chain text → terms. It is written into every index file, and a reader refuses an index that another
// chain built: a query analysed differently from the text would miss silently. Change it whenever fold-text.ts,
// tokenizer.ts, code-forms.ts or pinyin.ts give another answer for some text.

export const ANALYZER = 'zh-bigram/2';

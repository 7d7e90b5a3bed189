// A small index for the tests of index and query: a few real articles in short, and as many made-up ones as asked for.

import { buildIndex } from '../../../src/index/build-index.ts';
import type { IndexFiles, IndexInput } from '../../../src/index/index-files.ts';
import type { IndexedDocument } from '../../../src/index/indexed-document.ts';

const READINGS: Record<string, string> = {
  余: 'yu',
  鹅: 'e',
  额: 'e',
  不: 'bu',
  足: 'zu',
  签: 'qian',
  到: 'dao',
  道: 'dao',
  前: 'qian',
  倩: 'qian',
  欠: 'qian',
  饿: 'e',
  失: 'shi',
  败: 'bai',
  缺: 'que',
  纸: 'zhi',
  机: 'ji',
  密: 'mi',
  码: 'ma',
  错: 'cuo',
  冲: 'chong',
  正: 'zheng',
};

type Short = Partial<IndexedDocument> & { readonly id: string; readonly title: string };

export function documentOf(short: Short): IndexedDocument {
  return {
    kind: short.id.startsWith('codes/') ? 'code' : 'guide',
    codes: [],
    aliases: [],
    channel: short.id.startsWith('codes/') ? (short.id.split('/')[1] ?? '') : '',
    money: '',
    retry: '',
    lines: [],
    headings: [],
    body: '',
    frequency: 0,
    ...short,
  };
}

export const DOCUMENTS: readonly IndexedDocument[] = [
  documentOf({ id: 'codes/alipay/acq.system_error', title: '支付宝出错', codes: ['ACQ.SYSTEM_ERROR'] }),
  documentOf({
    id: 'codes/gateway/05',
    title: '已受理',
    codes: ['05'],
    money: 'uncertain',
    retry: 'check-first',
  }),
  documentOf({
    id: 'codes/terminal/e3',
    title: '没有统一含义',
    codes: ['E3'],
    frequency: 1,
    body: '先查末笔',
  }),
  documentOf({
    id: 'codes/terminal/out-of-paper',
    title: '没纸了',
    codes: ['缺纸', '请装纸'],
    lines: ['chuantong'],
  }),
  documentOf({ id: 'codes/terminal/sign-in-failed', title: '签到没成功', codes: ['签到失败'] }),
  documentOf({ id: 'codes/ums/3e', title: '输密码超时', codes: ['3E'] }),
  documentOf({ id: 'codes/unionpay/05', title: '银行没有批准', codes: ['05'], body: '请顾客换一张卡' }),
  documentOf({ id: 'codes/unionpay/51', title: '钱不够', codes: ['51'], aliases: ['余额不足', 'yue不足'] }),
  documentOf({ id: 'codes/unionpay/91', title: '发卡行不能处理', codes: ['91'] }),
  documentOf({ id: 'codes/wechat/authcodeexpire', title: '付款码过期', codes: ['AUTHCODEEXPIRE'] }),
  documentOf({ id: 'codes/wechat/systemerror', title: '微信没给结果', codes: ['SYSTEMERROR'] }),
  documentOf({ id: 'guides/unknown-code', title: '手册里没有这个码', body: '按可能已扣款处理' }),
];

export function inputOf(documents: readonly IndexedDocument[]): IndexInput {
  return {
    documents,
    synonyms: [['扣款', '扣钱']],
    readPinyin: (text) => [...text].map((character) => READINGS[character] ?? ''),
    readingsOf: (character) => [READINGS[character] ?? ''].filter((reading) => reading !== ''),
    variants: new Map([
      ['餘', '余'],
      ['額', '额'],
    ]),
  };
}

/** `count` documents of a few words each, drawn from a small vocabulary by a linear congruential generator. */
export function madeUpDocuments(count: number): IndexedDocument[] {
  let state = 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const word = () => String.fromCharCode(0x4e00 + next(400), 0x4e00 + next(400));
  const words = (length: number) => Array.from({ length }, word).join(',');
  return Array.from({ length: count }, (_, i) =>
    documentOf({
      id: `guides/g${String(i).padStart(6, '0')}`,
      title: words(2),
      aliases: [words(1)],
      body: words(40),
    }),
  );
}

export function sampleFiles(documents: readonly IndexedDocument[] = DOCUMENTS): IndexFiles {
  return buildIndex(inputOf(documents));
}

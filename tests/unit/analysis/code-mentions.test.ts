import { describe, expect, it } from 'vitest';
import {
  asksForCode,
  findCodeMentions as findMentions,
  isIdentifier,
} from '../../../src/analysis/code-mentions.ts';
import {
  blankOut,
  CODE_WORDS,
  EMPTY_WORDS,
  markEmptyWords,
  parseEmptyWords,
} from '../../../src/analysis/empty-words.ts';
import { foldQuery } from '../../../src/analysis/fold-text.ts';

const findCodeMentions = (query: string) =>
  findMentions(
    query,
    blankOut(query, markEmptyWords(query, parseEmptyWords(EMPTY_WORDS), parseEmptyWords(CODE_WORDS))),
  );
const keysIn = (query: string) => findCodeMentions(foldQuery(query)).map(({ key }) => key);
const asked = (query: string) =>
  findCodeMentions(foldQuery(query))
    .filter(asksForCode)
    .map(({ key }) => key);

describe('findCodeMentions', () => {
  it.each([
    ['刷卡机提示91', '91'],
    ['机器蹦个91', '91'],
    ['POS机显示“97终端未登记”,怎么办?', '97'],
    ['55 密码数据错误', '55'],
    ['90日切', '90'],
    ['err55', '55'],
    ['err_55', '55'],
    ['E - 3', 'e3'],
    ['auth.code.expire 怎么办', 'authcodeexpire'],
    ['51号错误码', '51'],
    ['pos E3', 'e3'],
  ])('finds in %s the code %s', (query, key) => expect(keysIn(query)).toContain(key));

  it.each([
    '2025年建行pos机校验密钥错',
    '1分钟内支付过金额相同的订单',
    '扣了55块没出小票',
    '98元没到账',
    '尾号5512的卡',
    '第2次刷',
    '1,000元',
    '6222021234567890',
    '费率从0.6涨到0.65',
    '顾客付了35说付了53',
    '少了钱，收成15',
    '80纸能用吗',
    '刷62开头的卡',
    '操作员01密码忘了',
    '凭证号55',
    '新大陆n910换纸',
  ])('takes no number of %s for a code', (query) => {
    expect(keysIn(query).filter((key) => /^\d+$/.test(key))).toEqual([]);
  });

  it.each([
    ['E-33', '33'],
    ['2025-11-20', '11'],
    ['12:30', '30'],
    ['0.51', '51'],
    ['err_xyz', 'err'],
  ])('does not cut %s to find %s', (query, key) => expect(keysIn(query)).not.toContain(key));

  it.each([
    ['微信优惠85没生效', true],
    ['满100减20没优惠', true],
    ['显示85没给小票', false],
    ['刷卡85没给小票', false],
    ['老是91', false],
    ['又来96了烦死', false],
  ])('doubts the number in the middle of %s: %s', (query, doubtful) => {
    const mention = findCodeMentions(query).find(({ key }) => key.length === 2);
    expect(mention?.doubtful).toBe(doubtful);
  });
});

describe('asksForCode', () => {
  it.each([
    ['错误代码3000是什么意思', '3000'],
    ['状态码l1', 'l1'],
    ['E77怎么办', 'e77'],
    ['提示E99签到失败', 'e99'],
    ['错误码XK', 'xk'],
  ])('says that %s asks for %s, whoever owns it', (query, key) => expect(asked(query)).toContain(key));

  it.each(['101 每个二维码仅限使用一次,请刷新再试', '4G信号', 'mac错误', '余额不足'])(
    'leaves %s to the text search',
    (query) => expect(asked(query)).toEqual([]),
  );
});

describe('isIdentifier', () => {
  it('tells names of errors from words', () => {
    const query = 'xml_format_error 是什么';
    expect(findCodeMentions(query).some((mention) => isIdentifier(query, mention))).toBe(true);
    expect(findCodeMentions('not enough').some((mention) => isIdentifier('not enough', mention))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { writeSpokenCodes } from '../../../src/query/spoken-codes.ts';

describe('a spoken code', () => {
  it.each([
    ['刷卡跳五一', '刷卡跳51'],
    ['插卡蹦五十四', '插卡蹦54'],
    ['报九一了', '报91了'],
    ['显示零五咋办', '显示05咋办'],
    ['错误码九幺', '错误码91'],
    ['e三是啥毛病', 'e3是啥毛病'],
    ['出来个E零零一', '出来个E001'],
    ['报a零了咋弄', '报a0了咋弄'],
    ['Z 三', 'Z 3'],
    ['zfb四万零四', 'zfb40004'],
    ['支付宝报一万零三', '支付宝报10003'],
    ['提示两万', '提示20000'],
    ['显示十二', '显示12'],
    ['五一', '51'],
    ['银联五四是什么', '银联54是什么'],
  ])('%s is written %s', (said, written) => expect(writeSpokenCodes(said)).toBe(written));

  it.each([
    '一直转圈',
    'pos机一直转',
    'ic一直读不到',
    '五一放假到账吗',
    '刷卡一百',
    '刷了两次',
    '打两遍',
    '一万',
    '三十',
    '一',
    '密码错三次',
    '出一下票',
    '第三方',
    'wifi一断',
    '三个月前的账',
    '码五一'.repeat(10_000),
    '',
  ])('is not made of %j', (query) => expect(writeSpokenCodes(query)).toBe(query));
});

import { expect, it } from 'vitest';
import { matchedName } from '../../../src/query/matched-name.ts';
import { documentOf } from '../index/sample-index.ts';
import { engineOf } from './sample-engine.ts';

const ALIASES = ['余额不足', '信用卡余额不足了', '不足额', 'T+1余额'];
const engine = engineOf([
  documentOf({ id: 'codes/unionpay/51', title: '钱不够', codes: ['51'], aliases: ALIASES }),
  documentOf({ id: 'guides/a', title: '别的' }),
]);

const nameFor = (query: string) => {
  const name = matchedName('codes/unionpay/51', ALIASES, query, engine);
  return name && [name.text, ...name.ranges.map(({ start, end }) => name.text.slice(start, end))];
};

it('is the name that says most of the query and least beside it, with what is said marked', () => {
  expect(nameFor('余额不足')).toEqual(['余额不足', '余额不足']);
  expect(nameFor('信用卡余额不足')).toEqual(['信用卡余额不足了', '信用卡余额不足']);
});

it('is shown as it is written', () => expect(nameFor('t+1余额')?.[0]).toBe('T+1余额'));

it('is found as the search found it: by pinyin, homophones, traditional forms', () => {
  for (const query of ['yuebuzu', '余鹅不足', '餘額不足']) expect(nameFor(query)?.[0]).toBe('余额不足');
});

it('is none where the title says as much, or no name says much', () => {
  expect(nameFor('钱不够')).toBeUndefined();
  expect(nameFor('钱不够余额')).toBeUndefined();
  expect(nameFor('一个和余额有关的很长的问题')).toBeUndefined();
  expect(nameFor('缺纸')).toBeUndefined();
  expect(matchedName('guides/zz', ALIASES, '余额不足', engine)).toBeUndefined();
});

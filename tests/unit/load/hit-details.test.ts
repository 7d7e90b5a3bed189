import { expect, it } from 'vitest';
import { otherName } from '../../../src/load/hit-details.ts';
import { sampleEngine } from '../query/sample-engine.ts';

const library = { engine: sampleEngine() };
const article = { title: '钱不够', aliases: ['余额不足', '信用卡余额不足了', '不足额'] };

const nameFor = (query: string) => {
  const name = otherName(library, article, query);
  return name && [name.text, ...name.ranges.map(({ start, end }) => name.text.slice(start, end))];
};

it('is the name that says most of the query and least beside it, with what is said marked', () => {
  expect(nameFor('余额不足')).toEqual(['余额不足', '余额不足']);
  expect(nameFor('信用卡余额不足')).toEqual(['信用卡余额不足了', '信用卡余额不足']);
});

it('is found as the search found it: by pinyin, homophones, traditional forms', () => {
  for (const query of ['yuebuzu', '余鹅不足', '餘額不足']) expect(nameFor(query)?.[0]).toBe('余额不足');
});

it('is none where the title says as much, or no name says much', () => {
  expect(nameFor('钱不够')).toBeUndefined();
  expect(nameFor('钱不够余额')).toBeUndefined();
  expect(nameFor('一个和余额有关的很长的问题')).toBeUndefined();
  expect(nameFor('缺纸')).toBeUndefined();
});

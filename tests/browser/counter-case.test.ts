// A recorded payment: kept, shown again until it is settled, handed over whole, and never with a card number.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseReportLine } from '../../src/journal/report-line.ts';
import { TestBuilds } from '../support/builds.ts';
import { OfflineScene } from '../support/offline-scene.ts';
import { HAS_ZBAR, readByZbar, readDrawnQr, readPhotographedQr } from '../support/qr-picture.ts';

const builds = new TestBuilds();
let dist: string;
let scene: OfflineScene;

beforeAll(async () => {
  dist = await builds.current();
});
afterEach(() => scene.close());
afterAll(() => builds.remove());

/** A case of E3 with two answers and an end, on the screen. */
async function recordCase({ install = false } = {}): Promise<Page> {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  if (install) await scene.install(page);
  await page.goto(`${scene.server.origin}/#/codes/terminal/e3?triage`);
  await page.getByRole('button', { name: '输密码后' }).click();
  await page.getByRole('button', { name: '有，写着成功' }).click();
  await page.getByRole('button', { name: '记下这一笔' }).click();
  await page.getByRole('heading', { name: /^编号/ }).waitFor();
  return page;
}

function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('pos-reference', 1);
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const all = opening.result.transaction('records').objectStore('records').getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    opening.result.close();
    return JSON.stringify(all.result);
  });
}

const FIELDS = ['金额', '参考号', '凭证号', '终端号', '商户号', '备注'];

test('a card number is refused in every field, however it is written, and never reaches the disk', async () => {
  const page = await recordCase();
  for (const label of FIELDS) {
    for (const typed of [
      '4111 1111 1111 1111',
      '６２２２０２１２３４５６７８９０１２８',
      '4111-1111-1111-1111',
    ]) {
      const box = page.getByLabel(label, { exact: true });
      await box.fill(typed);
      expect(await box.getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator(`#${await box.getAttribute('aria-describedby')}`).innerText()).toContain(
        '像银行卡号',
      );
      await box.blur();
      expect(await box.inputValue()).toBe(typed);
    }
  }
  await page.getByLabel('备注').fill('顾客先走了');
  await page.getByLabel('备注').blur();
  await page.getByText('已存').waitFor();
  await page.goBack();
  await page.getByRole('link', { name: /已记下/ }).click();
  const disk = (await stored(page)).normalize('NFKC').replace(/[\s-]/g, '');
  expect(disk).toContain('顾客先走了');
  expect(disk).not.toMatch(/411111|622202/);
  expect(await page.getByLabel('参考号').inputValue()).toBe('');
});

test('one tap under a search records the code that was typed, known or not', async () => {
  scene = new OfflineScene(dist);
  const page = await scene.open();
  for (const [typed, shown] of [
    ['e3', 'E3 机器自己的提示'],
    ['E99', 'E99 没有对应到手册里的哪一页'],
  ] as const) {
    await page.goto(`${scene.server.origin}/#/?q=${typed}`);
    await page.getByRole('button', { name: '记下这一笔' }).click();
    await page.getByRole('heading', { name: /^编号/ }).waitFor();
    const head = (await page.locator('.case header').innerText()).replace(/\s+/g, ' ');
    expect(head).toContain(`待查 ${shown}`);
  }
});

test('what is typed when the phone goes elsewhere is kept', async () => {
  const page = await recordCase();
  await page.getByLabel('金额').fill('128.50');
  await page.goBack();
  await page.getByRole('link', { name: /已记下/ }).click();
  expect(await page.getByLabel('金额').inputValue()).toBe('128.50');
});

test('the report alone shows every step again, on another phone', async () => {
  const page = await recordCase();
  await page.getByLabel('凭证号').fill('000123');
  await page.getByLabel('凭证号').blur();
  const steps = await page.locator('.case-steps li').allInnerTexts();
  expect(steps).toHaveLength(3);
  await page.getByText('看报告全文').click();
  const report = await page.locator('pre.report').innerText();

  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: '复制报告' }).click();
  expect(await page.locator('textarea[readonly]').inputValue()).toBe(report);

  const other = new OfflineScene(dist);
  try {
    const phone = await other.open();
    await phone.goto(`${other.server.origin}/#/?cases`);
    await phone.getByLabel('粘贴报告').fill(`客服您好\n${report}\n谢谢`);
    const replayed = phone.getByRole('region', { name: '发来的报告' });
    await replayed.waitFor();
    expect(await replayed.locator('.case-steps li').allInnerTexts()).toEqual(steps);
    expect(await replayed.innerText()).toContain('000123');
    await phone.getByLabel('粘贴报告').fill(report.replace(/\n完$/, ''));
    await phone.getByText('这不是故障报告').waitFor();
    expect(await stored(phone)).not.toContain('000123');
  } finally {
    await other.close();
  }
});

test('the code of a case, as large as it gets, is read off the screen with every step', async () => {
  const page = await recordCase();
  await page.getByLabel('金额').fill('128.50');
  await page.getByLabel('备注').fill('顾客说银行短信已经到了，先不要再刷，'.repeat(6));
  await page.getByLabel('备注').blur();
  await page.getByText('已存').first().waitFor();
  const number = (await page.getByRole('heading', { name: /^编号/ }).innerText()).replace(/\D/g, '');
  await page.getByText('给客服扫的二维码').click();
  const code = page.getByRole('img', { name: '故障报告的二维码' });
  const line = await readDrawnQr(page, code);
  const read = parseReportLine(line);
  if (!read.ok) throw new Error(line);
  expect(read.value).toMatchObject({ number, code: 'E3', fields: { amount: '128.50' } });
  expect(read.value.steps.map((step) => step.kind)).toEqual(['answer', 'answer', 'outcome']);
  expect(read.value.fields.note).toContain('顾客说银行短信已经到了');
  if (HAS_ZBAR) {
    expect(readByZbar(await page.screenshot())).toBe(line);
    expect(await readPhotographedQr(page, code)).toBe(line);
  }
});

test('an open case is shown at the next cold start without a network, until it is settled or deleted', async () => {
  const page = await recordCase({ install: true });
  const number = await page.locator('.case-number').innerText();
  await page.getByLabel('金额').fill('128.50');
  await page.getByLabel('金额').blur();
  await page.getByText('已存').waitFor();

  const cold = await scene.restartOffline();
  const open = cold.getByRole('region', { name: '还没查清的' });
  expect(await open.innerText()).toMatch(/刚刚|分钟前/);
  expect(await open.innerText()).toContain('结算');
  await open.getByRole('link', { name: number }).click();
  await cold.getByRole('button', { name: '已冲正' }).click();
  await cold.getByText('标为已冲正').waitFor();
  await cold.goto(`${scene.server.origin}/#/`);
  await cold.getByRole('heading', { name: '机器上显示什么？' }).waitFor();
  expect(await open.count()).toBe(0);

  await cold.goto(`${scene.server.origin}/#/?cases`);
  await cold.getByRole('link', { name: number }).click();
  await cold.getByRole('button', { name: '删除这一笔' }).click();
  await cold.getByRole('button', { name: '留着' }).click();
  await cold.getByRole('button', { name: '删除这一笔' }).click();
  await cold.getByRole('button', { name: '确定删除' }).click();
  await cold.getByText('还没有。').waitFor();
  expect(await stored(cold)).not.toContain(number.replace(' ', ''));
});

// The counter card, as the browser's own printing makes it.

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { TestBuilds } from '../support/builds.ts';
import { CounterScene, visit } from '../support/counter-scene.ts';
import { readPdf } from '../support/pdf-text.ts';

const builds = new TestBuilds();
let dist: string;
let scene: CounterScene;

beforeAll(async () => {
  dist = await builds.current();
});
beforeEach(() => {
  scene = new CounterScene(dist);
});
afterEach(() => scene.close());
afterAll(() => builds.remove());

const PAPERS = [
  { name: 'A6 小卡', width: 105, height: 148 },
  { name: 'A4 大张', width: 210, height: 297 },
];

test('each line has one page of A6 or A4 with twelve codes, verdicts, both dates and the code to scan', async () => {
  const page = await scene.installed();
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const line of ['dianqian', 'chuantong', 'zhineng', 'all']) {
    await visit(page, `#/?print=${line}`, '.sheet');
    const rows = await page.locator('.sheet tbody tr').allInnerTexts();
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      expect(row).toMatch(/已扣款|未扣款|状态不明|不涉及/);
      expect(row).toMatch(/可以再|先查后|先别/);
    }
    expect(await page.locator('.sheet footer').innerText()).toMatch(/日打印 · .+日后作废/);
    const codes = await page.locator('.sheet tbody .code').allInnerTexts();
    for (const paper of PAPERS) {
      await page.getByRole('radio', { name: paper.name }).check();
      const [card, ...more] = readPdf(await page.pdf({ preferCSSPageSize: true }));
      expect(more).toEqual([]);
      expect(await page.locator('.sheet').evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight)).toBe(
        0,
      );
      expect(card).toMatchObject({ width: paper.width, height: paper.height });
      const printed = card?.text.split('\n') ?? [];
      for (const code of codes.filter((each) => /^[0-9A-Z]+$/.test(each))) expect(printed).toContain(code);
    }
  }
});

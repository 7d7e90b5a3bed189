// What a proxy has spoiled while it kept the promise that the file never changes: the browser's own cache holds it for a year,
// before any worker is there to compare.

import { altered, type FaultAction } from '../support/fault-server.ts';
import type { FaultRow, Outcome } from './fault-row.ts';
import { type FaultScene, pause } from './fault-scene.ts';

const OTHER_BYTES = altered((body) => Buffer.concat([body, Buffer.from('/*ad*/')]));
const OTHER_TYPE = altered((body, response) => {
  response.setHeader('Content-Type', 'text/plain');
  return body;
});

/** One visit, and the answers that it got have come to rest. */
async function visitWith(scene: FaultScene, file: RegExp, action: FaultAction): Promise<void> {
  scene.server.spoil(file, action);
  await scene.page.goto(scene.root);
  await pause(500);
}

type Kept = readonly [name: string, file: RegExp, expected: readonly Outcome[], core?: 'core'];

const KEPT: readonly Kept[] = [
  ['the first script', /\/assets\/app-.*js/, ['nothing'], 'core'],
  ['the second script', /\/assets\/counter-/, ['nothing']],
  ['the style', /\/assets\/app-.*css/, ['nothing', 'v1']],
  ['the index', /\/assets\/lookup-/, ['nothing', 'v1']],
];

export const KEPT_ROWS: readonly FaultRow[] = [
  ...KEPT.flatMap(([part, file, expected, core]): FaultRow[] => [
    {
      name: `${part} with bytes added, to be kept for a year`,
      where: 'install',
      how: 'immutable',
      from: 'empty',
      expected,
      ...(core && { core: true }),
      inject: (scene) => visitWith(scene, file, OTHER_BYTES),
    },
    {
      name: `${part} of a wrong type, to be kept for a year`,
      where: 'install',
      how: 'text/plain, immutable',
      from: 'empty',
      expected,
      inject: (scene) => visitWith(scene, file, OTHER_TYPE),
    },
  ]),
  {
    name: 'every script with bytes added, to be kept for a year, and a tap on 重置',
    where: 'install',
    how: 'immutable; reset.html once the line is well',
    from: 'empty',
    expected: ['v1'],
    inject: async (scene) => {
      await visitWith(scene, /\.js$/, OTHER_BYTES);
      await scene.page.goto(`${scene.root}reset.html`);
      await pause(300);
      scene.server.heal();
      // Another day: a tab keeps scripts in its memory as well.
      await scene.freshPage();
      await scene.page.goto(`${scene.root}reset.html`);
      await scene.page.getByRole('button', { name: '开始重置' }).click();
      await scene.page.waitForFunction(() => document.documentElement.dataset.offline === 'ready', undefined);
    },
  },
];

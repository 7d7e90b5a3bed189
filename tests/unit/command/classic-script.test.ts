import { createContext, Script } from 'node:vm';
import { expect, test } from 'vitest';
import { toClassicScript } from '../../../src/command/classic-script.ts';

/** Runs the scripts one after the other in a global object of their own, which it returns. */
function run(...modules: readonly string[]): Record<string, unknown> {
  const self: Record<string, unknown> = {};
  self.self = self;
  const context = createContext(self);
  for (const module of modules) new Script(toClassicScript(module)).runInContext(context);
  return self;
}

test('what one module exports, by whatever name, another has by the name of its own', () => {
  const first = 'var e=1,t=()=>e+1;export{e as $,t,e as "a-b"};';
  const second = 'import{$ as a,t as b,"a-b" as c}from"./first.js";self.seen=[a,b(),c];';
  expect(run(first, second).seen).toEqual([1, 2, 1]);
});

test('a module that imports and exports nothing is strict, and leaves no name behind', () => {
  const self = run('var left=1;self.strict=(function(){return this===undefined})();');
  expect(self.strict).toBe(true);
  expect(self.left).toBeUndefined();
});

test('a line break before the end of the file and signs beyond the BMP move nothing', () => {
  expect(run('var 名="😀余额",a=名;export{a};\n', 'import{a}from"./x.js";self.seen=a;\n').seen).toBe(
    '😀余额',
  );
});

test.each([
  'export default 1;',
  'export var a=1;',
  'export*from"./x.js";',
  'export{a}from"./x.js";',
  'import a from"./x.js";',
  'import*as a from"./x.js";',
])('%s is refused', (code) => {
  expect(() => toClassicScript(code)).toThrow(/^(?:im|ex)ported/);
});

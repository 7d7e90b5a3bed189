// A page of a browser that speaks WebDriver or WebDriver BiDi, with the few words of Playwright's page that faults use. It
// waits by asking again and again from outside, as the pages under test come and go.

import { pause } from '../faults/fault-scene.ts';
import type { TestLocator, TestPage, TestRole } from '../support/test-page.ts';
import {
  actByRole,
  type RoleAction,
  type RoleAnswer,
  type RoleRequest,
  type RoleStep,
  resultOf,
  scriptOf,
} from './page-script.ts';

/** One tab, as a protocol knows it. All reject when the browser has gone. */
export interface Tab {
  /** Resolves when the page is there; rejects where it is the browser's own error page, or after `limit` ms. */
  navigate(url: string, limit: number): Promise<void>;
  reload(): Promise<void>;
  /** `body` of an async function without parameters; resolves to the string that it resolves to. */
  call(body: string): Promise<string>;
  /** Runs `script` before those of every document to come. */
  preload(script: string): Promise<void>;
  close(): Promise<void>;
}

const LIMIT_MS = 45_000;
const PERIOD_MS = 60;

export class DrivenPage implements TestPage {
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  goto(url: string, { timeout = LIMIT_MS }: { timeout?: number } = {}): Promise<void> {
    return this.#tab.navigate(url, timeout);
  }

  reload(): Promise<void> {
    return this.#tab.reload();
  }

  close(): Promise<void> {
    return this.#tab.close();
  }

  addInitScript(script: string): Promise<void> {
    return this.#tab.preload(script);
  }

  async evaluate<Result>(work: (arg: never) => Result | Promise<Result>, arg?: unknown): Promise<Result> {
    return resultOf<Result>(await this.#tab.call(scriptOf(String(work), arg)));
  }

  async waitForFunction<Arg>(
    condition: (arg: Arg) => unknown,
    arg: Arg,
    { timeout = LIMIT_MS }: { timeout?: number } = {},
  ): Promise<void> {
    const holds = async () => Boolean(await this.evaluate(condition, arg).catch(() => false));
    await until(holds, timeout, () => `${condition} with ${JSON.stringify(arg)}`);
  }

  getByRole(role: TestRole, { name = '' }: { name?: string } = {}): TestLocator {
    return new DrivenLocator(this, [{ role, name }]);
  }
}

/** Always the first of what is found. */
class DrivenLocator implements TestLocator {
  readonly #page: DrivenPage;
  readonly #steps: readonly RoleStep[];

  constructor(page: DrivenPage, steps: readonly RoleStep[]) {
    this.#page = page;
    this.#steps = steps;
  }

  first(): TestLocator {
    return this;
  }

  getByRole(role: TestRole, { name = '' }: { name?: string } = {}): TestLocator {
    return new DrivenLocator(this.#page, [...this.#steps, { role, name }]);
  }

  async count(): Promise<number> {
    return Number(await this.#act('count'));
  }

  async waitFor(): Promise<void> {
    await this.#actWhenThere('text');
  }

  async fill(text: string): Promise<void> {
    await this.#actWhenThere('fill', LIMIT_MS, text);
  }

  async click({ timeout = LIMIT_MS }: { timeout?: number } = {}): Promise<void> {
    await this.#actWhenThere('click', timeout);
  }

  async innerText({ timeout = LIMIT_MS }: { timeout?: number } = {}): Promise<string> {
    return String(await this.#actWhenThere('text', timeout));
  }

  #act(action: RoleAction, text = ''): Promise<RoleAnswer> {
    return this.#page.evaluate<RoleAnswer>(actByRole, [this.#steps, action, text] satisfies RoleRequest);
  }

  async #actWhenThere(action: RoleAction, timeout = LIMIT_MS, text = ''): Promise<RoleAnswer> {
    let answer: RoleAnswer = null;
    const acted = async () => {
      answer = await this.#act(action, text).catch(() => null);
      return answer !== null;
    };
    await until(acted, timeout, () => `${action} of ${JSON.stringify(this.#steps)}`);
    return answer;
  }
}

export async function until(
  condition: () => Promise<boolean>,
  limit: number,
  what: () => string,
): Promise<void> {
  const end = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${limit} ms: ${what()}`);
    await pause(PERIOD_MS);
  }
}

/** Rejects after `limit` ms; what was begun goes on. */
export function within<Value>(limit: number, what: string, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not within ${limit} ms: ${what}`)), limit);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

// What is sent into a page of a browser that has no Playwright: the text of a function, and of its argument. The functions
// here run in the page, so each stands by itself, in syntax that the oldest engine under test knows.

import type { TestRole } from '../support/test-page.ts';

/** One step from a container to what it contains, as a screen reader would name it. */
export interface RoleStep {
  readonly role: TestRole;
  /** Contained in the accessible name; any where empty. */
  readonly name: string;
}

export type RoleAction = 'count' | 'click' | 'fill' | 'text';

export type RoleRequest = readonly [steps: readonly RoleStep[], action: RoleAction, text: string];

/** Null: there is nothing of this role and name yet. */
export type RoleAnswer = number | string | null;

/**
 * The body of an async function that resolves to JSON: `{"value":…}`, or `{"error":"…"}`. Some compilers of the test's own
 * source wrap inner functions in `__name`, which no page has.
 */
export function scriptOf(work: string, argument: unknown): string {
  const text = argument === undefined ? '' : JSON.stringify(argument);
  return `const __name = (f) => f;
try {
  const value = await (${work})(${text});
  return JSON.stringify({ value: value === undefined ? null : value });
} catch (error) {
  return JSON.stringify({ error: String(error) });
}`;
}

/** The value, unchecked: it was made by the function that was sent. Throws what the function threw. */
export function resultOf<Result>(answer: string): Result {
  const { value, error } = JSON.parse(answer) as { readonly value: Result; readonly error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}

/** In the page: finds by role and name, and acts on the first. Names are enough of ARIA for the screens under test. */
export function actByRole([steps, action, text]: RoleRequest): RoleAnswer {
  const selectors: Readonly<Record<TestRole, string>> = {
    button: 'button, [role=button]',
    link: 'a[href]',
    list: 'ul, ol, [role=list]',
    listitem: 'li, [role=listitem]',
    searchbox: 'input[type=search], [role=searchbox]',
  };
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') || element.textContent || '').replace(/\s+/g, ' ');
  let found: Element[] = [document.documentElement];
  for (const { role, name } of steps) {
    found = found
      .flatMap((container) => Array.from(container.querySelectorAll(selectors[role])))
      .filter((element) => element.getClientRects().length > 0 && nameOf(element).includes(name));
  }
  if (action === 'count') return found.length;
  const first = found[0];
  if (!(first instanceof HTMLElement)) return null;
  if (action === 'text') return first.innerText;
  if (action === 'click') first.click();
  if (action === 'fill') {
    if (!(first instanceof HTMLInputElement)) return null;
    first.focus();
    first.value = text;
    first.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
  }
  return '';
}

/** In the page: what a browser can clear from outside, done from inside. Rejects where something stays. */
export async function clearFromInside(types: readonly string[]): Promise<void> {
  if (types.includes('cache_storage')) for (const name of await caches.keys()) await caches.delete(name);
  if (types.includes('service_workers')) {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
  }
  if (types.includes('indexeddb')) {
    for (const { name = '' } of await indexedDB.databases())
      await new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = resolve;
        deleting.onerror = reject;
      });
  }
}

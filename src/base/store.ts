// A value that changes, and who wants to know. The one mechanism between what loads, what is kept and what is drawn.

export interface Readable<Value> {
  get(): Value;
  /** Calls `listener` after every change until the returned function is called. Not called for the present value. */
  subscribe(listener: () => void): () => void;
}

export interface Store<Value> extends Readable<Value> {
  /** Tells the listeners unless `value` is the present one (`Object.is`). */
  set(value: Value): void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

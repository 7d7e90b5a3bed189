// A handle to something that can die, opened when it is used and reopened once when a use fails.
//
// Opening can hang for ever behind a dead connection of another tab, so it has a time limit. While an opening that has
// passed its limit still hangs, every use fails at once; if it ends after all, its handle is used.

export interface Closable {
  close(): void;
}

export const OPEN_LIMIT_MS = 3000;

export class ReopeningHandle<Handle extends Closable> {
  readonly #open: (lost: () => void) => Promise<Handle>;
  readonly #limit: number;
  #opening: Promise<Handle> | undefined;
  #late = false;

  /** `open` calls `lost` when the handle that it gave must be, or has been, closed. `limit` in milliseconds. */
  constructor(open: (lost: () => void) => Promise<Handle>, limit = OPEN_LIMIT_MS) {
    this.#open = open;
    this.#limit = limit;
  }

  /** `operation` is called at most twice: it must be all or nothing. */
  async use<Value>(operation: (handle: Handle) => Promise<Value>): Promise<Value> {
    const opening = this.#openOnce();
    try {
      return await operation(await this.#inTime(opening));
    } catch (cause) {
      if (this.#late) throw cause;
      this.#drop(opening);
    }
    const again = this.#openOnce();
    try {
      return await operation(await this.#inTime(again));
    } catch (cause) {
      if (!this.#late) this.#drop(again);
      throw cause;
    }
  }

  #openOnce(): Promise<Handle> {
    if (this.#opening !== undefined) return this.#opening;
    const opening: Promise<Handle> = this.#open(() => this.#drop(opening));
    this.#opening = opening;
    return opening;
  }

  #drop(opening: Promise<Handle>): void {
    if (this.#opening === opening) this.#opening = undefined;
    opening.then(
      (handle) => handle.close(),
      () => undefined,
    );
  }

  async #inTime(opening: Promise<Handle>): Promise<Handle> {
    if (this.#late) throw new Error('still opening');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#late = true;
        const ended = () => {
          this.#late = false;
        };
        opening.then(ended, () => {
          ended();
          this.#drop(opening);
        });
        reject(new Error('it did not open in time'));
      }, this.#limit);
    });
    try {
      return await Promise.race([opening, limit]);
    } finally {
      clearTimeout(timer);
    }
  }
}

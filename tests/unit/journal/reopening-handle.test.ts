import { describe, expect, test } from 'vitest';
import { ReopeningHandle } from '../../../src/journal/reopening-handle.ts';

class Handle {
  closed = false;
  close(): void {
    this.closed = true;
  }
}

const dead = async (): Promise<string> => {
  throw new Error('the connection is lost');
};

describe('reopening handle', () => {
  test('is opened when it is used, and once', async () => {
    const opened: Handle[] = [];
    const handle = new ReopeningHandle(async () => {
      opened.push(new Handle());
      return opened[opened.length - 1] ?? new Handle();
    });
    expect(opened).toHaveLength(0);
    await Promise.all([handle.use(async () => 1), handle.use(async () => 2)]);
    expect(opened).toHaveLength(1);
  });

  test('a use that fails closes it, opens it again and tries once more', async () => {
    const opened: Handle[] = [];
    const handle = new ReopeningHandle(async () => {
      const next = new Handle();
      opened.push(next);
      return next;
    });
    expect(await handle.use(async (each) => (each === opened[0] ? dead() : 'done'))).toBe('done');
    expect(opened.map((each) => each.closed)).toEqual([true, false]);
    await expect(handle.use(dead)).rejects.toThrow('lost');
    expect(opened).toHaveLength(3);
    expect(await handle.use(async () => 'back')).toBe('back');
  });

  test('one that another tab needs closed is closed, and opened again for the next use', async () => {
    const opened: Handle[] = [];
    let lose: () => void = () => undefined;
    const handle = new ReopeningHandle(async (lost) => {
      lose = lost;
      const next = new Handle();
      opened.push(next);
      return next;
    });
    await handle.use(async () => 1);
    lose();
    await handle.use(async () => 2);
    expect(opened.map((each) => each.closed)).toEqual([true, false]);
  });

  test('an opening that throws at once is a failure like others', async () => {
    const handle = new ReopeningHandle<Handle>(() => {
      throw new Error('indexedDB is not defined');
    });
    await expect(handle.use(async () => 1)).rejects.toThrow('not defined');
  });

  test('an opening that hangs fails in time, then at once, and is used when it ends after all', async () => {
    const one = new Handle();
    let end: (handle: Handle) => void = () => undefined;
    let openings = 0;
    const handle = new ReopeningHandle<Handle>(() => {
      openings++;
      return new Promise((resolve) => {
        end = resolve;
      });
    }, 30);
    await expect(handle.use(async () => 1)).rejects.toThrow('in time');
    let answer = '';
    handle
      .use(async () => 1)
      .catch((error: unknown) => {
        answer = String(error);
      });
    // No timer can have run before this.
    await new Promise(setImmediate);
    expect(answer).toContain('still opening');
    end(one);
    await Promise.resolve();
    expect(await handle.use(async (each) => each)).toBe(one);
    expect(openings).toBe(1);
  });
});

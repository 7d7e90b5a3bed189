// Builds to test with: the one in dist/, and newer ones that differ from it by an edit of the content, as an author would
// make it.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDist } from '../../src/command/build-dist.ts';
import { isFresh } from '../../src/command/freshness.ts';
import { CONTENT, DIST, SOURCES } from '../../src/command/project-paths.ts';

/** Before every `expires` of the shipped content, so that these tests do not begin to fail one day. */
const TODAY = '2026-11-22';

/** What an edited build shows where the original does not. */
export const EDITED_TITLE = '改过的标题';
export const EDITED_ARTICLE = 'codes/terminal/e3';

export class TestBuilds {
  readonly #folder = mkdtempSync(join(tmpdir(), 'pos-builds-'));
  #count = 0;

  /** dist/ as `npm run build` left it, or built anew where it is older than its sources. */
  async current(): Promise<string> {
    return isFresh(DIST, SOURCES) ? DIST : this.#build(CONTENT);
  }

  /** One article with `to` in place of `from`: another title where nothing else is asked for. */
  edited(from = /^title: .*$/m, to = `title: ${EDITED_TITLE}`): Promise<string> {
    const content = join(this.#folder, `content-${this.#count}`);
    cpSync(CONTENT, content, { recursive: true });
    const file = join(content, `${EDITED_ARTICLE}.md`);
    const text = readFileSync(file, 'utf8');
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${file} has nothing to edit`);
    writeFileSync(file, edited);
    return this.#build(content);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #build(content: string): Promise<string> {
    const out = join(this.#folder, `dist-${this.#count++}`);
    const built = await buildDist({ content, out, today: TODAY });
    if (!built.ok)
      throw new Error(
        built.problem.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'),
      );
    return out;
  }
}

// YAML as content may use it: the core schema and nothing that copies, merges or names types. Values come out as plain
// data without prototypes, and every value and key can be located again by its path.
//
// Aliases and merge keys are refused while walking the nodes, before anything is expanded, so a small file cannot become
// a large one; `__proto__` is a key like any other and falls to the schema.

import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { type ProblemLog, type ProblemPlace, shorten } from './content-problem.ts';
import type { SourceFile } from './source-file.ts';

/** Front matter is two levels deep, the settings three. */
const MAX_DEPTH = 8;

export type YamlPath = readonly (string | number)[];

export interface YamlValues {
  readonly value: unknown;
  /** Where the value at `path` stands, or the nearest thing around it that exists. */
  place(path: YamlPath): ProblemPlace;
  /** Where the key at the end of `path` stands. */
  keyPlace(path: YamlPath): ProblemPlace;
  /** The value as the author wrote it. */
  source(path: YamlPath): string;
}

interface NodeRange {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

/** Reads `source.text` from `start` to `end`. Undefined when it is not usable; the log then says why. */
export function readYaml(
  source: SourceFile,
  start: number,
  end: number,
  log: ProblemLog,
): YamlValues | undefined {
  const text = source.text.slice(start, end);
  const walk = new YamlWalk(source, start, log);
  try {
    const document = parseDocument(text, {
      schema: 'core',
      version: '1.2',
      merge: false,
      // Checked below: the library compares every key with every other.
      uniqueKeys: false,
      strict: true,
      prettyErrors: false,
      logLevel: 'error',
    });
    for (const error of document.errors) {
      log.error(source.place(start + error.pos[0]), 'yaml-syntax', {
        what: `not valid YAML: ${shorten(error.message)}`,
        suggestion: 'Quote text that holds a colon, a number sign or quotes',
      });
    }
    if (document.errors.length > 0) return undefined;
    const value = document.contents === null ? null : walk.plain(document.contents, [], start);
    return walk.failed ? undefined : walk.values(value);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    log.error(source.place(start), 'yaml-too-deep', { what: 'the YAML is nested too deep to read' });
    return undefined;
  }
}

class YamlWalk {
  failed = false;
  readonly #source: SourceFile;
  readonly #start: number;
  readonly #log: ProblemLog;
  readonly #ranges = new Map<string, NodeRange>();

  constructor(source: SourceFile, start: number, log: ProblemLog) {
    this.#source = source;
    this.#start = start;
    this.#log = log;
  }

  values(value: unknown): YamlValues {
    const source = this.#source;
    const nearest = (path: YamlPath): NodeRange => {
      for (let length = path.length; length >= 0; length--) {
        const range = this.#ranges.get(JSON.stringify(path.slice(0, length)));
        if (range !== undefined) return range;
      }
      return { key: this.#start, start: this.#start, end: this.#start };
    };
    return {
      value,
      place: (path) => source.place(nearest(path).start),
      keyPlace: (path) => source.place(nearest(path).key),
      source: (path) => source.text.slice(nearest(path).start, nearest(path).end).trim(),
    };
  }

  /** `keyAt` is the offset of the key that leads here. */
  plain(node: Node, path: YamlPath, keyAt: number): unknown {
    const start = this.#start + (node.range?.[0] ?? 0);
    this.#ranges.set(JSON.stringify(path), { key: keyAt, start, end: this.#start + (node.range?.[1] ?? 0) });
    if (path.length > MAX_DEPTH)
      return this.#refuse(start, 'yaml-too-deep', `nested more than ${MAX_DEPTH} deep`);
    if (isAlias(node) || node.anchor !== undefined) {
      return this.#refuse(
        start,
        'yaml-alias',
        'anchors and aliases (& and *) are not used here',
        'Write the value out',
      );
    }
    if (node.tag !== undefined) {
      return this.#refuse(
        start,
        'yaml-tag',
        `type tags such as ${node.tag} are not used here`,
        'Remove the tag',
      );
    }
    if (isScalar(node)) return node.value;
    if (isSeq<Node | null>(node)) {
      return node.items.map((item, i) => (item === null ? null : this.plain(item, [...path, i], start)));
    }
    return isMap<Node, Node | null>(node) ? this.#map(node.items, path) : null;
  }

  #map(pairs: readonly { key: Node; value: Node | null }[], path: YamlPath): object {
    const object: Record<string, unknown> = Object.create(null);
    for (const { key, value } of pairs) {
      const keyAt = this.#start + (key.range?.[0] ?? 0);
      if (
        !isScalar(key) ||
        typeof key.value !== 'string' ||
        key.anchor !== undefined ||
        key.tag !== undefined
      ) {
        this.#refuse(keyAt, 'yaml-key', 'a key must be plain text', 'Quote it if it is a number');
        continue;
      }
      if (key.value === '<<') {
        this.#refuse(keyAt, 'yaml-merge-key', 'merge keys (<<) are not used here', 'Write the keys out');
        continue;
      }
      if (Object.hasOwn(object, key.value)) {
        this.#refuse(
          keyAt,
          'duplicate-key',
          `the key ${shorten(key.value)} is given twice`,
          'Keep one of them',
        );
        continue;
      }
      const inner = [...path, key.value];
      this.#ranges.set(JSON.stringify(inner), { key: keyAt, start: keyAt, end: keyAt });
      object[key.value] = value === null ? null : this.plain(value, inner, keyAt);
    }
    return object;
  }

  #refuse(offset: number, rule: string, what: string, suggestion?: string): undefined {
    this.failed = true;
    this.#log.error(this.#source.place(offset), rule, { what, suggestion });
    return undefined;
  }
}

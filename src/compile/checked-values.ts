// From YAML values to typed ones, with a located problem for every value that does not fit. The schema library says
// what is wrong; this module says it so that an author knows what to type.
//
// Unknown keys are looked for here and not by the schema: valibot's strictObject asks `key in entries`, which is true of
// `__proto__` and `constructor`.

import * as v from 'valibot';
import type { ProblemLog, ProblemParts } from './content-problem.ts';
import { nearestName } from './nearest-name.ts';
import type { YamlPath, YamlValues } from './yaml-values.ts';

type ObjectSchema = v.ObjectSchema<v.ObjectEntries, undefined>;

/** The typed value, or undefined with the reasons in the log. */
export function checkObject<const Schema extends ObjectSchema>(
  schema: Schema,
  yaml: YamlValues,
  log: ProblemLog,
): v.InferOutput<Schema> | undefined {
  if (!isObject(yaml.value)) {
    log.error(yaml.place([]), 'front-matter-shape', {
      what: 'this must be a list of keys',
      expected: 'key: value on each line',
      found: yaml.source([]) || 'nothing',
    });
    return undefined;
  }
  const known = Object.keys(schema.entries);
  const unknown = Object.keys(yaml.value).filter((key) => !known.includes(key));
  for (const key of unknown) {
    const near = nearestName(key, known);
    log.error(yaml.keyPlace([key]), 'unknown-key', {
      what: `the key ${key} is not known`,
      expected: near === undefined ? `one of ${known.join(', ')}` : near,
      found: key,
      suggestion: near === undefined ? 'Remove it' : `Write ${near}`,
    });
  }
  const value = checkValue(schema, yaml, log);
  return unknown.length > 0 ? undefined : value;
}

/** As `checkObject`, for any schema. */
export function checkValue<const Schema extends v.GenericSchema>(
  schema: Schema,
  yaml: YamlValues,
  log: ProblemLog,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, yaml.value);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) report(issue, yaml, log);
  return undefined;
}

function report(outer: v.BaseIssue<unknown>, yaml: YamlValues, log: ProblemLog): void {
  // Of a union, the branch that got furthest says more than the union.
  const inner = outer.issues?.find((issue) => (issue.path?.length ?? 0) > 0 || issue.kind === 'validation');
  const path: YamlPath = [...keysOf(outer), ...(inner === undefined ? [] : keysOf(inner))];
  const issue = inner ?? outer;
  const name = nameOf(path);
  if (isObject(yaml.value) && path.length === 1 && !Object.hasOwn(yaml.value, String(path[0]))) {
    const missing = { what: `the key ${name} is missing`, suggestion: `Add ${name}: …` };
    log.error(yaml.place([]), 'missing-key', missing);
    return;
  }
  const { rule, ...parts } = describe(issue, name, yaml.source(path));
  log.error(yaml.place(path), rule, parts);
}

function describe(
  issue: v.BaseIssue<unknown>,
  name: string,
  source: string,
): ProblemParts & { readonly rule: string } {
  const found = source === '' ? 'nothing' : source;
  if (issue.type === 'picklist') {
    const options = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
    const near = nearestName(source, options);
    const suggestion = near === undefined ? undefined : `Did you mean ${near}`;
    return {
      rule: 'unknown-value',
      what: `${name} has a value that is not known`,
      expected: options.join(', '),
      found,
      suggestion,
    };
  }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {
      rule: 'unknown-key',
      what: `the key ${name} is not known`,
      found: name,
      suggestion: 'Remove it',
    };
  }
  if (issue.kind === 'validation') {
    const rule = issue.type === 'check' ? 'not-a-date' : 'value-out-of-range';
    return { rule, what: `${name} cannot be this`, expected: issue.message, found };
  }
  const isScalar = ['number', 'boolean'].includes(typeof issue.input);
  const wantsText = isScalar && (issue.type === 'string' || issue.type === 'union');
  if (wantsText) {
    const what = `${name} must be text, and YAML reads ${found} as a ${typeof issue.input}`;
    return {
      rule: 'not-text',
      what,
      expected: `"${found}"`,
      found,
      suggestion: `Put it in quotes: "${found}"`,
    };
  }
  return { rule: 'wrong-type', what: `${name} is of the wrong type`, expected: typeName(issue.type), found };
}

function typeName(type: string): string {
  if (type === 'string') return 'text';
  if (type === 'array') return 'a list such as [one, two]';
  if (type === 'union') return 'text, or a list of texts';
  return type === 'object' || type === 'record' ? 'keys with values' : type;
}

function nameOf(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'this';
  return typeof last === 'number' ? `entry ${last + 1} of ${nameOf(path.slice(0, -1))}` : last;
}

function keysOf(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// From YAML values to typed ones, with a located problem for every value that does not fit. The schema library says
// what is wrong; this module says it so that an author knows what to type.
//
// Unknown keys are looked for here and not by the schema: valibot's strictObject asks `key in entries`, which is true of
// `__proto__` and `constructor`.

import * as v from 'valibot';
import { type ProblemLog, type ProblemParts, shorten } from './content-problem.ts';
import { nearestName } from './nearest-name.ts';
import type { YamlPath, YamlValues } from './yaml-values.ts';

type ObjectSchema = v.ObjectSchema<v.ObjectEntries, undefined>;

/**
 * The typed value of each key that is right, so that the rules beyond single keys can be checked although some keys are
 * wrong; those are in the log. Undefined where there are no keys at all.
 */
export function checkObject<const Schema extends ObjectSchema>(
  schema: Schema,
  yaml: YamlValues,
  log: ProblemLog,
): Partial<v.InferOutput<Schema>> | undefined {
  const { value } = yaml;
  if (!isObject(value)) {
    log.error(yaml.place([]), 'front-matter-shape', {
      what: 'this must be a list of keys',
      expected: 'key: value on each line',
      found: yaml.source([]) || 'nothing',
    });
    return undefined;
  }
  const known = Object.keys(schema.entries);
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = nearestName(key, known);
    log.error(yaml.keyPlace([key]), 'unknown-key', {
      what: `the key ${shorten(key)} is not known`,
      expected: near === undefined ? `one of ${known.join(', ')}` : near,
      found: key,
      suggestion: near === undefined ? 'Remove it' : `Write ${near}`,
    });
  }
  const whole = checkValue(schema, yaml, log);
  if (whole !== undefined) return whole;
  const right = Object.entries(schema.entries).flatMap(([key, entry]) => {
    const parsed = Object.hasOwn(value, key) ? v.safeParse(entry, value[key]) : undefined;
    return parsed?.success === true ? [[key, parsed.output]] : [];
  });
  return Object.fromEntries(right) as Partial<v.InferOutput<Schema>>;
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
  // Of an object: a key of another name ("never" is expected), or a key that is not there.
  const isOfKey = issue.type === 'strict_object' || issue.type === 'object';
  const last = path.at(-1);
  if (isOfKey && issue.expected === 'never') {
    const what = `the key ${name} is not known`;
    log.error(yaml.keyPlace(path), 'unknown-key', { what, found: name, suggestion: 'Remove it' });
  } else if (isOfKey && typeof last === 'string' && issue.expected === JSON.stringify(last)) {
    const what = `the key ${name} is missing`;
    log.error(yaml.place(path.slice(0, -1)), 'missing-key', { what, suggestion: `Add ${name}: …` });
  } else {
    const { rule, ...parts } = describe(issue, name, yaml.source(path));
    log.error(yaml.place(path), rule, parts);
  }
}

function describe(
  issue: v.BaseIssue<unknown>,
  name: string,
  source: string,
): ProblemParts & { readonly rule: string } {
  const found = source === '' ? 'nothing' : shorten(source);
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
  return typeof last === 'number' ? `entry ${last + 1} of ${nameOf(path.slice(0, -1))}` : shorten(last);
}

function keysOf(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// The schema of front matter as JSON Schema (2020-12), so that editors complete keys and values while an author types.
// Made from the one schema in front-matter-schema.ts. It says less than the check: rules that tie keys together, dates
// that exist, and what other files hold are left to `npm run check`.

import type * as v from 'valibot';
import { codeFrontMatter, plainFrontMatter } from './front-matter-schema.ts';

type Json = { readonly [key: string]: unknown };
type AnySchema = v.GenericSchema & Partial<SchemaParts>;

/** What is read of valibot's schemas; each kind has some of it. */
interface SchemaParts {
  readonly entries: Record<string, AnySchema>;
  readonly item: AnySchema;
  readonly wrapped: AnySchema;
  readonly options: readonly unknown[];
  readonly pipe: readonly {
    readonly type: string;
    readonly requirement?: unknown;
    readonly description?: string;
  }[];
}

/** An article is valid as a code (all keys required) or as a guide or product (only the title). */
export function frontMatterJsonSchema(): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Front matter of an article',
    anyOf: [
      { title: 'codes/<channel>/<code>.md', ...toJson(codeFrontMatter) },
      { title: 'guides, products and other folders', ...toJson(plainFrontMatter) },
    ],
  };
}

function toJson(schema: AnySchema): Json {
  return { ...typeOf(schema), ...limitsOf(schema) };
}

function typeOf(schema: AnySchema): Json {
  switch (schema.type) {
    case 'string':
      return { type: 'string' };
    case 'picklist':
      return { enum: schema.options };
    case 'array':
      return { type: 'array', ...(schema.item === undefined ? {} : { items: toJson(schema.item) }) };
    case 'union':
      return { anyOf: (schema.options as readonly AnySchema[] | undefined)?.map(toJson) };
    case 'optional':
      return schema.wrapped === undefined ? {} : toJson(schema.wrapped);
    case 'object': {
      const entries = Object.entries(schema.entries ?? {});
      return {
        type: 'object',
        properties: Object.fromEntries(entries.map(([key, entry]) => [key, toJson(entry)])),
        required: entries.filter(([, entry]) => entry.type !== 'optional').map(([key]) => key),
        additionalProperties: false,
      };
    }
    default:
      throw new Error(`no JSON Schema for the type ${schema.type}`);
  }
}

function limitsOf(schema: AnySchema): Json {
  const limits: Record<string, unknown> = {};
  const isList = schema.type === 'array';
  for (const action of schema.pipe ?? []) {
    if (action.type === 'description' && action.description !== '') limits.description = action.description;
    if (action.type === 'min_length') limits[isList ? 'minItems' : 'minLength'] = action.requirement;
    if (action.type === 'max_length') limits[isList ? 'maxItems' : 'maxLength'] = action.requirement;
    if (action.type === 'check') limits.format = 'date';
  }
  return limits;
}

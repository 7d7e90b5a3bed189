// The YAML files at the top of content/: what articles refer to, and what they are held to. All are optional.
//
//   sources.yaml    S1: { title: …, kind: page, link: https://… }   kind and link optional; the link's host is on the list
//   frequent.yaml   - codes/unionpay/51                             the commonest first
//   policy.yaml     hosts: […]  phones: ["95516"]  banned: […]      what may be linked, and words that may not occur
//   synonyms.yaml   - [what the content says, what people type, …]
//   glossary.yaml   - { use: 小票, not: [凭条, 水单] }               how a term is written, and how it is not

import * as v from 'valibot';
import type { Source } from '../bundle/article.ts';
import type { SynonymGroup } from '../index/index-files.ts';
import { checkObject, checkValue } from './checked-values.ts';
import type { ProblemLog } from './content-problem.ts';
import { line } from './front-matter-schema.ts';
import { type LinkPolicy, parseTarget } from './link-policy.ts';
import type { SourceFile } from './source-file.ts';
import { readYaml, type YamlValues } from './yaml-values.ts';

export const SETTINGS_FILES = [
  'sources.yaml',
  'frequent.yaml',
  'policy.yaml',
  'synonyms.yaml',
  'glossary.yaml',
] as const;

export interface ContentSettings {
  /** By id; undefined where there is no sources.yaml. */
  readonly sources: ReadonlyMap<string, Source> | undefined;
  /** Article ids as written, the commonest first, with their places. */
  readonly frequent: readonly string[];
  readonly frequentYaml: YamlValues | undefined;
  readonly policy: LinkPolicy;
  readonly banned: readonly string[];
  readonly synonyms: readonly SynonymGroup[];
  /** term → spellings to avoid */
  readonly glossary: ReadonlyMap<string, readonly string[]>;
}

const word = line(300, '');
const words = v.array(word);
const host = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host such as open.unionpay.com'));
const number = v.pipe(v.string(), v.regex(/^\+?[0-9-]{3,16}$/, 'a number such as "95516", quoted'));
const phone = v.union([number, v.strictObject({ number, name: v.optional(word) })]);
const policySchema = v.object({
  hosts: v.optional(v.array(host)),
  phones: v.optional(v.array(phone)),
  banned: v.optional(words),
});
const SOURCE_KINDS = ['standard', 'code', 'official', 'page'] as const;
const sourceSchema = v.strictObject({
  title: word,
  kind: v.optional(v.picklist(SOURCE_KINDS)),
  link: v.optional(v.string()),
});
const sourcesSchema = v.record(
  v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'an id such as S1')),
  sourceSchema,
);
const synonymsSchema = v.array(v.pipe(words, v.minLength(2, 'at least two words that mean the same')));
const glossarySchema = v.array(v.strictObject({ use: word, not: words }));

/** `files` by name; those missing leave their part empty. */
export function readSettings(files: ReadonlyMap<string, SourceFile>, log: ProblemLog): ContentSettings {
  const yamlOf = (name: (typeof SETTINGS_FILES)[number]) => {
    const file = files.get(name);
    return file === undefined ? undefined : readYaml(file, 0, file.text.length, log);
  };
  const check = <const Schema extends v.GenericSchema>(schema: Schema, yaml: YamlValues | undefined) =>
    yaml === undefined || yaml.value === null ? undefined : checkValue(schema, yaml, log);

  const policyYaml = yamlOf('policy.yaml');
  const found =
    policyYaml === undefined || policyYaml.value === null ? {} : checkObject(policySchema, policyYaml, log);
  const policy = {
    hosts: found?.hosts ?? [],
    phones: (found?.phones ?? []).map((phone) => (typeof phone === 'string' ? phone : phone.number)),
  };
  const frequentYaml = yamlOf('frequent.yaml');
  return {
    sources: files.has('sources.yaml') ? readSources(yamlOf('sources.yaml'), policy, log) : undefined,
    frequent: check(words, frequentYaml) ?? [],
    frequentYaml,
    policy,
    banned: found?.banned ?? [],
    synonyms: check(synonymsSchema, yamlOf('synonyms.yaml')) ?? [],
    glossary: new Map(check(glossarySchema, yamlOf('glossary.yaml'))?.map(({ use, not }) => [use, not])),
  };
}

function readSources(yaml: YamlValues | undefined, policy: LinkPolicy, log: ProblemLog): Map<string, Source> {
  const sources = new Map<string, Source>();
  if (yaml === undefined || yaml.value === null) return sources;
  const entries = checkValue(sourcesSchema, yaml, log);
  for (const [id, { title, link = '' }] of Object.entries(entries ?? {})) {
    const target = link === '' ? undefined : parseTarget(link, policy);
    if (target !== undefined && target.kind !== 'external') {
      log.error(yaml.place([id, 'link']), 'link-refused', {
        what: `the link of source ${id} is not allowed`,
        expected: `https and one of the hosts in policy.yaml (${policy.hosts.join(', ') || 'none yet'})`,
        found: link,
      });
    }
    sources.set(id, { id, title, link: target?.kind === 'external' ? target.href : '' });
  }
  return sources;
}

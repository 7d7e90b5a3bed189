// What the benchmark uses of the libraries in tests/bench/node_modules. Declared here, and only as far as used, because the
// types of the project are checked on machines where those libraries are not installed.

declare module 'minisearch' {
  export interface MiniSearchOptions {
    fields: string[];
    tokenize: (text: string) => string[];
    processTerm: (term: string) => string;
  }
  export interface MiniSearchQuery {
    tokenize: (text: string) => string[];
    boost: Record<string, number>;
    combineWith: 'AND' | 'OR';
    prefix: (term: string, index: number, terms: string[]) => boolean;
    fuzzy: (term: string) => number | false;
  }
  export default class MiniSearch {
    constructor(options: MiniSearchOptions);
    static loadJSON(json: string, options: MiniSearchOptions): MiniSearch;
    addAll(documents: readonly object[]): void;
    search(query: string, options: MiniSearchQuery): { id: number }[];
  }
}

declare module 'flexsearch' {
  export interface IndexOptions {
    tokenize: 'strict' | 'forward';
    encode: (text: string) => string[];
    cache: boolean;
  }
  export class Index {
    constructor(options: IndexOptions);
    add(id: number, text: string): this;
    search(query: string, options: { limit: number; suggest: boolean }): number[];
    export(visit: (key: string, data: string) => void): void;
    import(key: string, data: string): void;
  }
}

declare module 'fuse.js' {
  export interface FuseOptions {
    keys: { name: string; weight: number }[];
    threshold: number;
    ignoreLocation: boolean;
    ignoreFieldNorm: boolean;
  }
  export interface FuseIndex {
    toJSON(): object;
  }
  export default class Fuse<Document> {
    constructor(documents: readonly Document[], options: FuseOptions, index: FuseIndex);
    static createIndex(keys: readonly string[], documents: readonly object[]): FuseIndex;
    static parseIndex(index: object): FuseIndex;
    search(query: string, options: { limit: number }): { refIndex: number }[];
  }
}

declare module '@leeoniya/ufuzzy' {
  export interface UFuzzyOptions {
    unicode: boolean;
    interSplit: string;
    intraSplit: string;
    intraBound: string;
    intraChars: string;
    intraContr: string;
    intraMode: 0 | 1;
    intraIns: number;
  }
  export default class UFuzzy {
    constructor(options: UFuzzyOptions);
    search(
      haystack: readonly string[],
      needle: string,
      outOfOrder: number,
      infoThreshold: number,
    ): [number[] | null, { idx: number[] } | null, number[] | null];
  }
}

declare module 'lunr' {
  export interface Clause {
    fields?: string[];
    boost?: number;
    presence?: number;
    wildcard?: number;
    editDistance?: number;
    usePipeline?: boolean;
  }
  export interface Query {
    term(term: string, clause: Clause): Query;
  }
  export interface LunrIndex {
    query(build: (query: Query) => void): { ref: string; score: number }[];
    toJSON(): object;
  }
  export interface Builder {
    ref(name: string): void;
    field(name: string, attributes: { boost: number }): void;
    add(document: object): void;
    build(): LunrIndex;
    tokenizer: (text: unknown) => object[];
  }
  interface Lunr {
    Builder: new () => Builder;
    Token: new (text: string, metadata: object) => object;
    Index: { load(index: object): LunrIndex };
    Query: { presence: { REQUIRED: number; OPTIONAL: number }; wildcard: { TRAILING: number } };
  }
  const lunr: Lunr;
  export default lunr;
}

declare module '@orama/orama' {
  export interface OramaTokenizer {
    language: string;
    normalizationCache: Map<string, string>;
    tokenize: (text: string) => string[];
  }
  export interface OramaDatabase {
    readonly id: string;
  }
  export interface OramaQuery {
    term: string;
    properties: string[];
    boost: Record<string, number>;
    threshold: number;
    tolerance: number;
    limit: number;
  }
  export function create(options: {
    schema: Record<string, 'string'>;
    components: { tokenizer: OramaTokenizer };
  }): OramaDatabase;
  export function insert(database: OramaDatabase, document: object): string;
  export function save(database: OramaDatabase): object;
  export function load(database: OramaDatabase, raw: object): void;
  export function search(database: OramaDatabase, query: OramaQuery): { hits: { id: string }[] };
}

declare module 'pagefind' {
  export interface PagefindFile {
    path: string;
    content: Uint8Array;
  }
  export interface PagefindIndex {
    addHTMLFile(page: { url: string; content: string }): Promise<{ errors: string[] }>;
    getFiles(): Promise<{ errors: string[]; files: PagefindFile[] }>;
  }
  export function createIndex(options: {
    forceLanguage: string;
  }): Promise<{ errors: string[]; index?: PagefindIndex }>;
  export function close(): Promise<void>;
}

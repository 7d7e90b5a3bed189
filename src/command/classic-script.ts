// A bundled module as a classic script that does the same. What a service worker stores while it installs, Chromium compiles there and
// then, every function of it, and keeps the result beside the file (V8's "full code cache"); of modules it does that for none. So
// the first start without network finds code that is compiled, instead of parsing all of it and compiling some six hundred functions.
// The worker must answer with the very response of the cache for it (sw/precache.ts).

import { parseAst } from 'vite';

/** What the first script has for the later ones, as a property of the global object. */
const SHARED = 'firstScript';

/**
 * `code` is what the bundler writes: names may be imported from one module, all of them by braces, and exported in one
 * statement at the end. What is shared is copied when the importing script starts, after the exporting one has run (`defer` keeps the
 * order), so an exported name must not be given another value later: tests/architecture.test.ts. Throws where the code has another form.
 */
export function toClassicScript(code: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const statement of parseAst(code).body) {
    const replacement = replacementOf(statement);
    if (replacement === undefined) continue;
    parts.push(code.slice(end, statement.start), replacement);
    ({ end } = statement);
  }
  return `(()=>{"use strict";${parts.join('')}${code.slice(end)}})();`;
}

type Statement = ReturnType<typeof parseAst>['body'][number];

/** Undefined for what a classic script has as well. */
function replacementOf(statement: Statement): string | undefined {
  switch (statement.type) {
    case 'ImportDeclaration': {
      const names = statement.specifiers.map((specifier) => {
        if (specifier.type !== 'ImportSpecifier') throw new Error(`imported as ${specifier.type}`);
        return pair(specifier.imported, specifier.local);
      });
      return `var{${names}}=self.${SHARED};`;
    }
    case 'ExportNamedDeclaration': {
      if (statement.declaration !== null || statement.source !== null)
        throw new Error('exported where it is declared, or from another module');
      const names = statement.specifiers.map(({ exported, local }) => pair(exported, local));
      return `self.${SHARED}={${names}};`;
    }
    case 'ExportAllDeclaration':
    case 'ExportDefaultDeclaration':
      throw new Error(`exported by ${statement.type}`);
    default:
      return undefined;
  }
}

type Name = { readonly name: string } | { readonly value: string };

/** As in an object, and as in what takes one apart. */
function pair(key: Name, value: Name): string {
  return `${textOf(key)}:${textOf(value)}`;
}

function textOf(name: Name): string {
  return 'name' in name ? name.name : JSON.stringify(name.value);
}

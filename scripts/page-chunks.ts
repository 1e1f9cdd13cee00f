import type { Plugin } from 'vite';

/** What a page needs before its first paint is everything that it imports, and what that imports. */
const pages: readonly [name: string, entry: RegExp][] = [
  ['site', /\/src\/routes\/\+(page|layout)\.(svelte|ts)$/],
  ['notebook', /\/src\/routes\/notebook\/\+page\.svelte$/]
];

/**
 * One file for all that the site's pages need at once, and one for what the notebook's page needs besides. Left alone, the
 * bundler makes a file of every module that a later part shares with the page, a hundred and more, each of which packs by itself.
 */
export function pageChunks(): Plugin {
  const imports = new Map<string, readonly string[]>();
  let chunkOf: Map<string, string> | undefined;
  return {
    name: 'page-chunks',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    buildStart() {
      imports.clear();
      chunkOf = undefined;
    },
    moduleParsed({ id, importedIds }) {
      imports.set(id, importedIds);
    },
    outputOptions(options) {
      // The first takes its modules first: each brings along what it imports.
      const groups = pages.map(([name], at) => ({
        name,
        priority: pages.length - at,
        test: (id: string) => (chunkOf ??= chunks(imports)).get(id) === name
      }));
      return { ...options, codeSplitting: { groups } };
    }
  };
}

const isPage = (id: string) => pages.some(([, entry]) => entry.test(id));

/** @param imports of each module, by id */
export function chunks(imports: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const chunkOf = new Map<string, string>();
  for (const [name, entry] of pages) {
    const open = [...imports.keys()].filter((id) => entry.test(id));
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (chunkOf.has(id)) continue;
      // The pages themselves stay entries of their own.
      if (!isPage(id)) chunkOf.set(id, name);
      for (const next of imports.get(id) ?? []) if (!chunkOf.has(next) && !isPage(next)) open.push(next);
    }
  }
  return chunkOf;
}

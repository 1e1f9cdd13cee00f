import type { Plugin } from 'vite';

const id = 'virtual:code-declarations';

/** Help for the editor of own code, read by the compiler once a build: `virtual:code-declarations`. */
export function codeDeclarations(): Plugin {
  let made: string | undefined;
  return {
    name: 'phems-code-declarations',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    async load(asked) {
      if (asked !== `\0${id}`) return undefined;
      // The compiler is large: fetched when it is needed, and not with every start of a tool.
      const { readDeclarations } = await import('./declarations.ts');
      made ??= `export const declarations = JSON.parse(${JSON.stringify(JSON.stringify(readDeclarations()))});`;
      return made;
    }
  };
}

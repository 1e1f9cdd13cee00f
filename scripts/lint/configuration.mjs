import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { join } from 'node:path';
import ts from 'typescript-eslint';
import { closedToWorkers, closedToAll, leavesByEgress, startsWorkers } from './closed.mjs';
import { zones } from './zones.mjs';

/**
 * ESLint's settings for a tree laid out as ours. The test plants violations in a tree of its own.
 * @param {string} root
 * @returns {import('eslint').Linter.Config[]}
 */
export function lintConfiguration(root) {
  return /** @type {import('eslint').Linter.Config[]} */ ([
    {
      ignores: ['build/', '.svelte-kit/', 'node_modules/', 'static/', 'test-results/', 'playwright-report/', '.cache/']
    },
    js.configs.recommended,
    ...ts.configs.strict,
    ...ts.configs.stylistic,
    ...svelte.configs.recommended,
    {
      plugins: { 'import-x': importX },
      languageOptions: {
        globals: { ...globals.browser, ...globals.node, ...globals.worker },
        // Also where a .ts file imports a component: import-x then parses that with the settings of the .ts file.
        parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] }
      },
      settings: {
        'import-x/resolver-next': [createTypeScriptImportResolver({ project: join(root, 'tsconfig.json') })],
        'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'svelte-eslint-parser': ['.svelte'] },
        // Bundled packages are not read: they have no cycles with us, and some are a megabyte on one line.
        'import-x/ignore': ['node_modules'],
        'import-x/extensions': ['.ts', '.js', '.mjs', '.svelte']
      },
      rules: {
        'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
        'no-eval': 'error',
        'no-new-func': 'error',
        'no-implied-eval': 'error',
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        'no-console': ['error', { allow: ['warn', 'error'] }],
        'no-restricted-syntax': ['error', ...closedToAll, ...startsWorkers, ...leavesByEgress],
        'import-x/no-cycle': ['error', { ignoreExternal: true }],
        'import-x/no-restricted-paths': ['error', { zones: zones(root) }],
        // Matters of taste that say nothing about right or wrong.
        '@typescript-eslint/consistent-type-definitions': 'off',
        '@typescript-eslint/consistent-indexed-object-style': 'off',
        '@typescript-eslint/consistent-generic-constructors': 'off',
        '@typescript-eslint/no-extraneous-class': 'off',
        // Binary formats are known by their control characters.
        'no-control-regex': 'off',
        '@typescript-eslint/no-empty-function': 'off',
        '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
        '@typescript-eslint/no-non-null-assertion': 'error',
        '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
        // The compiler finds them, with the right types.
        'no-undef': 'off',
        // State is replaced whole, never mutated: a plain Set inside a function is not state.
        'svelte/prefer-svelte-reactivity': 'off',
        // Addresses are made in `src/routes/addresses.ts`, which resolves them.
        'svelte/no-navigation-without-resolve': 'off',
        'svelte/no-at-html-tags': 'error',
        'svelte/button-has-type': 'error'
      }
    },
    // Markup is cleaned in `ui`, by one function: only there it is put into a page.
    { files: ['src/lib/ui/**'], rules: { 'svelte/no-at-html-tags': 'off' } },
    {
      // The way out itself; a window of this very page for the speaker's notes; the file that a person chose to follow;
      // what the self-test tries becomes code by an address.
      files: [
        'src/lib/egress/**',
        'src/routes/notebook/present/notes-window.ts',
        'src/lib/notebook/disk/disk-file.ts',
        'src/lib/self-test/places.ts'
      ],
      rules: { 'no-restricted-syntax': ['error', ...closedToAll, ...startsWorkers] }
    },
    {
      files: ['src/lib/engines/spawn.ts'],
      rules: { 'no-restricted-syntax': ['error', ...closedToAll] }
    },
    {
      files: ['workers/**/*.ts'],
      ignores: ['workers/**/*.test.ts', 'workers/data/duck-browser.ts'],
      rules: { 'no-restricted-syntax': ['error', ...closedToAll, ...startsWorkers, ...closedToWorkers] }
    },
    {
      files: ['workers/**/*.ts', '**/*.test.ts', '**/*.spec.ts'],
      rules: {
        // Loops over typed arrays stay within their length by construction.
        '@typescript-eslint/no-non-null-assertion': 'off',
        // Constants are written with the digits of their source.
        'no-loss-of-precision': 'off'
      }
    },
    {
      // Here the data engine starts DuckDB's own worker, from a blob too.
      files: ['workers/data/duck-browser.ts'],
      rules: { 'no-restricted-syntax': ['error', ...closedToAll, ...closedToWorkers] }
    },
    {
      files: ['scripts/**', 'tests/**', '*.config.*'],
      rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' }
    },
    {
      // Tests, and what builds their Node engines (`node-context.ts`), look inside rooms.
      files: ['**/*.test.ts', '**/*.spec.ts', '**/node-*.ts'],
      rules: { 'no-restricted-syntax': 'off', 'no-console': 'off', 'import-x/no-restricted-paths': 'off' }
    }
  ]);
}

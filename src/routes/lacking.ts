/** What a browser must have, by the names people may look for. Without these the data engine cannot start. */
const needs: readonly [name: string, has: (scope: typeof globalThis) => boolean][] = [
  ['WebAssembly with exceptions', ({ WebAssembly: wasm }) => typeof wasm === 'object' && 'Tag' in wasm],
  [
    'module workers',
    (scope) => typeof scope.Worker === 'function' && typeof scope.Blob?.prototype.stream === 'function'
  ],
  ['BigInt64Array', (scope) => typeof scope.BigInt64Array === 'function'],
  ['DecompressionStream', (scope) => typeof scope.DecompressionStream === 'function'],
  ['Array.findLast', () => typeof Array.prototype.findLast === 'function'],
  ['Array.toSorted', () => 'toSorted' in Array.prototype]
];

/** The first thing that this browser lacks, or nothing. */
export function lacking(scope: typeof globalThis): string | undefined {
  return needs.find(([, has]) => !has(scope))?.[0];
}

/** Plain http from another machine: no service worker, no locks, no clipboard. This machine itself counts as safe. */
export function isInsecure(scope: Pick<typeof globalThis, 'isSecureContext'>): boolean {
  return !scope.isSecureContext;
}

import type { Expression, Node } from 'acorn';
import type { AppError, FailMore } from '../../shared/errors';
import { fail } from './errors';

/** What people import elsewhere, and where it is here. */
const shipped: readonly (readonly [RegExp, string])[] = [
  [/^@observablehq\/plot$/, 'Plot'],
  [/^@observablehq\/inputs$/, 'Inputs'],
  [/^d3(?:-\w+)*$/, 'd3'],
  [/^simple-statistics$/, 'ss']
];

/** Why an import cannot be: there is no network, or it is here by name. */
export function refusal(source: Expression | Node, more: FailMore): AppError {
  const address = 'value' in source && typeof source.value === 'string' ? source.value : undefined;
  if (address === undefined) return fail('code-import', {}, more);
  const bare = address
    .replace(/^(?:npm|jsr|node):/, '')
    .replace(/^https?:\/\/[^/]+\/(?:npm\/|gh\/)?/, '')
    .replace(/(?<=.)@[\d^~][^/]*/, '')
    .replace(/\/(?:\+esm|dist\/.*|build\/.*|)$/, '');
  const name = shipped.find(([pattern]) => pattern.test(bare))?.[1];
  return name === undefined
    ? fail('code-import', { address }, more)
    : fail('code-import-shipped', { address, name }, more);
}

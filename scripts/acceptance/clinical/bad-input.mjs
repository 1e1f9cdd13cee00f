import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../site/places.mjs';

export const line = 'bad input';
export const asked =
  'every function: empty, one row, all missing, impossible values, mixed units, ids beyond 2^53, duplicate times → an error or a named remark';

const folder = 'workers/clinical/bad-input';
const rooms = [
  'cardiac', 'haemophilia', 'hourly', 'pathway', 'pk', 'quality', 'scores', 'simulate', 'statistics', 'utility'
]; // prettier-ignore
const conditions = [
  'empty', 'one row', 'all missing', 'impossible values', 'mixed units', 'ids beyond 2^53', 'duplicate times'
]; // prettier-ignore

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.ts'));
  const { passed, failed, problems, tests, holds } = await context.vitest(files.map((name) => `${folder}/${name}`));
  /** @type {Map<string, Map<string, string>>} What is expected by function and condition. */
  const matrix = new Map();
  for (const test of tests) {
    // A cell is called "bad input | room | function | condition | what is expected".
    const [head = '', room, name, condition, ...told] = test.split('|').map((part) => part.trim());
    if (head !== 'bad input' || !condition) continue;
    const key = `${room}: ${name}`;
    matrix.set(key, (matrix.get(key) ?? new Map()).set(condition, told.join('|')));
  }
  const missing = [
    ...rooms.filter((room) => ![...matrix.keys()].some((key) => key.startsWith(`${room}: `))),
    ...[...matrix].flatMap(([key, cells]) =>
      conditions.filter((condition) => !cells.has(condition)).map((condition) => `${key}, ${condition}`)
    )
  ];
  const cells = [...matrix.values()].flatMap((one) => [...one.values()]);
  const cannot = cells.filter((told) => told.startsWith('cannot apply')).length;
  return {
    measured: {
      cells: `${matrix.size} functions × ${conditions.length} conditions`,
      refused: cells.filter((told) => /\b(is|are) refused: /.test(told)).length,
      cannotApply: cannot,
      missing,
      passed,
      failed,
      problems
    },
    holds: holds && missing.length === 0
  };
}

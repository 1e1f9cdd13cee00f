import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../site/places.mjs';

export const line = 'honesty';
export const asked =
  'separation, non-convergence, collinearity, zero cells, one class, one event, ties everywhere, all censored: typed reason with advice, never NaN, never a huge SE in silence; property tests (invariance to row order, scaling, relabelling)';

const engine = 'workers/statistics';
const folder = `${engine}/honesty`;
const conditions = [
  'separation', 'non-convergence', 'collinearity', 'zero cells', 'one class', 'one event', 'ties everywhere',
  'all censored', 'row order', 'scaling', 'relabelling'
]; // prettier-ignore

/** Rooms that read no data of persons, or only call the others. */
const without = ['analysis', 'benchmark', 'power'];

/** The rooms' own tests of refusals and symmetries. */
const ownTests = /(extremes|refusals|symmetries|properties)\.test\.ts$/;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const files = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  const tests = files.filter((name) => name.endsWith('.test.ts'));
  const own = readdirSync(join(root, engine), { recursive: true, encoding: 'utf8' })
    .filter((name) => ownTests.test(name) && !name.startsWith('honesty/'))
    .map((name) => `${engine}/${name}`);
  const matrixRun = await context.vitest(tests);
  const ownRun = await context.vitest(own);
  /** @type {Map<string, Map<string, string>>} What is expected by method and condition. */
  const matrix = new Map();
  for (const test of matrixRun.tests) {
    // A cell is called "honesty | room | method | condition | what is expected".
    const [head = '', , method = '', condition, ...told] = test.split('|').map((part) => part.trim());
    if (head !== 'honesty' || !condition) continue;
    matrix.set(method, (matrix.get(method) ?? new Map()).set(condition, told.join('|')));
  }
  const texts = files.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
  const rooms = readdirSync(join(root, engine)).filter((name) => existsSync(join(root, engine, name, 'index.ts')));
  const missing = [
    ...rooms.filter((room) => !without.includes(room) && !texts.includes(`'../${room}'`)).map((room) => `room ${room}`),
    ...[...matrix].flatMap(([method, cells]) =>
      conditions.filter((condition) => !cells.has(condition)).map((condition) => `${method}, ${condition}`)
    )
  ];
  const cells = [...matrix.values()].flatMap((one) => [...one.values()]);
  const told = (/** @type {string} */ beginning) => cells.filter((one) => one.startsWith(beginning)).length;
  return {
    measured: {
      cells: `${matrix.size} methods × ${conditions.length} conditions`,
      refused: told('is refused'),
      remark: told('gives a remark'),
      numbers: told('gives numbers'),
      same: told('gives same'),
      cannotApply: told('cannot apply'),
      missing,
      ownTests: { files: own.length, passed: ownRun.passed },
      problems: [...matrixRun.problems, ...ownRun.problems]
    },
    holds: matrixRun.holds && ownRun.holds && matrix.size > 0 && missing.length === 0
  };
}

export const line = 'parse errors';
export const asked = '100 wrong programs: message with the right line and column';

const wanted = 100;

/**
 * The table is written by hand; each place is asked of acorn, V8 and the TypeScript compiler as well. Errors while
 * running are placed by code that runs.
 * @type {import('../measure.mjs').Line['measure']}
 */
export async function measure(context) {
  const texts = await context.vitest(['workers/sandbox/analysis/wrong-programs.test.ts']);
  const running = await context.vitest(['workers/sandbox/analysis/running.test.ts']);
  const count = (/** @type {readonly string[]} */ tests, /** @type {RegExp} */ of) =>
    tests.filter((title) => of.test(title)).length;
  const js = count(texts.tests, /right line and column js /);
  const ts = count(texts.tests, /right line and column ts /);
  const placed = count(running.tests, /is placed in the text/);
  return {
    measured: {
      javascript: js,
      typescript: ts,
      whileRunning: placed,
      problems: [...texts.problems, ...running.problems]
    },
    holds: texts.holds && running.holds && js + ts >= wanted && ts > 0 && placed > 0
  };
}

export const line = 'Phoenix';
export const asked =
  'the authors’ 20 rows: 90 / 15 / 14 / Phoenix-8 110; a boundary table of your own: each threshold at, just under, just over';

const authors = 'give 90, 15, 14 and 110 from raw columns, and every point of the oracle';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  context.data('phoenix/sepsis.csv');
  const rows = await context.vitest(['workers/clinical/scores/phoenix.test.ts']);
  const table = await context.vitest(['workers/clinical/scores/phoenix-boundaries.test.ts']);
  const held = rows.tests.some((test) => test.includes(authors));
  return {
    measured: {
      authorsRows: held ? '90 / 15 / 14 / 110' : 'not held',
      boundaries: table.passed,
      problems: [...rows.problems, ...table.problems]
    },
    // MAP and creatinine by six ages, and each other threshold, with what lies beside it.
    holds: held && rows.holds && table.holds && table.passed >= 100
  };
}

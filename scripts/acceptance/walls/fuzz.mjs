export const line = 'fuzz';
export const asked =
  '10,000 mutated notebook files, share links, CSV, Parquet, xlsx, zip (bombs included): no crash, no hang over 2 s, no half-changed state';

const wanted = 10_000;
/** Of each of five kinds of data file; of each of three kinds of notebook it is the whole number. */
const ofEach = wanted / 5;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const notebooks = await context.vitest(['src/lib/cells/fuzz.test.ts'], { PHEMS_SEQUENCES: String(wanted) });
  const data = await context.vitest(['workers/data/import/fuzz.test.ts'], { PHEMS_SEQUENCES: String(ofEach) });
  const files = Object.values(data.sequences).reduce((sum, one) => sum + one, 0);
  const problems = [...notebooks.problems, ...data.problems];
  return {
    measured: { notebooks: notebooks.sequences, data: data.sequences, problems },
    holds:
      notebooks.holds &&
      data.holds &&
      problems.length === 0 &&
      Object.values(notebooks.sequences).length >= 3 &&
      Object.values(notebooks.sequences).every((count) => count >= wanted) &&
      files >= wanted
  };
}

export const line = 'distributions';
export const asked =
  'relative error ≤ 1e-12 (centre) and ≤ 1e-10 (tails to 1e-300) on a 10,000-point grid against R or mpmath';

const points = 10_000;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const run = await context.vitest(['workers/shared/distributions/grid.test.ts']);
  const families = Object.entries(run.measured);
  const seen = families.reduce((sum, [, figures]) => sum + (figures.points ?? 0), 0);
  /** The largest error of all numbers in a part, and which. @param {Record<string, number>} figures @param {string} part */
  const worst = (figures, part) => {
    const [first] = Object.entries(figures)
      .filter(([name]) => name.startsWith(part))
      .sort(([, one], [, other]) => other - one);
    return first && `${first[1]} (${first[0].slice(part.length)})`;
  };
  return {
    measured: {
      points: seen,
      centre: 'smaller tail ≥ 1e-10',
      worst: Object.fromEntries(
        families.map(([family, figures]) => [
          family,
          { points: figures.points, centre: worst(figures, 'centre: '), tail: worst(figures, 'tail: ') }
        ])
      ),
      problems: run.problems
    },
    holds: run.holds && seen === points
  };
}

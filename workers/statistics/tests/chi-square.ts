import { chiSquare } from '../../shared/distributions';
import { smallestOf } from '../../shared/extent';
import { marginsOf, type Counts } from './counts';
import { finished, type TestResult } from './test-result';

/** Below this expected count the χ² approximation is questioned. */
const SMALL = 5;

export interface ChiSquareResult extends TestResult {
  /** Expected counts under independence, as the table is laid out. */
  expected: number[][];
}

/**
 * Pearson's χ² test of independence. In 2 × 2 tables with Yates's correction, which subtracts at most |O − E|. A remark
 * counts the expected counts below 5. The estimate is Cramér's V, without correction and without an interval.
 *
 * @param counts two rows and two columns or more, none of them empty
 * @param options.correct Yates's correction, default true; only 2 × 2 tables know it
 * @throws `test-table-shape`, `test-counts`, `test-margin-zero`
 * @see Pearson 1900, Phil Mag 50:157; Yates 1934, J R Stat Soc Suppl 1:217; equals R `chisq.test`
 */
export function chiSquareTest(
  counts: Counts,
  { correct = true }: { correct?: boolean | undefined } = {}
): ChiSquareResult {
  const name = "Pearson's χ² test";
  const { rows, columns, n } = marginsOf(name, counts);
  const expected = rows.map((row) => columns.map((column) => (row / n) * column));
  const cells = counts.flatMap((row, at) =>
    row.map((count, column) => ({ distance: Math.abs(count - expected[at]![column]!), mean: expected[at]![column]! }))
  );
  const isCorrected = correct && rows.length === 2 && columns.length === 2;
  const yates = isCorrected ? Math.min(0.5, smallestOf(cells.map(({ distance }) => distance))) : 0;
  const sum = (less: number) => cells.reduce((all, { distance, mean }) => all + (distance - less) ** 2 / mean, 0);
  const statistic = sum(yates);
  const df = (rows.length - 1) * (columns.length - 1);
  const p = chiSquare(df).upper(statistic);
  const method = isCorrected ? `${name} with Yates's correction` : name;
  const smallest = smallestOf(cells.map(({ mean }) => mean));
  const below = cells.filter(({ mean }) => mean < SMALL).length;
  return finished({
    method,
    statistic: { name: 'χ²', value: statistic },
    df: [df],
    p,
    estimates: [
      {
        name: "Cramér's V",
        estimate: Math.min(1, Math.sqrt(sum(0) / n / (Math.min(rows.length, columns.length) - 1))),
        se: null,
        lower: null,
        upper: null,
        level: 0.95,
        scale: 'identity',
        null: 0,
        df,
        p,
        n,
        nDropped: 0,
        method
      }
    ],
    n,
    nDropped: 0,
    remarks: below === 0 ? [] : [{ code: 'test-expected-small', values: { cells: below, of: cells.length, smallest } }],
    expected
  });
}

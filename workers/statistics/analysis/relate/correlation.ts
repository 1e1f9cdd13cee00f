import { may, need } from '../../../shared/call-arguments';
import { float64Column, numbersOf } from '../../columns';
import { adjustP, correlation, type TestResult } from '../../tests';
import type { MeasuredEstimate, Said } from '../contract';
import { defineAnalysis } from '../define';
import { fail } from '../../errors';
import type { Figure } from '../figures';
import { estimatesTable, forestOf, saysEstimate } from '../tidy';

const COEFFICIENTS = ['pearson', 'spearman', 'kendall'] as const;
/** Pairs grow with the square of the columns. */
const MOST_COLUMNS = 40;
const MOST_SENTENCES = 3;

export const correlationAnalysis = defineAnalysis({
  name: 'correlation',
  question: 'relate',
  source: 'Fisher 1921, Metron 1:3; Bonett and Wright 2000, Psychometrika 65:23; Holm 1979, Scand J Stat 6:65',
  takes: [need('columns', 'columns'), may('coefficient', 'text'), may('level', 'number')],
  async run(given) {
    const names = [...new Set(given.option<readonly string[]>('columns') ?? [])];
    if (names.length < 2) throw fail('correlation-columns');
    if (names.length > MOST_COLUMNS)
      throw fail('correlation-columns-many', { columns: names.length, most: MOST_COLUMNS });
    const method = given.choice('coefficient', COEFFICIENTS, 'pearson');
    const level = given.level;
    const values = names.map((name) => numbersOf(given.columnNamed(name)));
    const pairs = names.flatMap((first, a) =>
      names.slice(a + 1).map((second, b) => ({ first, second, x: values[a]!, y: values[a + 1 + b]! }))
    );
    const found = pairs.map((pair) => ({ ...pair, result: correlation(pair.x, pair.y, { method, level }) }));
    const adjusted = adjustP(
      found.map(({ result }) => result.p),
      'holm'
    );
    const estimates = found.map(({ first, second, result }): MeasuredEstimate => ({
      ...result.estimates[0]!,
      name: `${first} – ${second}`,
      measure: 'correlation'
    }));
    const several = pairs.length > 1;
    // A row is used where it has a pair.
    const used = values[0]!.filter((_, row) => values.filter((one) => !Number.isNaN(one[row])).length > 1).length;
    const table = estimatesTable(estimates);
    return {
      name: nameOf(found.map(({ result }) => result)),
      says: [
        ...estimates.slice(0, MOST_SENTENCES).map((one, at): Said => ({
          code: several ? 'correlation-adjusted' : 'correlation-of',
          values: {
            ...saysEstimate(one).values,
            first: pairs[at]!.first,
            second: pairs[at]!.second,
            kind: method,
            ...(several && { p: adjusted[at]!, n: one.n })
          }
        })),
        ...(several ? [{ code: 'correlation-pairs', values: { pairs: pairs.length } }] : [])
      ],
      estimates,
      tests: found.map(({ result }, at) => ({
        code: several ? 'correlation-holm' : 'correlation',
        ...(several && { of: estimates[at]!.name }),
        ...(result.statistic && { statistic: result.statistic }),
        df: result.df,
        p: several ? adjusted[at]! : result.p
      })),
      table: { ...table, columns: [...table.columns, float64Column('p_holm', Float64Array.from(adjusted, (p) => p ?? NaN))] }, // prettier-ignore
      figures: several ? forestOf(estimates, 'correlation') : scatterOf(found[0]!),
      remarks: uniqueRemarks(found.map(({ result }) => result)),
      counted: 'rows',
      n: used,
      nDropped: given.table.rows - used
    };
  }
});

/** What they have in common: exact or not differs from pair to pair. */
function nameOf(results: readonly TestResult[]): string {
  const names = new Set(results.map(({ method }) => method));
  const [first = ''] = names;
  return names.size === 1 ? first : first.replace(/ \(.*\)$/, '');
}

function uniqueRemarks(results: readonly TestResult[]): TestResult['remarks'] {
  const seen = new Map(results.flatMap(({ remarks }) => remarks).map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}

function scatterOf({
  first,
  second,
  x,
  y
}: {
  first: string;
  second: string;
  x: Float64Array;
  y: Float64Array;
}): Figure[] {
  const isWhole = (_: number, row: number) => !Number.isNaN(x[row]) && !Number.isNaN(y[row]);
  return [
    { kind: 'points', what: 'correlation', x: x.filter(isWhole), y: y.filter(isWhole), xName: first, yName: second, lines: [], individual: true } // prettier-ignore
  ];
}

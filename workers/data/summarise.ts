import type { JobOptions } from '../shared/job';
import { familyOf } from '../shared/table-filter';
import { numbered } from './arrange';
import type { Summary, SummaryRequest } from './contract';
import { onlySignal, quoteName, type Duck } from './duck';
import type { Held } from './relations';

/** How many values of some rows and columns are numbers, their sum and mean; undefined where none is a number. */
export async function summarise(
  duck: Duck,
  held: Held,
  request: SummaryRequest,
  job: JobOptions = {}
): Promise<Summary | undefined> {
  const types = new Map(held.relation.columns.map(({ name, sqlType }) => [name, familyOf(sqlType)]));
  const numeric = request.columns.filter((name) => ['whole', 'decimal', 'float'].includes(types.get(name) ?? ''));
  if (numeric.length === 0) return undefined;
  const { from, parameters } = await numbered(duck, held, request, job);
  // Whole numbers add up exactly; as soon as a fraction is among them it is floating point, as everywhere.
  const exact = numeric.every((name) => types.get(name) === 'whole');
  const type = exact ? 'HUGEINT' : 'DOUBLE';
  const values = numeric.map((name) => `CAST(t.${quoteName(name)} AS ${type})`).join(', ');
  const found = await duck.query(
    `SELECT count(x) AS n, CAST(sum(x) AS VARCHAR) AS total, CAST(avg(CAST(x AS DOUBLE)) AS VARCHAR) AS mean
     FROM (SELECT unnest([${values}]) AS x FROM ${from} WHERE t.k >= ${request.from} AND t.k < ${request.to})
     ${exact ? '' : 'WHERE NOT isnan(x)'}`,
    parameters,
    onlySignal(job)
  );
  const [n, total, mean] = found.columns;
  const text = (column: typeof total) =>
    column?.type === 'text' ? (column.dictionary[column.values[0] ?? -1] ?? '') : '';
  const count = Number((n?.values as BigInt64Array)[0]);
  return count === 0 ? undefined : { n: count, sum: text(total), mean: Number(text(mean)) };
}

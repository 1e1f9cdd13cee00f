import { TableBuilder, type ColumnDescription } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { meanDifference, levelsDifference, proportionDifferenceOf } from './standardised-difference';
import type { Compared } from './compare-groups';
import type { Summary } from './summary';
import type { LevelVariable, NumberVariable } from './variables';

type Variable = NumberVariable | LevelVariable;

const text = (name: string): ColumnDescription => ({ name, type: 'text' });
const float = (name: string): ColumnDescription => ({ name, type: 'float64' });

/** A row a variable, level and group; all together have no group. */
export function cellTable(variables: readonly Variable[], groupNames: readonly string[]): Table {
  const builder = new TableBuilder(
    [text('variable'), text('level'), text('shown'), text('group'), ...FIGURES.map((name) => float(name))] // prettier-ignore
  );
  for (const variable of variables) {
    const { name, shown } = variable;
    if (variable.shown === 'levels') {
      variable.levels.forEach((level, at) => {
        const row = (group: string | undefined, counts: readonly number[], missing: number) => {
          const n = counts.reduce((sum, count) => sum + count, 0);
          const count = counts[at]!;
          builder.push(name, level, shown, group, n, missing, count, n > 0 ? count / n : undefined, ...NONE);
        };
        groupNames.forEach((group, of) => row(group, variable.counts[of]!, variable.missing[of]!));
        row(undefined, columnSums(variable.counts), sum(variable.missing));
      });
    } else {
      const row = (group: string | undefined, summary: Summary, missing: number) => {
        const { n, mean, sd, median, q1, q3, min, max } = summary;
        const figures = [mean, sd, median, q1, q3, min, max].map((value) => value ?? undefined);
        builder.push(name, undefined, shown, group, n, missing, undefined, undefined, ...figures);
      };
      groupNames.forEach((group, of) => row(group, variable.summaries[of]!, variable.missing[of]!));
      row(undefined, variable.overall, sum(variable.missing));
    }
  }
  return builder.finish();
}

const FIGURES = ['n', 'missing', 'count', 'share', 'mean', 'sd', 'median', 'q1', 'q3', 'min', 'max'];
const NONE = Array<undefined>(7).fill(undefined);

/** A row a variable: its test, p and the largest standardised difference between two groups. */
export function comparisonTable(
  variables: readonly Variable[],
  compared: readonly Compared[],
  { adjusted, largest }: { adjusted: readonly (number | null)[]; largest: readonly (number | null)[] }
): Table {
  const builder = new TableBuilder([
    text('variable'),
    text('test'),
    text('statistic_name'),
    ...['statistic', 'df', 'df2', 'p', 'p_adjusted', 'smd'].map(float)
  ]);
  variables.forEach(({ name }, at) => {
    const { test } = compared[at]!;
    const { statistic = null, df = [] } = test ?? {};
    builder.push(
      name,
      test?.method,
      statistic?.name,
      statistic?.value,
      df[0],
      df[1],
      test?.p,
      adjusted[at] ?? undefined,
      largest[at] ?? undefined
    );
  });
  return builder.finish();
}

export interface PairDifference {
  variable: string;
  reference: number;
  group: number;
  smd: number | null;
}

/** Standardised differences of all pairs of groups, the later against the earlier. */
export function pairDifferences(variable: Variable, groups: number): PairDifference[] {
  const pairs: PairDifference[] = [];
  for (let reference = 0; reference < groups; reference++) {
    for (let group = reference + 1; group < groups; group++) {
      pairs.push({ variable: variable.name, reference, group, smd: differenceOf(variable, reference, group) });
    }
  }
  return pairs;
}

function differenceOf(variable: Variable, reference: number, group: number): number | null {
  if (variable.shown !== 'levels') {
    const [a, b] = [variable.summaries[reference]!, variable.summaries[group]!];
    if (a.mean === null || b.mean === null || a.variance === null || b.variance === null) return null;
    return meanDifference({ mean: a.mean, variance: a.variance }, { mean: b.mean, variance: b.variance });
  }
  const [a, b] = [variable.counts[reference]!, variable.counts[group]!];
  const [n, m] = [sum(a), sum(b)];
  if (variable.levels.length !== 2) return levelsDifference(a, b);
  return n > 0 && m > 0 ? proportionDifferenceOf(a[1]! / n, b[1]! / m) : null;
}

/** A row a variable and pair of groups: variable, reference, group, smd. */
export function differenceTable(pairs: readonly PairDifference[], groupNames: readonly string[]): Table {
  const builder = new TableBuilder([text('variable'), text('reference'), text('group'), float('smd')]);
  for (const { variable, reference, group, smd } of pairs) {
    builder.push(variable, groupNames[reference], groupNames[group], smd ?? undefined);
  }
  return builder.finish();
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function columnSums(counts: readonly (readonly number[])[]): number[] {
  return (counts[0] ?? []).map((_, at) => counts.reduce((all, row) => all + row[at]!, 0));
}

import { may } from '../../../shared/call-arguments';
import { fail } from '../../errors';
import { meanDifference, summaryOf } from '../../descriptive';
import { numbersOf } from '../../columns';
import { anova, oneSampleTTest, tTest, welchAnova } from '../../tests';
import { Adjusting, saidP } from '../adjusted';
import type { Fact } from '../contract';
import { defineAnalysis, type Found } from '../define';
import type { Given } from '../given';
import { measured } from '../tidy';
import { normalityChecked, variancesChecked } from './assumptions';
import {
  boxesOf,
  byGroupTakes,
  groupsTable,
  outcomesOf,
  shownGroups,
  smallGroups,
  testOf,
  testsTable,
  type Outcome
} from './by-group';
import { compareOutcomes, figuresOf, unitOf } from './differences';
import { isClear } from '../clear';

export const meansAnalysis = defineAnalysis({
  name: 'means',
  question: 'compare',
  source: 'Welch 1947, Biometrika 34:28; Welch 1951, Biometrika 38:330; Student 1908, Biometrika 6:1',
  takes: [...byGroupTakes, may('against', 'number'), may('variances', 'text')],
  async run(given) {
    const level = given.level;
    if (!given.has('group')) return againstValue(given, level);
    const equal = given.choice('variances', ['welch', 'equal-variances'] as const, 'welch') === 'equal-variances';
    const adjusting = new Adjusting(given);
    const outcomes = outcomesOf(given, level, 2);
    const { groups, all, n, nDropped } = outcomes;
    const found = compareOutcomes(
      outcomes,
      {
        measure: 'mean-difference',
        says: 'means',
        two: {
          code: equal ? 'student-t' : 'welch-t',
          test: (later, earlier) => tTest(later, earlier, { level, variances: equal ? 'pooled' : 'welch' })
        },
        more: equal ? { code: 'anova', test: anova } : { code: 'welch-anova', test: welchAnova }
      },
      adjusting
    );
    return {
      ...found,
      facts: effectSize(all, groups.names.length),
      shown: shownGroups(groups.labels, all),
      more: [
        { name: 'groups', table: groupsTable(groups.names, all) },
        { name: 'tests', table: testsTable(found.tests) }
      ],
      figures: [...boxesOf(groups.labels, all), ...found.figures],
      remarks: [
        ...smallGroups(outcomes),
        ...found.remarks,
        ...adjusting.remarks,
        ...all.flatMap(({ column, samples }) => [
          ...variancesChecked(column.name, samples, equal),
          ...normalityChecked(column.name, samples, groups.labels)
        ])
      ],
      counted: 'rows',
      n,
      nDropped
    };
  }
});

/** The difference in standard deviations, of one outcome in two groups. */
function effectSize(all: readonly Outcome[], groups: number): Fact[] {
  const [first, second] = all[0]?.summaries ?? [];
  if (all.length > 1 || groups !== 2 || !first || !second) return [];
  if (first.mean === null || first.variance === null || second.mean === null || second.variance === null) return [];
  const value = meanDifference({ mean: first.mean, variance: first.variance }, { mean: second.mean, variance: second.variance }); // prettier-ignore
  return value === null ? [] : [{ code: 'standardised-difference', value, as: 'number' }];
}

/** The mean of each outcome against a value. @throws `compare-with-nothing`, `test-…` */
function againstValue(given: Given, level: number): Found {
  const against = given.option<number>('against');
  if (against === undefined) throw fail('compare-with-nothing');
  const adjusting = new Adjusting(given);
  const columns = given.columns('outcomes');
  const several = columns.length > 1;
  const used = new Uint8Array(given.table.rows);
  const tested = columns.map((column) => {
    const numbers = numbersOf(column);
    numbers.forEach((value, row) => {
      if (!Number.isNaN(value)) used[row] = 1;
    });
    const sample = numbers.filter((value) => !Number.isNaN(value));
    const test = oneSampleTTest(sample, { mu: against, level });
    return { column, sample, test, summaries: [summaryOf(sample, { level, name: column.name })] };
  });
  const estimates = adjusting.family(
    tested.flatMap(({ column, test }) => measured(test.estimates, 'mean').map((one) => ({ ...one, name: column.name })))
  );
  const n = used.reduce((sum, one) => sum + one, 0);
  const tests = adjusting.family(tested.map(({ column, test }) => testOf('one-sample-t', test, several ? column.name : undefined))); // prettier-ignore
  const { by } = adjusting;
  return {
    name: `${tested[0]?.test.method ?? ''}${by === undefined ? '' : `; p adjusted by ${by}`}`,
    says: estimates.slice(0, 4).map((one, at) => ({
      code: `means-against-${isClear(one) ? 'differ' : 'alike'}`,
      values: { of: one.name, against, ...unitOf(tested[at]!), ...figuresOf(one), ...saidP(one, by) }
    })),
    estimates,
    tests,
    more: [
      { name: 'groups', table: groupsTable([], tested) },
      { name: 'tests', table: testsTable(tests) }
    ],
    figures: tested.flatMap((one) => boxesOf([one.column.name], [one])),
    remarks: [
      ...adjusting.remarks,
      ...tested.flatMap(({ column, sample }) => normalityChecked(column.name, [sample], [column.name]))
    ],
    counted: 'rows',
    n,
    nDropped: given.table.rows - n
  };
}

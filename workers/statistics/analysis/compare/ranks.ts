import { kruskalTest, rankSumTest } from '../../tests';
import { Adjusting } from '../adjusted';
import type { Fact } from '../contract';
import { defineAnalysis } from '../define';
import {
  boxesOf,
  byGroupTakes,
  groupsTable,
  outcomesOf,
  shownGroups,
  smallGroups,
  testsTable,
  type Outcomes
} from './by-group';
import { compareOutcomes } from './differences';
import type { AnalysisTest } from '../contract';

export const ranksAnalysis = defineAnalysis({
  name: 'ranks',
  question: 'compare',
  source:
    'Mann and Whitney 1947, Ann Math Stat 18:50; Hodges and Lehmann 1963, Ann Math Stat 34:598; Kruskal and Wallis 1952, J Am Stat Assoc 47:583',
  takes: byGroupTakes.map((one) => (one.name === 'group' ? { name: 'group', is: 'column' as const } : one)),
  async run(given) {
    const level = given.level;
    const adjusting = new Adjusting(given);
    const outcomes = outcomesOf(given, level, 1);
    const { groups, all, n, nDropped } = outcomes;
    const found = compareOutcomes(
      outcomes,
      {
        measure: 'location-shift',
        says: 'ranks',
        two: { code: 'rank-sum', test: (later, earlier) => rankSumTest(later, earlier, { level }) },
        more: { code: 'kruskal-wallis', test: kruskalTest }
      },
      adjusting
    );
    return {
      ...found,
      facts: superiority(outcomes, found.tests),
      shown: shownGroups(groups.labels, all),
      more: [
        { name: 'groups', table: groupsTable(groups.names, all) },
        { name: 'tests', table: testsTable(found.tests) }
      ],
      figures: [...boxesOf(groups.labels, all), ...found.figures],
      remarks: [...smallGroups(outcomes), ...found.remarks, ...adjusting.remarks],
      counted: 'rows',
      n,
      nDropped
    };
  }
});

/** How often a value of the later group is the larger of two, ties counting half. */
function superiority({ groups, all }: Outcomes, [test]: readonly AnalysisTest[]): Fact[] {
  const [first, second] = all[0]?.samples ?? [];
  if (all.length > 1 || groups.names.length !== 2 || !first || !second || !test?.statistic) return [];
  return [{ code: 'superiority', value: test.statistic.value / (first.length * second.length), as: 'share' }];
}

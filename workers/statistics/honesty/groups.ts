import * as tests from '../tests';
import { tableOne } from '../descriptive';
import { byThree, byTwo, countsOf, tableOf, type Cohort } from './cohort';
import type { Run } from './models';

const paired = ({ y, again }: Cohort) => [y, again] as const;
const fourfold = (given: Cohort) => countsOf(given.two, given.e, [...new Set(given.two)].sort(), [1, 0]);
const classesByGroup = (given: Cohort) => countsOf(given.g, given.s, [...new Set(given.g)].sort(), [0, 1, 2]);
/** The class of each measurement below and above the mean of the first, before and after. */
const changes = ({ y, again }: Cohort) => {
  const mean = y.reduce((sum, one) => sum + one, 0) / y.length;
  const high = (values: readonly number[]) => values.map((one) => Number(one > mean));
  const [before, after] = [high(y), high(again)];
  return [0, 1].map((one) => [0, 1].map((other) => before.filter((value, row) => value === one && after[row] === other).length)); // prettier-ignore
};
const eventsOf = (given: Cohort) =>
  byTwo(given, given.e).map((values) => ({ events: values.filter((one) => one === 1).length, n: values.length }));

export const groups: Readonly<Record<string, Run>> = {
  'one-sample t test': (given) => tests.oneSampleTTest(given.y),
  'paired t test': (given) => tests.pairedTTest(...paired(given)),
  'Welch’s t test': (given) => tests.tTest(...byTwo(given, given.y)),
  'Student’s t test': (given) => tests.tTest(...byTwo(given, given.y), { variances: 'pooled' }),
  'rank-sum test': (given) => tests.rankSumTest(...byTwo(given, given.y)),
  'signed-rank test': (given) => tests.signedRankTest(given.x),
  'paired signed-rank test': (given) => tests.pairedSignedRankTest(...paired(given)),
  'analysis of variance': (given) => tests.anova(byThree(given, given.y)),
  'Welch’s analysis of variance': (given) => tests.welchAnova(byThree(given, given.y)),
  'Kruskal-Wallis test': (given) => tests.kruskalTest(byThree(given, given.y)),
  'Bartlett’s test': (given) => tests.bartlettTest(byThree(given, given.y)),
  'Levene’s test': (given) => tests.leveneTest(byThree(given, given.y)),
  'Shapiro-Wilk test': (given) => tests.shapiroWilkTest(given.y),
  'Pearson’s correlation': (given) => tests.correlation(given.x, given.y),
  'Spearman’s correlation': (given) => tests.correlation(given.x, given.y, { method: 'spearman' }),
  'Kendall’s correlation': (given) => tests.correlation(given.x, given.y, { method: 'kendall' }),
  'χ² test': (given) => tests.chiSquareTest(fourfold(given)),
  'Fisher’s test': (given) => tests.fisherTest(fourfold(given)),
  'Fisher’s test of larger tables': (given) => tests.fisherTableTest(classesByGroup(given)),
  'McNemar’s test': (given) => tests.mcNemarTest(changes(given)),
  'Bowker’s test': (given) => tests.bowkerTest(changes(given)),
  'binomial test': (given) => tests.binomialTest(given.e.filter((one) => one === 1).length, given.e.length),
  'difference of proportions': (given) => {
    const [first, second] = eventsOf(given);
    return tests.proportionDifference(first!, second!);
  },
  'Table 1': (given) => {
    const { columns } = tableOf(given);
    const of = (name: string) => columns.find((one) => one.name === name)!;
    return tableOne([of('x'), of('y'), of('g'), of('e')], { group: of('two') });
  }
};

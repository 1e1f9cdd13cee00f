import { may } from '../../../shared/call-arguments';
import type { Column } from '../../../shared/table';
import { float64Column, numbersOf } from '../../columns';
import { summaryOf } from '../../descriptive';
import { pairedSignedRankTest, pairedTTest } from '../../tests';
import { defineAnalysis } from '../define';
import { fewOf } from '../shown-table';
import { measured } from '../tidy';
import { normalityChecked } from './assumptions';
import { boxesOf, differenceName, groupsTable, shownGroups, testOf } from './by-group';
import { figuresOf, unitOf } from './differences';
import { isClear } from '../clear';
import { pairsGiven, pairTakes } from './pairs';

export const pairedAnalysis = defineAnalysis({
  name: 'paired',
  question: 'compare',
  source: 'Student 1908, Biometrika 6:1; Wilcoxon 1945, Biometrics Bulletin 1:80; Hodges and Lehmann 1963',
  takes: [...pairTakes, may('test', 'text'), may('level', 'number')],
  async run(given) {
    const level = given.level;
    const byRank = given.choice('test', ['paired-t', 'signed-rank'] as const, 'paired-t') === 'signed-rank';
    const pairs = pairsGiven(given);
    const [before, after] = [numbersOf(pairs.before), numbersOf(pairs.after)];
    const whole = before.map((value, row) => Number(!Number.isNaN(value) && !Number.isNaN(after[row])));
    const both = (values: Float64Array) => values.filter((_, row) => whole[row] === 1);
    const [first, second] = [both(before), both(after)];
    // Refuses what is too large for its sums, before a test meets it.
    const summaries = [first, second].map((values) => summaryOf(values, { level, name: pairs.of }));
    const test = byRank ? pairedSignedRankTest(after, before, { level }) : pairedTTest(after, before, { level });
    const { labels } = pairs;
    const name = differenceName(labels.after, labels.before);
    const [estimate] = measured(test.estimates, byRank ? 'location-shift' : 'mean-difference').map((one) => ({ ...one, name })); // prettier-ignore
    const differences = second.map((value, row) => value - first[row]!);
    const values: Column = { ...float64Column(pairs.of, first), ...unitOf({ column: pairs.before }) };
    const change = float64Column(name, differences);
    const directions = {
      higher: differences.filter((one) => one > 0).length,
      // Not `lower`, which is the limit of an interval.
      less: differences.filter((one) => one < 0).length,
      equal: differences.filter((one) => one === 0).length
    };
    const ofChange = { column: change, summaries: [summaryOf(differences, { level, name })] };
    return {
      name: test.method,
      says: estimate
        ? [
            {
              code: `paired-${byRank ? 'ranks-' : ''}${isClear(estimate) ? 'differ' : 'alike'}`,
              values: {
                before: labels.before,
                after: labels.after,
                ...unitOf({ column: pairs.before }),
                ...figuresOf(estimate),
                ...(estimate.p !== null && { p: estimate.p })
              }
            },
            {
              code: 'paired-directions',
              values: { before: labels.before, after: labels.after, ...directions },
              ...fewOf(Object.values(directions))
            }
          ]
        : [],
      estimates: estimate ? [estimate] : [],
      tests: [testOf(byRank ? 'signed-rank' : 'paired-t', test)],
      shown: shownGroups([labels.before, labels.after], [{ column: values, summaries }]),
      more: [{ name: 'groups', table: groupsTable([labels.before, labels.after], [{ column: values, summaries }]) }],
      figures: [...boxesOf([labels.before, labels.after], [{ column: values, summaries }]), ...boxesOf([name], [ofChange])], // prettier-ignore
      remarks: [...test.remarks, ...(byRank ? [] : normalityChecked(name, [differences], [name]))],
      counted: 'pairs',
      n: test.n,
      nDropped: pairs.nDropped + test.nDropped
    };
  }
});

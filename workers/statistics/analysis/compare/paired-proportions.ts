import { may } from '../../../shared/call-arguments';
import { bowkerTest, mcNemarTest } from '../../tests';
import { countsTable, commonLevels, crossTable, eventName } from '../cross-table';
import { defineAnalysis } from '../define';
import { fewOf } from '../shown-table';
import { measured } from '../tidy';
import { ratioName, testOf } from './by-group';
import { figuresOf } from './differences';
import { isClear } from '../clear';
import { pairsGiven, pairTakes } from './pairs';
import { barsOf, shownCounts } from './shown-counts';

/** Below so many pairs that differ the exact distribution is taken. */
const EXACT_BELOW = 25;

export const pairedProportionsAnalysis = defineAnalysis({
  name: 'paired-proportions',
  question: 'compare',
  source: 'McNemar 1947, Psychometrika 12:153; Edwards 1948, Psychometrika 13:185; Bowker 1948, J Am Stat Assoc 43:572',
  takes: [...pairTakes, may('outcomeIs', 'text'), may('test', 'text'), may('level', 'number')],
  async run(given) {
    const level = given.level;
    const pairs = pairsGiven(given);
    const [before, after] = commonLevels(pairs.before, pairs.after, given.option<string>('outcomeIs'));
    const asked = given.choice('test', ['auto', 'exact', 'chi-square'] as const, 'auto');
    const { counts, n, nDropped } = crossTable(before, after);
    const { labels } = pairs;
    const { names } = before;
    const margins = [counts.map((row) => row.reduce((sum, one) => sum + one, 0)), names.map((_, at) => counts.reduce((sum, row) => sum + row[at]!, 0))]; // prettier-ignore
    const shape = {
      shown: shownCounts(`${labels.before} → ${labels.after}`, names, names, counts),
      more: [{ name: 'counts', table: countsTable(['before', 'after'], names, names, counts) }],
      figures: [barsOf(pairs.of, names, [labels.before, labels.after], margins)],
      counted: 'pairs' as const,
      n,
      nDropped: pairs.nDropped + nDropped
    };
    if (before.event === undefined) {
      const test = bowkerTest(counts);
      const values = { before: labels.before, after: labels.after, levels: names.length, p: test.p };
      return {
        ...shape,
        name: test.method,
        says: [{ code: `symmetry-${isClear({ p: test.p, level }) ? 'differs' : 'alike'}`, values }],
        estimates: [],
        tests: [testOf('bowker', test)],
        remarks: test.remarks
      };
    }
    const [no, yes] = [1 - before.event, before.event];
    // Rows before, columns after, the event second: more of those that gained it than of those that lost it.
    const four = [
      [counts[no]?.[no] ?? 0, counts[no]?.[yes] ?? 0],
      [counts[yes]?.[no] ?? 0, counts[yes]?.[yes] ?? 0]
    ];
    const [gained, lost] = [four[0]![1]!, four[1]![0]!];
    const exact = asked === 'exact' || (asked === 'auto' && gained + lost < EXACT_BELOW);
    const test = mcNemarTest(four, { level, distribution: exact ? 'exact' : 'chi-square' });
    // Of two columns neither is what was asked: the level itself is.
    const event = given.has('before') ? names[before.event]! : eventName(before);
    const estimates = measured(test.estimates, 'odds-ratio').map((one) => ({ ...one, name: `${event}: ${ratioName(labels.after, labels.before)}` })); // prettier-ignore
    const [one] = estimates;
    const common = { event, before: labels.before, after: labels.after };
    return {
      ...shape,
      name: test.method,
      says: [
        {
          code: `paired-proportions-${isClear({ p: test.p, level }) ? 'differ' : 'alike'}`,
          values: { ...common, ...(one && figuresOf(one)), shareBefore: margins[0]![yes]! / n, shareAfter: margins[1]![yes]! / n, p: test.p } // prettier-ignore
        },
        { code: 'paired-proportions-moved', values: { ...common, gained, lost, n }, ...fewOf([gained, lost]) }
      ],
      estimates,
      tests: [testOf(exact ? 'mcnemar-exact' : 'mcnemar', test)],
      facts: [{ code: 'discordant', value: gained + lost, as: 'count' }],
      remarks: test.remarks
    };
  }
});

import type { Values } from '$workers/shared/errors';
import { figure, many, p, percent } from './figures';

/** Remarks of tests, of agreement and of descriptions. */
export const comparing = {
  'test-expected-small': (v: Values) =>
    `${v.variable === undefined ? '' : `${v.variable}: `}${many(v.cells, 'cell', 'cells')} of ${figure(v.of)} expect fewer than 5 persons (the smallest ${figure(v.smallest)}), so the χ² test is rough. Take Fisher’s exact test.`,
  'test-groups-small': (v: Values) =>
    `Fewer than ${figure(v.least)} values: ${v.groups}. What is compared with so few rests on hardly anything; join groups, or leave them out.`,
  'test-level-not-reached': (v: Values) =>
    `There are too few values for the level of confidence that was asked for: the interval covers ${percent(v.level)}.`,
  'test-zeros-left-out': (v: Values) =>
    `${many(v.zeros, 'value without a difference was', 'values without a difference were')} left out: the ranks go by what differs.`,
  'test-no-variation': (v: Values) =>
    v.events === 0
      ? 'Nobody had the event, so there is no test of the difference; its interval holds.'
      : 'Everybody had the event, so there is no test of the difference; its interval holds.',
  'test-monte-carlo': (v: Values) =>
    `The p-value comes from ${many(v.replicates, 'random table', 'random tables')} (seed ${figure(v.seed)}); with another seed it would differ by about ${figure(v.error)}. Ask for more tables where that matters.`,
  'test-odds-ratio-zero': () =>
    'The odds ratio is 0, as nobody is in one cell of the table: it has an upper limit only. The p-value holds.',
  'test-odds-ratio-unbounded': () =>
    'The odds ratio is infinite, as nobody is in one cell of the table: it has a lower limit only. The p-value holds.',
  'test-zero-cell': () =>
    'All changes go in one direction, so the ratio of changes has no finite estimate. The p-value holds.',
  'test-few-discordant': (v: Values) =>
    `Only ${many(v.pairs, 'pair differs', 'pairs differ')}; the χ² distribution needs about 25. Take the exact test.`,
  'test-correlation-perfect': (v: Values) =>
    `The correlation is perfect in all ${figure(v.n)} pairs, so it has no interval. Check whether one column was computed from the other.`,
  'test-adjusted': (v: Values) =>
    `${many(v.tests, 'p-value stands', 'p-values stand')} beside each other and ${v.tests === 1 ? 'is' : 'are'} adjusted for that by ${v.by}; intervals are not.`,
  'test-variances-free': (v: Values) =>
    `Each group has a variance of its own, so that variances need not be equal (Levene’s test of ${v.of}: ${p(v.p)}).`,
  'test-variances-checked': (v: Values) =>
    `Variances were taken as equal; Levene’s test of ${v.of} does not speak against it (${p(v.p)}).`,
  'test-variances-rejected': (v: Values) =>
    `Variances were taken as equal, but they differ in ${v.of} (Levene’s test, ${p(v.p)}). Let each group have its own: choose Welch.`,
  'test-normal-checked': (v: Values) =>
    `Values of ${v.of} were taken as about normal${v.group === v.of ? '' : ' in each group'}; the test of Shapiro and Wilk does not speak against it (${v.group === v.of ? '' : `least in ${v.group}: `}${p(v.p)}).`,
  'test-normal-rejected': (v: Values) =>
    `Values of ${v.of} are not normal${v.group === v.of ? '' : ` in ${v.group}`} (Shapiro-Wilk, ${p(v.p)}), where there are only ${figure(v.n)}: compare by ranks, too, and look at the distribution.`,
  'test-normal-rejected-many': (v: Values) =>
    `Values of ${v.of} are not normal${v.group === v.of ? '' : ` in ${v.group}`} (Shapiro-Wilk, ${p(v.p)}). With ${figure(v.n)} of them the mean is nearly normal all the same; where the mean is not what matters, compare by ranks.`,
  'test-fisher-chosen': (v: Values) =>
    `Fisher’s exact test was taken, as expected counts are small (the least is ${figure(v.least)}).`,
  'agreement-perfect': (v: Values) =>
    `All ${figure(v.n)} rows agree exactly, so the error cannot be estimated. Check that the columns are not copies of each other.`,
  'agreement-no-spread': (v: Values) =>
    `In all ${figure(v.n)} rows the raters differ in the same way, so the error cannot be estimated. Check whether a rater used one level only.`,
  'agreement-one-line': (v: Values) =>
    `All ${figure(v.n)} pairs lie on one straight line, but not on that of equality, so there is no interval. Check whether one column was computed from the other.`,
  'agreement-bias-changes': (v: Values) =>
    `The difference changes with the size of what is measured (r ${figure(v.r)}, ${p(v.p)}): one mean difference does not hold for small and large values. Look at the plot, or take ratios.`,
  'agreement-spread-changes': (v: Values) =>
    `The differences spread ${typeof v.r === 'number' && v.r < 0 ? 'less' : 'more'} where values are large (r ${figure(v.r)}, ${p(v.p)}): the same limits do not hold everywhere. Look at the plot, or take logarithms first.`,
  'table-one-median': (v: Values) =>
    `${v.variable} is skewed (skewness ${figure(v.skewness)}): it is shown by median and quartiles.`,
  'table-one-not-tested': (v: Values) => `${v.variable} was not compared between the groups. ${v.said}`,
  'table-one-single-group': (v: Values) => `All rows belong to the group ${v.group}: there is nothing to compare.`,
  'table-one-no-smd': (v: Values) =>
    `${v.variable} has no standardised difference between ${v.reference} and ${v.group}: it does not vary within them.`
};

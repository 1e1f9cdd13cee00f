import type { Values } from '$workers/shared/errors';
import { limits, lowered } from './sentence';

/** Interval and p, with who adjusted it. */
const tail = (v: Values, first?: string) => limits({ ...v, p: v.by === undefined ? v.p : `${v.p}, ${v.by}` }, first);
const unit = (v: Values) => (v.unit === undefined ? '' : `\u00a0${v.unit}`);
const p = (v: Values) => (v.by === undefined ? v.p : `${v.p}, ${v.by}`);

/** "50 % at first, 38 % later (odds ratio of change 0.42, 95 % CI 0.26 to 0.65, p < 0.001)" */
const changed = (v: Values) =>
  `${v.shareBefore} at ${v.before}, ${v.shareAfter} at ${v.after}${limits(v, v.estimate === undefined ? undefined : `odds ratio of change ${v.estimate}`)}`;

/** Groups, pairs and strata beside each other: the methods, their fields and their sentences. */
export const compare = {
  methods: {
    means: 'Means: t test, analysis of variance',
    paired: 'Paired values: paired t test, signed ranks',
    ranks: 'Ranks: rank-sum test, Kruskal-Wallis',
    proportions: 'Proportions: risk difference and ratio, χ², Fisher',
    'paired-proportions': 'Paired proportions: McNemar, Bowker',
    stratified: 'Within strata: Mantel-Haenszel'
  },
  abouts: {
    means: 'Differences of means with their intervals, between groups or from a value.',
    paired: 'How much values changed in the same persons.',
    ranks: 'Shift of values that are skewed or have outliers.',
    proportions: 'How often something happened in each group: difference, ratio, odds ratio.',
    'paired-proportions': 'How often yes and no changed in the same persons.',
    stratified: 'Groups compared within strata and pooled, so that the strata do not confound.'
  },
  fields: {
    outcomes: 'Outcomes',
    outcome_compared: 'Outcome',
    outcome_is: 'The outcome is',
    compared: 'Groups',
    reference: 'Compare with',
    against: 'Compare with the value',
    variances: 'Variances',
    adjust: 'Several p-values',
    before: 'Before',
    after: 'After',
    value: 'Value',
    condition: 'Condition',
    pair_person: 'Person',
    location_test: 'Test',
    independence_test: 'Test',
    symmetry_test: 'Test',
    effect: 'Effect',
    yates: 'Continuity correction',
    add_half: 'Add ½ where a cell is 0'
  },
  help: {
    outcomes: 'One column of numbers or more.',
    outcome_compared: 'Yes and no, or a category.',
    outcome_is: 'The value that counts as the outcome; every other does not.',
    compared: 'A column with few values.',
    reference: 'The group that the others are compared with. Left out: the first in the order of their values.',
    against: 'Instead of groups: the mean that is expected.',
    adjust: 'Where several comparisons stand beside each other, their p-values are adjusted for their number.',
    before: 'Two columns of one row a person …',
    after: '… of which the difference is after minus before.',
    value: 'Or: a column of values with a row for each person and condition,',
    condition: 'a column that says which of the two conditions the row is of,',
    pair_person: 'and the person that it belongs to.',
    effect: 'What the result speaks of first.',
    yates: 'Of the χ² test in tables of two by two (Yates).'
  },
  choices: {
    welch: 'each group its own (Welch)',
    'equal-variances': 'equal in all groups (Student)',
    holm: 'Holm',
    'benjamini-hochberg': 'Benjamini-Hochberg (false discovery rate)',
    'benjamini-yekutieli': 'Benjamini-Yekutieli',
    bonferroni: 'Bonferroni',
    unadjusted: 'leave as they are',
    'paired-t': 'means (paired t test)',
    'signed-rank': 'ranks (Wilcoxon’s signed-rank test)',
    auto: 'chosen by the counts',
    'chi-square': 'χ²',
    fisher: 'Fisher’s exact test',
    exact: 'exact',
    'risk-difference': 'risk difference',
    'risk-ratio': 'risk ratio',
    'odds-ratio': 'odds ratio'
  },
  tests: {
    'welch-t': 'Welch’s t test',
    'student-t': 'Student’s t test',
    'one-sample-t': 'One-sample t test',
    'welch-anova': 'Welch’s analysis of variance',
    anova: 'Analysis of variance',
    'paired-t': 'Paired t test',
    'signed-rank': 'Wilcoxon’s signed-rank test',
    'rank-sum': 'Wilcoxon’s rank-sum test',
    'kruskal-wallis': 'Kruskal-Wallis test',
    'chi-square': 'χ² test',
    fisher: 'Fisher’s exact test',
    mcnemar: 'McNemar’s test',
    'mcnemar-exact': 'McNemar’s test, exact',
    bowker: 'Bowker’s test of symmetry',
    'mantel-haenszel': 'Cochran-Mantel-Haenszel test',
    'breslow-day': 'Breslow-Day: one odds ratio in all strata',
    tarone: 'The same, with Tarone’s correction'
  },
  facts: {
    'standardised-difference': 'Standardised mean difference',
    superiority: 'Larger in the second group, of all pairs',
    'cramers-v': 'Cramér’s V',
    discordant: 'Pairs that differ',
    strata: 'Strata'
  },
  says: {
    'means-differ': (v: Values) => `Mean ${v.of} differs: ${v.group} minus ${v.reference} is ${v.estimate}${unit(v)}${tail(v)}.`, // prettier-ignore
    'means-alike': (v: Values) =>
      `The data do not show that mean ${v.of} differs: ${v.group} minus ${v.reference} is ${v.estimate}${unit(v)}${tail(v)}.`,
    'means-groups-differ': (v: Values) =>
      `Mean ${v.of} differs between the ${v.groups} groups of ${v.column} (${p(v)}).`,
    'means-groups-alike': (v: Values) =>
      `The data do not show that mean ${v.of} differs between the ${v.groups} groups of ${v.column} (${p(v)}).`,
    'means-pair': (v: Values) => `${v.pair}: ${v.estimate}${unit(v)}${tail(v)}.`,
    'means-against-differ': (v: Values) => `Mean ${v.of} is ${v.estimate}${unit(v)}, not ${v.against}${tail(v)}.`,
    'means-against-alike': (v: Values) =>
      `Mean ${v.of} is ${v.estimate}${unit(v)}: the data do not show that it is not ${v.against}${tail(v)}.`,
    'ranks-differ': (v: Values) => `${v.of} differs: from ${v.reference} to ${v.group} it shifts by ${v.estimate}${unit(v)}${tail(v, 'Hodges-Lehmann')}.`, // prettier-ignore
    'ranks-alike': (v: Values) =>
      `The data do not show that ${v.of} differs: from ${v.reference} to ${v.group} it shifts by ${v.estimate}${unit(v)}${tail(v, 'Hodges-Lehmann')}.`,
    'ranks-groups-differ': (v: Values) => `${v.of} differs between the ${v.groups} groups of ${v.column} (${p(v)}).`,
    'ranks-groups-alike': (v: Values) =>
      `The data do not show that ${v.of} differs between the ${v.groups} groups of ${v.column} (${p(v)}).`,
    'ranks-pair': (v: Values) => `Shift, ${v.pair}: ${v.estimate}${unit(v)}${tail(v)}.`,
    'paired-differ': (v: Values) => `${v.after} differs from ${v.before} in the same persons: the mean of ${v.after} minus ${v.before} is ${v.estimate}${unit(v)}${tail(v)}.`, // prettier-ignore
    'paired-alike': (v: Values) =>
      `The data do not show that ${v.after} differs from ${v.before} in the same persons: the mean of ${v.after} minus ${v.before} is ${v.estimate}${unit(v)}${tail(v)}.`,
    'paired-ranks-differ': (v: Values) =>
      `${v.after} differs from ${v.before} in the same persons: the typical change, ${v.after} minus ${v.before}, is ${v.estimate}${unit(v)}${tail(v, 'Hodges-Lehmann')}.`,
    'paired-ranks-alike': (v: Values) =>
      `The data do not show that ${v.after} differs from ${v.before} in the same persons: the typical change, ${v.after} minus ${v.before}, is ${v.estimate}${unit(v)}${tail(v, 'Hodges-Lehmann')}.`,
    'paired-directions': (v: Values) =>
      `${v.after} was higher than ${v.before} in ${v.higher}, lower in ${v.less}, equal in ${v.equal}.`,
    'risk-difference-differs': (v: Values) =>
      `The risk of ${v.event} differs: the risk difference, ${v.group} minus ${v.reference}, is ${v.estimate}${tail(v)}.`,
    'risk-difference-alike': (v: Values) =>
      `The data do not show that the risk of ${v.event} differs: the risk difference, ${v.group} minus ${v.reference}, is ${v.estimate}${tail(v)}.`,
    'risk-ratio-differs': (v: Values) =>
      `The risk of ${v.event} in ${v.group} is ${v.estimate} times that in ${v.reference}${tail(v)}.`,
    'risk-ratio-alike': (v: Values) =>
      `The data do not show that the risk of ${v.event} differs: in ${v.group} it is ${v.estimate} times that in ${v.reference}${tail(v)}.`,
    'odds-ratio-differs': (v: Values) =>
      `The odds of ${v.event} in ${v.group} are ${v.estimate} times those in ${v.reference}${tail(v)}.`,
    'odds-ratio-alike': (v: Values) =>
      `The data do not show that the odds of ${v.event} differ: in ${v.group} they are ${v.estimate} times those in ${v.reference}${tail(v)}.`,
    'proportions-shares': (v: Values) =>
      `${v.event}: ${v.events} of ${v.n} (${v.share}) in ${v.group}, ${v.eventsReference} of ${v.nReference} (${v.shareReference}) in ${v.reference}.`,
    'proportions-groups-differ': (v: Values) => `The risk of ${v.event} differs between the ${v.groups} groups of ${v.column} (${v.p}).`, // prettier-ignore
    'proportions-groups-alike': (v: Values) =>
      `The data do not show that the risk of ${v.event} differs between the ${v.groups} groups of ${v.column} (${v.p}).`,
    'proportions-pair': (v: Values) => `${v.measure}, ${v.pair}: ${v.estimate}${tail(v)}.`,
    'proportions-levels-differ': (v: Values) =>
      `The shares of the ${v.levels} levels of ${v.of} differ between the ${v.groups} groups of ${v.column} (${v.p}).`,
    'proportions-levels-alike': (v: Values) =>
      `The data do not show that the shares of the ${v.levels} levels of ${v.of} differ between the ${v.groups} groups of ${v.column} (${v.p}).`,
    'paired-proportions-differ': (v: Values) => `The share with ${v.event} differs: ${changed(v)}.`,
    'paired-proportions-alike': (v: Values) =>
      `The data do not show that the share with ${v.event} differs: ${changed(v)}.`,
    'paired-proportions-moved': (v: Values) =>
      `Of ${v.n} pairs, ${v.gained} had ${v.event} at ${v.after} only, ${v.lost} at ${v.before} only.`,
    'symmetry-differs': (v: Values) =>
      `From ${v.before} to ${v.after} the ${v.levels} levels changed in one direction more than in the other (${v.p}).`,
    'symmetry-alike': (v: Values) =>
      `The data do not show that from ${v.before} to ${v.after} the ${v.levels} levels changed in one direction more than in the other (${v.p}).`,
    'risk-difference-stratified-differs': (v: Values) =>
      `Within strata of ${v.strata} the risk of ${v.event} differs: the risk difference, ${v.group} minus ${v.reference}, is ${v.estimate}${tail(v)}.`,
    'risk-difference-stratified-alike': (v: Values) =>
      `Within strata of ${v.strata} the data do not show that the risk of ${v.event} differs: the risk difference, ${v.group} minus ${v.reference}, is ${v.estimate}${tail(v)}.`,
    'risk-ratio-stratified-differs': (v: Values) =>
      `Within strata of ${v.strata} the risk of ${v.event} in ${v.group} is ${v.estimate} times that in ${v.reference}${tail(v)}.`,
    'risk-ratio-stratified-alike': (v: Values) =>
      `Within strata of ${v.strata} the data do not show that the risk of ${v.event} differs: in ${v.group} it is ${v.estimate} times that in ${v.reference}${tail(v)}.`,
    'odds-ratio-stratified-differs': (v: Values) =>
      `Within strata of ${v.strata} the odds of ${v.event} in ${v.group} are ${v.estimate} times those in ${v.reference}${tail(v)}.`,
    'odds-ratio-stratified-alike': (v: Values) =>
      `Within strata of ${v.strata} the data do not show that the odds of ${v.event} differ: in ${v.group} they are ${v.estimate} times those in ${v.reference}${tail(v)}.`,
    'stratified-crude': (v: Values) =>
      `Without regard to ${v.strata} the ${lowered(v.measure)} is ${v.estimate}${limits(v)}.`,
    'strata-differ': (v: Values) =>
      `The odds ratio is not the same in all strata of ${v.strata} (Breslow-Day, ${v.p}): one number for all hides that.`,
    'strata-alike': (v: Values) =>
      `The data do not show that the odds ratio differs between strata of ${v.strata} (Breslow-Day, ${v.p}).`
  }
};

import type { Values } from '$workers/shared/errors';
import { limits } from './sentence';

const unit = (v: Values) => (v.unit === undefined ? '' : `\u00a0${v.unit}`);
const tail = (v: Values) => limits({ ...v, p: v.by === undefined ? v.p : `${v.p}, ${v.by}` });
/** "per 1,000 days" */
const per = (v: Values) => `per ${v.per}${v.unit === undefined ? '' : `\u00a0${v.unit}`}`;

/** What persons are like, and how often something happens: methods, fields, sentences, and the words of Table 1. */
export const describe = {
  methods: {
    'table-one': 'Table 1: characteristics by group',
    describe: 'Summaries of columns',
    'incidence-rates': 'Incidence rates by time at risk',
    standardise: 'Standardised rates'
  },
  abouts: {
    'table-one': 'Means, medians and shares of each group, with standardised differences and tests.',
    describe: 'n, missing, mean, quartiles and spread of each column.',
    'incidence-rates': 'Events over time at risk with exact limits, and their ratio between groups.',
    standardise: 'Rates as if the groups had the same strata, as of age.'
  },
  fields: {
    variables: 'Columns',
    show: 'Show otherwise',
    with_tests: 'Tests',
    event_counts: 'Events',
    events_is: 'An event is',
    time_at_risk: 'Time at risk',
    persons_or_time: 'Persons or time at risk',
    per: 'Rate per',
    stratum: 'Strata',
    how: 'Standardisation',
    standard: 'Standard',
    standard_strata: 'Strata of the standard',
    standard_time: 'Its persons or time',
    standard_events: 'Its events'
  },
  help: {
    variables: 'What is to be described. Numbers have a mean, skewed ones a median; words and yes or no have shares.',
    show: 'A column and how it is shown, where another way is wanted than the one that is chosen.',
    with_tests: 'A p-value for each column. Of groups made at random they say nothing.',
    event_counts: 'Numbers of events, or yes and no.',
    events_is: 'Where the column holds words: the one that means an event.',
    time_at_risk: 'How long each was followed.',
    persons_or_time: 'How many persons, or how much time, the events came from.',
    per: 'As 1000 for events per 1,000 days.',
    stratum: 'As of age and sex: each row belongs to one.',
    how: 'Direct: rates of the group, weights of the standard. Indirect: events over those expected at the standard’s rates.',
    standard: 'A table of the standard with a row a stratum. Left out: all groups together.',
    standard_strata: 'Left out: the column with the same name.',
    standard_events: 'For indirect standardisation.'
  },
  choices: { mean: 'mean (SD)', median: 'median [Q1, Q3]', levels: 'n (%)', direct: 'direct', indirect: 'indirect' },
  tests: { 'rate-ratio-exact': 'Exact test of the rate ratio', 'rates-alike': 'One rate in all groups' },
  says: {
    'table-one': (v: Values) => `Characteristics in ${v.variables} columns.`,
    'table-one-groups': (v: Values) =>
      `Characteristics in ${v.variables} columns by the ${v.groups} groups of ${v.column}.`,
    'table-one-baseline': () => 'How much groups differ is told by the standardised difference; p also depends on how many they are.', // prettier-ignore
    'smd-differs': (v: Values) =>
      `The groups differ most in ${v.variable}${v.pair === undefined ? '' : ` (${v.pair})`}: standardised difference ${v.smd}, above the 0.1 that is usually taken as balanced.`,
    'smd-alike': (v: Values) =>
      `No standardised difference is above 0.1; the largest is that of ${v.variable}${v.pair === undefined ? '' : ` (${v.pair})`}, ${v.smd}.`,
    'describe-columns': (v: Values) => `Summaries of ${v.columns} columns over ${v.rows} rows.`,
    'describe-one': (v: Values) =>
      `${v.variable}: mean ${v.mean}${unit(v)} (SD ${v.sd}), median ${v.median}${unit(v)} [Q1 ${v.q1}, Q3 ${v.q3}].`,
    'describe-single': (v: Values) => `${v.variable}: one value, ${v.mean}${unit(v)}.`,
    'rate-ratio-differs': (v: Values) =>
      `The rate in ${v.group} is ${v.estimate} times that in ${v.reference}${tail(v)}.`,
    'rate-ratio-alike': (v: Values) =>
      `The data do not show that rates differ: that in ${v.group} is ${v.estimate} times that in ${v.reference}${tail(v)}.`,
    'rates-groups-differ': (v: Values) => `The rates differ between the ${v.groups} groups of ${v.column} (${v.p}).`,
    'rates-groups-alike': (v: Values) =>
      `The data do not show that the rates differ between the ${v.groups} groups of ${v.column} (${v.p}).`,
    'rate-all': (v: Values) => `${v.events} events in ${v.time}${unit(v)}: ${v.estimate} ${per(v)}${limits(v)}.`,
    'rate-group': (v: Values) => `${v.group}: ${v.events} events in ${v.time}${unit(v)}, ${v.estimate} ${per(v)}${limits(v)}.`, // prettier-ignore
    'standardised-rate': (v: Values) =>
      `${v.of === '' ? 'All' : v.of}, standardised by ${v.strata}: ${v.estimate} ${per(v)}${limits(v)}.`,
    'standardised-ratio': (v: Values) =>
      `${v.of === '' ? 'All' : v.of}: ${v.estimate} times the events expected at the standard’s rates by ${v.strata}${limits(v)}.`,
    'standard-own': (v: Values) => `The standard is all rows together, by ${v.strata}.`,
    'standard-given': (v: Values) => `The standard is a table of its own, by ${v.strata}.`
  },
  /** Tables for reading: their titles, and what their heads and cells say. */
  shown: {
    titles: {
      'table-one': 'Characteristics',
      groups: 'The groups',
      counts: 'Counts',
      summaries: 'Summaries',
      rates: 'Rates'
    },
    words: {
      variable: () => 'Characteristic',
      group: () => 'Group',
      all: () => 'All',
      'group-n': (v: Values) => `${v.group} (n\u00a0=\u00a0${v.n})`,
      'all-n': (v: Values) => `All (n\u00a0=\u00a0${v.n})`,
      missing: () => 'Missing',
      smd: () => 'SMD',
      test: () => 'Test',
      p: () => 'p',
      'p-adjusted': () => 'p, adjusted',
      n: () => 'n',
      mean: () => 'Mean (SD)',
      median: () => 'Median [Q1, Q3]',
      'median-alone': () => 'Median',
      sd: () => 'SD',
      q1: () => 'Q1',
      q3: () => 'Q3',
      mad: () => 'MAD',
      min: () => 'Least',
      max: () => 'Greatest',
      events: () => 'Events',
      time: (v: Values) => (v.unit === undefined ? 'Time at risk' : `Time at risk, ${v.unit}`),
      rate: (v: Values) => `Rate ${per(v)}`,
      crude: (v: Values) => `Crude rate ${per(v)}`,
      standardised: (v: Values) => `Standardised rate ${per(v)}`,
      ratio: () => 'Standardised ratio',
      'mean-of': (v: Values) => `${v.variable}, mean (SD)`,
      'median-of': (v: Values) => `${v.variable}, median [Q1, Q3]`,
      'share-of': (v: Values) => `${v.variable}, n (%)`,
      'test-welch-t': () => 'Welch t',
      'test-student-t': () => 'Student t',
      'test-welch-anova': () => 'Welch ANOVA',
      'test-anova': () => 'ANOVA',
      'test-rank-sum': () => 'rank-sum',
      'test-kruskal-wallis': () => 'Kruskal-Wallis',
      'test-chi-square': () => 'χ²',
      'test-fisher': () => 'Fisher'
    },
    hidden: '–',
    hiddenNote: '< 5: few persons. A dash hides a further figure from which they could be computed.'
  }
};

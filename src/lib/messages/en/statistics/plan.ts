import type { Values } from '$workers/shared/errors';

/** ", at a two-sided level of 0.05" */
const test = ({ alpha, sides }: Values) => `, at a ${sides === '1' ? 'one' : 'two'}-sided level of ${alpha}`;

/** Planning of studies: the methods, their fields and their sentences. */
export const plan = {
  methods: {
    'plan-means': 'Persons to compare two means',
    'plan-proportions': 'Persons to compare two proportions',
    'plan-survival': 'Events to compare two survival curves',
    'plan-precision': 'Persons for an interval of a given width',
    'plan-clusters': 'Persons where groups are studied'
  },
  abouts: {
    'plan-means': 'For a t test: persons for a power, or the power of so many persons.',
    'plan-proportions': 'For a χ² test: persons for a power, or the power of so many persons.',
    'plan-survival': 'For a log-rank test: events for a power, or the power of so many events.',
    'plan-precision': 'Of a proportion or a rate that is to be known closely enough.',
    'plan-clusters': 'Children of one hospital are alike: how many more are needed for it.'
  },
  fields: {
    difference: 'Difference of the means',
    sd: 'Standard deviation',
    design: 'Design',
    ratio: 'Second group to first',
    first: 'Persons in the first group',
    second: 'Persons in the second group',
    power: 'Power',
    alpha: 'False alarms (α)',
    sides: 'Sides',
    first_proportion: 'Proportion in the first group',
    second_proportion: 'Proportion in the second group',
    continuity: 'Correct for continuity',
    hazard_ratio: 'Hazard ratio',
    event_share: 'Share of the first group with the event',
    planned_events: 'Events',
    by: 'Formula',
    proportion: 'Expected proportion',
    rate: 'Expected rate',
    half_width: 'Half the width',
    factor: 'Factor',
    planned_persons: 'Persons without groups',
    size: 'Persons of a group',
    icc: 'Intracluster correlation',
    variation: 'Variation of sizes'
  },
  help: {
    difference: 'The smallest that matters, in the unit of the standard deviation.',
    sd: 'Within each group; of pairs, that of their differences.',
    ratio: 'Persons of the second group for each of the first.',
    first: 'Left out: it is what is asked for.',
    power: 'The probability to find such a difference. Left out: 0.8, or what the persons give.',
    alpha: 'Probability of finding a difference where there is none.',
    hazard_ratio: 'Of the second group over the first.',
    event_share: 'While it is followed: persons follow from it.',
    planned_events: 'Left out: they are what is asked for.',
    rate: 'Events a unit of time.',
    half_width:
      'Half of the whole interval, as a fraction: 0.03 is 6 percentage points from end to end. Of a rate in its own unit.',
    factor: 'Of a rate: its limits are the rate divided and multiplied by it.',
    planned_persons: 'That a study of independent persons needs, in one arm or in all.',
    icc: 'How alike persons of a group are: 0 not at all, 1 entirely.',
    variation: 'Standard deviation of the groups’ sizes over their mean.'
  },
  choices: {
    independent: 'two groups',
    paired: 'the same persons twice',
    schoenfeld: 'Schoenfeld',
    freedman: 'Freedman',
    wilson: 'Wilson',
    wald: 'Wald'
  },
  facts: {
    total: 'Persons altogether',
    alpha: 'False alarms (α)',
    sides: 'Sides',
    'design-effect': 'Design effect'
  },
  says: {
    'plan-means-size': (v: Values) =>
      `${v.total} persons (${v.groups}) are needed to find a difference of ${v.difference} (standard deviation ${v.sd}) with a power of ${v.sharePower}${test(v)}.`,
    'plan-means-power': (v: Values) =>
      `${v.total} persons (${v.groups}) find a difference of ${v.difference} (standard deviation ${v.sd}) with a power of ${v.sharePower}${test(v)}.`,
    'plan-pairs-size': (v: Values) =>
      `${v.groups} pairs are needed to find a mean difference of ${v.difference} (standard deviation of the differences ${v.sd}) with a power of ${v.sharePower}${test(v)}.`,
    'plan-pairs-power': (v: Values) =>
      `${v.groups} pairs find a mean difference of ${v.difference} (standard deviation of the differences ${v.sd}) with a power of ${v.sharePower}${test(v)}.`,
    'plan-proportions-size': (v: Values) =>
      `${v.total} persons (${v.groups}) are needed to tell ${v.shareFirst} from ${v.shareSecond} with a power of ${v.sharePower}${test(v)}.`,
    'plan-proportions-power': (v: Values) =>
      `${v.total} persons (${v.groups}) tell ${v.shareFirst} from ${v.shareSecond} with a power of ${v.sharePower}${test(v)}.`,
    'plan-events': (v: Values) =>
      `${v.events} events are needed to find a hazard ratio of ${v.hazardRatio} with a power of ${v.sharePower}${test(v)}.`,
    'plan-events-persons': (v: Values) =>
      `${v.events} events are needed to find a hazard ratio of ${v.hazardRatio} with a power of ${v.sharePower}${test(v)}. ${v.total} persons (${v.groups}) give them, if ${v.shareEvents} of the first group have the event while followed.`,
    'plan-events-power': (v: Values) =>
      `${v.events} events find a hazard ratio of ${v.hazardRatio} with a power of ${v.sharePower}${test(v)}.`,
    'plan-proportion': (v: Values) =>
      `${v.persons} persons are needed: if ${v.shareExpected} of them have it, the ${v.level} interval goes from ${v.lower} to ${v.upper}, at most ${v.points} percentage points wide.`,
    'plan-rate-width': (v: Values) =>
      `${v.events} events are needed, expected in ${v.personTime} units of person-time at a rate of ${v.rate}: the ${v.level} interval reaches ${v.halfWidth} to each side.`,
    'plan-rate-factor': (v: Values) =>
      `${v.events} events are needed, expected in ${v.personTime} units of person-time at a rate of ${v.rate}: the ${v.level} interval reaches from the rate divided by ${v.factor} to the rate times ${v.factor}.`,
    'plan-clusters': (v: Values) =>
      `${v.persons} persons in ${v.clusters} groups of about ${v.size} are worth ${v.independent} independent ones: ${v.effect} times as many, at an intracluster correlation of ${v.icc}.`
  }
};

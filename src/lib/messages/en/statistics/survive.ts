import type { Values } from '$workers/shared/errors';
import { limits } from './sentence';

/** "At 90 days", or "At 90 (days)" by the column of times. */
const when = (v: Values, time: Values[string] = v.at) => (v.unit === undefined ? `${time} (${v.time})` : `${time} ${v.unit}`); // prettier-ignore
const second = ({ level, lower2: lower, upper2: upper }: Values) => limits({ level, lower, upper });
const test = (v: Values) => `${v.rho === '0' ? 'log-rank test' : 'weighted log-rank test'}, ${v.p}`;
const adjusted = (v: Values) => (v.others === '0' ? '' : ', adjusted for the other predictors');
const more = (v: Values) => `For each increase of 1${v.unit === '' ? '' : ` ${v.unit}`} in ${v.column}`;
const inTime = (v: Values) => v.unit ?? v.time;

/** Time until an event: the methods, their fields and their sentences. */
export const survive = {
  methods: {
    'kaplan-meier': 'Kaplan-Meier curves, log-rank test',
    'restricted-mean': 'Restricted mean time, difference between groups',
    cox: 'Cox regression',
    'cumulative-incidence': 'Cumulative incidence of competing events, Gray’s test',
    'fine-gray': 'Fine-Gray regression of competing events'
  },
  abouts: {
    'kaplan-meier': 'Share of those without the event over time, by group, with the numbers at risk.',
    'restricted-mean':
      'How much longer one group is without the event, on average up to a time. Needs no proportional hazards.',
    cox: 'Hazard ratios of what may make the event come sooner or later.',
    'cumulative-incidence':
      'Share of those who had one of several events that exclude each other, over time, by group.',
    'fine-gray': 'What goes with a higher cumulative incidence of one of several events that exclude each other.'
  },
  fields: {
    time: 'Time',
    event: 'Event',
    ending: 'How follow-up ended',
    event_is: 'The event is',
    start: 'At risk from',
    at: 'At times',
    until: 'Up to',
    rho: 'Weight of early events',
    interval: 'Interval',
    zoom: 'Look at the curves closely',
    ties: 'Ties',
    robust: 'Robust standard errors',
    censored: 'No event is',
    cause: 'Event of interest'
  },
  help: {
    time: 'How long each was followed, a number.',
    event: 'Yes where the event came, no where follow-up ended before: 1 and 0, or in words.',
    ending: 'Words or codes: which event came first, or that none came.',
    event_is: 'Where the column holds words: the one that means the event.',
    start: 'Time at which being at risk began, where it was not 0: delayed entry, covariates that change.',
    at: 'Shares at these times. Left out: the last round time that all groups reach.',
    until: 'Mean times are taken up to here. Left out: the shortest of the longest times.',
    rho: '0 is the log-rank test; 1 gives early events more weight.',
    zoom: 'The axis ends with the curves instead of at 0.',
    censored: 'The value for those whose follow-up ended without any of the events. Left out: `0` or `censored`.',
    cause: 'One of the values.'
  },
  choices: {
    'log-log': 'log-log',
    log: 'log',
    plain: 'plain',
    efron: 'Efron',
    breslow: 'Breslow'
  },
  tests: {
    'log-rank': 'Log-rank test',
    'peto-log-rank': 'Weighted log-rank test',
    'proportional-hazards': 'Proportional hazards',
    gray: 'Gray’s test'
  },
  facts: {
    until: 'Up to the time',
    'competing-events': 'Other events',
    censored: 'Censored'
  },
  says: {
    'survival-at': (v: Values) =>
      `At ${when(v)}, ${v.estimate}${limits(v)}${v.of === '' ? '' : ` of ${v.of}`} had not had the event (${v.event}).`,
    'survival-at-two': (v: Values) =>
      `At ${when(v)}, ${v.estimate}${limits(v)} of ${v.of} and ${v.estimate2}${second(v)} of ${v.of2} had not had the event (${v.event}).`,
    'survival-earlier': (v: Values) => `The event came earlier in ${v.earlier} than in ${v.later} (${test(v)}).`,
    'survival-two-alike': (v: Values) =>
      `The data do not show that the event came earlier in one of the two groups (${test(v)}).`,
    'survival-differs': (v: Values) =>
      `The ${v.groups} groups of ${v.group} differ in their times to the event (${test(v)}).`,
    'survival-alike': (v: Values) =>
      `The data do not show that the ${v.groups} groups of ${v.group} differ in their times to the event (${test(v)}).`,
    'survival-events': (v: Values) => `${v.events} of ${v.n} had the event (${v.event}).`,
    'survival-events-of-rows': (v: Values) => `There were ${v.events} events (${v.event}) in ${v.n} rows of follow-up.`,
    'median-time': (v: Values) =>
      `Median time to the event (${v.event}), in ${inTime(v)}: ${v.estimate}${limits(v)}${v.of === '' ? '' : ` in ${v.of}`}.`,
    'median-time-two': (v: Values) =>
      `Median time to the event (${v.event}), in ${inTime(v)}: ${v.estimate}${limits(v)} in ${v.of} and ${v.estimate2}${second(v)} in ${v.of2}.`,
    'median-not-reached': (v: Values) =>
      `The median time${v.groups === '' ? '' : ` of ${v.groups}`} was not reached: the curve stays above one half.`,
    'mean-time-difference': (v: Values) =>
      `Up to ${when(v, v.until)}, the mean time without the event (${v.event}) of ${v.of} minus that of ${v.reference} was ${v.estimate}${v.unit === undefined ? '' : ` ${v.unit}`}${limits(v)}.`,
    'mean-time-longer': (v: Values) => `It was longer in ${v.longer} than in ${v.shorter}.`,
    'mean-time-alike': (v: Values) => `The data do not show that it differed between ${v.of} and ${v.reference}.`,
    'hazard-level': (v: Values) =>
      `For ${v.variable} ${v.category}, the hazard of the event (${v.event}) was ${v.estimate} times that for ${v.variable} ${v.reference}${limits(v)}${adjusted(v)}.`,
    'hazard-unit': (v: Values) =>
      `${more(v)}, the hazard of the event (${v.event}) was ${v.estimate} times as high${limits(v)}${adjusted(v)}.`,
    'incidence-at': (v: Values) =>
      `By ${when(v)}, the cumulative incidence of ${v.cause}${v.of === '' ? '' : ` in ${v.of}`} was ${v.estimate}${limits(v)}.`,
    'incidence-at-two': (v: Values) =>
      `By ${when(v)}, the cumulative incidence of ${v.cause} was ${v.estimate}${limits(v)} in ${v.of} and ${v.estimate2}${second(v)} in ${v.of2}.`,
    'incidence-differs': (v: Values) =>
      `The cumulative incidence of ${v.cause} differs between the ${v.groups} groups of ${v.group} (Gray’s test, ${v.p}).`,
    'incidence-alike': (v: Values) =>
      `The data do not show that the cumulative incidence of ${v.cause} differs between the ${v.groups} groups of ${v.group} (Gray’s test, ${v.p}).`,
    'incidence-endings': (v: Values) => `What came first among ${v.n}: ${v.list}; ${v.censored} without an event.`,
    'subhazard-level': (v: Values) =>
      `For ${v.variable} ${v.category}, the subdistribution hazard of ${v.event} was ${v.estimate} times that for ${v.variable} ${v.reference}${limits(v)}${adjusted(v)}.`,
    'subhazard-unit': (v: Values) =>
      `${more(v)}, the subdistribution hazard of ${v.event} was ${v.estimate} times as high${limits(v)}${adjusted(v)}.`,
    'incidence-counts': (v: Values) =>
      `Of ${v.n}, ${v.events} had ${v.cause} first and ${v.competing} another event; ${v.censored} had none.`
  }
};

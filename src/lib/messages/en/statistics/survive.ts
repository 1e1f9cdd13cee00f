import type { Values } from '$workers/shared/errors';

/** Time until an event: the methods, their fields and their sentences. */
export const survive = {
  methods: {
    'kaplan-meier': 'Kaplan-Meier curves, log-rank test',
    cox: 'Cox regression'
  },
  abouts: {
    'kaplan-meier': 'Share of those without the event over time, by group, with the numbers at risk.',
    cox: 'Hazard ratios of what may make the event come sooner or later.'
  },
  fields: {
    time: 'Time',
    event: 'Event',
    event_is: 'The event is',
    start: 'At risk from',
    at: 'At times',
    until: 'Up to',
    rho: 'Weight of early events',
    interval: 'Interval',
    ties: 'Ties',
    robust: 'Robust standard errors'
  },
  help: {
    time: 'How long each was followed, a number.',
    event: 'Yes where the event came, no where follow-up ended before: 1 and 0.',
    event_is: 'Where the column holds words: the one that means the event.',
    start: 'Time at which being at risk began, where it was not 0: delayed entry, covariates that change.',
    at: 'Survival at these times.',
    until: 'Mean times are taken up to here.',
    rho: '0 is the log-rank test; 1 gives early events more weight.'
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
    'proportional-hazards': 'Proportional hazards'
  },
  says: {
    'survival-differs': (v: Values) => `The ${v.groups} groups differ in their times to the event (log-rank ${v.p}).`,
    'survival-alike': (v: Values) =>
      `The data do not show that the ${v.groups} groups differ in their times to the event (log-rank ${v.p}).`,
    'survival-events': (v: Values) => `${v.events} of ${v.n} had the event.`
  }
};

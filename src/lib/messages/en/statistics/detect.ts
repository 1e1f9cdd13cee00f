import type { Values } from '$workers/shared/errors';
import { many } from './many';
import { limits } from './sentence';

/** Signals of harm: the methods, their fields and their sentences. */
export const detect = {
  methods: {
    signals: 'Disproportionality of reports',
    'case-series': 'Self-controlled case series'
  },
  abouts: {
    signals: 'Which drug and event are reported together more often than chance: PRR, ROR, IC, EBGM of every pair.',
    'case-series':
      'Whether events come more often in the days after an exposure than in the rest of the same person’s time.'
  },
  fields: {
    report: 'Report',
    drug: 'Drug',
    reported_event: 'Event',
    signal_score: 'Score',
    least: 'Least reports',
    person: 'Person',
    observed_from: 'Observed from',
    observed_to: 'Observed to',
    birth: 'Birth',
    events_table: 'Table of events',
    event_person: 'Person of the event',
    event_day: 'Day of the event',
    exposures: 'Table of exposures',
    exposure_person: 'Person exposed',
    exposure_day: 'Day of exposure',
    windows: 'Risk windows',
    window_name: 'Name',
    window_from: 'From day',
    window_to: 'To day',
    age_cuts: 'Ages that begin a band'
  },
  help: {
    report: 'A row for each drug and event of a report; the report’s number.',
    signal_score: 'Pairs are put in order by the lower limit of this score.',
    least: 'Pairs with fewer reports are not shown; all are in the table.',
    observed_from: 'First day of observation, included: a date, or a whole day.',
    observed_to: 'Last day of observation, included.',
    birth: 'Subtracted from all days, so that age bands count from it.',
    windows: 'Days after an exposure, both included: 0 to 13 are two weeks from the day itself.',
    age_cuts: 'In days. Age bands take out that events come more often at some ages.'
  },
  choices: {
    ebgm: 'EBGM (DuMouchel)',
    ic: 'IC',
    ror: 'ROR',
    prr: 'PRR'
  },
  tests: {
    'windows-none': 'No window has an effect'
  },
  facts: {
    pairs: 'Pairs of drug and event',
    'pairs-evans': 'Pairs that meet Evans’ criterion',
    'pairs-doubled': 'Pairs with EB05 of 2 or more',
    signals: 'Pairs whose lower limit is above no effect'
  },
  says: {
    'detect-some': (v: Values) =>
      `${v.out} of the ${many(v.ranked, 'pair', 'pairs')} with ${v.least} or more reports ${v.out === '1' ? 'is' : 'are'} reported together more often than chance explains, by the lower limit of their ${String(v.score).toUpperCase()}.`,
    'detect-none': (v: Values) =>
      `Of the ${many(v.ranked, 'pair', 'pairs')} with ${v.least} or more reports none is reported together more often than chance explains, by the lower limit of their ${String(v.score).toUpperCase()}.`,
    'detect-few': (v: Values) =>
      `None of the ${many(v.pairs, 'pair', 'pairs')} has ${v.least} or more reports and a score (${String(v.score).toUpperCase()}).`,
    'detect-highest': (v: Values) =>
      `First comes ${v.drug} with ${v.event}: ${v.reports} reports where ${v.expected} are expected, ${String(v.score).toUpperCase()} ${v.estimate} (${v.level} interval ${v.lower} to ${v.upper}). It is a reason to look closer, no proof of harm.`,
    'series-window': (v: Values) =>
      `In the window “${v.window}” events come ${v.estimate} times as often as in the rest of the same persons’ time${limits(v)}.`,
    'series-windows': (v: Values) =>
      `In the window “${v.window}” events come ${v.estimate} times as often as in the same persons’ time outside of all windows${limits(v)}.`,
    'series-window-events': (v: Values) =>
      `“${v.window}” holds ${many(v.events, 'event', 'events')} in ${many(v.days, 'day', 'days')}.`
  }
};

import type { Values } from '$workers/shared/errors';
import { formatCount } from '$workers/shared/number-format';
import { smallGroup } from '$workers/shared/profile';
import { clip } from './cells';
import { counted } from './pages';

const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What the benchmark cell says. */
export const benchmarkWords = {
  from: 'Table',
  fromHelp: 'One row a case: an operation, an admission.',
  hospital: 'Hospital',
  method: 'What is compared',
  methodHelp: 'Outcomes of hospitals, or what early warnings of sepsis are worth beside none.',
  methods: { hospitals: 'Hospitals', 'sepsis-utility': 'Early warnings of sepsis (challenge of 2019)' },
  hoursHelp: 'One row a patient and hour.',
  person: 'Person',
  label: 'Label',
  labelHelp: '1 from some hours before the onset of sepsis on, else 0.',
  call: 'Call',
  callHelp: 'A column of 1 and 0: whether somebody is called in this hour.',
  score: 'Score',
  scoreHelp: 'Instead of calls: a probability or another number that rises with the danger.',
  threshold: 'Threshold',
  thresholdHelp: 'A score at or above it is a call. Left out: the one of the greatest utility, which flatters it.',
  shift: 'From label to onset',
  shiftHelp: '6 where labels begin six hours early, as in the challenge; 0 where they begin at the onset.',
  stay: 'Episode',
  stayHelp: 'Stays of one person that are told apart.',
  hourHelp: 'Hours as a number, or a timestamp.',
  groupHelp: 'Left out: all together.',
  outcome: 'Outcome',
  outcomeHelp:
    'A column of yes and no, as 1 and 0. For deaths within 30 days, leave it out and name the two columns below.',
  deathDay: 'Day of death',
  deathDayHelp: 'Days after the operation, or a date; empty for children not known to have died.',
  followUp: 'Followed up to',
  followUpHelp:
    'Days after the operation, or a date. Who was followed for less and did not die is left out and counted.',
  days: 'Deaths within',
  daysHelp: 'Days after the first operation, wherever the child died.',
  episode: 'Episode',
  episodeHelp: 'Several operations of one episode are one case, counted from the first.',
  risk: 'Expected risk',
  riskHelp: 'A column of probabilities: 2 % is 0.02.',
  riskModel: 'Risk model',
  riskModelHelp: 'Instead of a column: a table of coefficients with term, coefficient and, for categories, level.',
  recalibrate: 'Fit risks to all hospitals',
  recalibrateHelp:
    'Moves all risks alike, so that all together expect what happened: hospitals are compared with each other.',
  time: 'Time',
  timeHelp: 'Date of the operation: the order of VLAD and CUSUM.',
  complications: 'Complications',
  complicationsHelp: 'Columns of yes and no, each an event of its own.',
  show: 'Show',
  showHelp: 'Left out: all that the columns allow.',
  parts: {
    funnel: 'Funnel plot',
    oe: 'Observed / expected',
    vlad: 'VLAD',
    cusum: 'CUSUM',
    rates: 'Rates',
    stay: 'Length of stay'
  },
  level: 'Confidence',
  levelHelp: 'Of the limits of each hospital. The funnel always has 95 % and 99.8 %.',
  target: 'Target proportion',
  targetHelp: 'The line of the funnel of proportions. Left out: all hospitals together.',
  cusum: 'CUSUM',
  worse: 'Worse: odds ratio',
  worseHelp: 'The deterioration to look for: 2 is a doubling of the odds.',
  better: 'Better: odds ratio',
  betterHelp: 'The improvement to look for: 0.5 is a halving.',
  falseAlarm: 'False alarms',
  falseAlarmHelp: 'Probability of an alarm without cause, in each direction.',
  casesAhead: 'Within cases',
  casesAheadHelp: 'Left out: as many as each hospital has.',
  runs: 'Simulated courses',
  runsHelp: 'More make the limits more exact.',
  seed: 'Seed',
  resultTitle: 'Title',
  caption: 'Caption',
  summary: (hospitals: number, cases: number) =>
    `${counted(hospitals, 'hospital', 'hospitals')}, ${counted(cases, 'case', 'cases')}`,
  hospitalOf: (number: string) => `Hospital ${number}`,
  range: (value: string, lower: string, upper: string) => `${value} (${lower}\u00a0to\u00a0${upper})`,
  outside: {
    'above 99.8 %': (names: readonly string[]) => `above the 99.8 % limits of the funnel: ${list(names)}`,
    'below 99.8 %': (names: readonly string[]) => `below the 99.8 % limits of the funnel: ${list(names)}`,
    'above 95 %': (names: readonly string[]) =>
      `above the 95 % limits of the funnel, inside the 99.8 % limits: ${list(names)}`,
    'below 95 %': (names: readonly string[]) =>
      `below the 95 % limits of the funnel, inside the 99.8 % limits: ${list(names)}`
  },
  outsideNone: 'All hospitals lie inside the 95 % limits of the funnel',
  outsideNoneShown: 'The hospitals that are shown lie inside the 95 % limits of the funnel',
  noneShown: 'No hospital is shown: all have too few cases or events',
  together: (cases: number, hospitals: number, observed: number, share: string, event: string, days: number) => {
    const of = `Of ${counted(cases, 'case', 'cases')} in ${counted(hospitals, 'hospital', 'hospitals')}, ${formatCount(observed)} (${share})`;
    return event === '' ? `${of} died within ${counted(days, 'day', 'days')}.` : `${of} had the outcome \`${event}\`.`;
  },
  expectedOf: (expected: string, ratio: string, level: string) =>
    `${expected} were expected: observed / expected ${ratio}, ${level} limits.`,
  togetherHidden: (cases: number, hospitals: number) =>
    `${counted(cases, 'case', 'cases')} in ${counted(hospitals, 'hospital', 'hospitals')}. Before an audience, hospitals with fewer than ${smallGroup} cases or events show no figure, and nor do all together.`,
  excludedNone: (cases: number) => `None of ${counted(cases, 'case', 'cases')} is left out.`,
  excluded: (left: number, of: number, reasons: string) =>
    `Left out: ${formatCount(left)} of ${counted(of, 'case', 'cases')} (${reasons}).`,
  exclusions: {
    'follow-up too short': 'followed too briefly',
    'follow-up unknown': 'of unknown follow-up',
    'operation undated': 'without a date of operation',
    'death before operation': 'with death before the operation',
    'deaths differ': 'with two days of death',
    'no episode': 'without an episode',
    'no outcome': 'without an outcome',
    'no hospital': 'without a hospital',
    'no expected risk': 'without an expected risk'
  },
  miscalibrated: (ratio: string) =>
    `All hospitals together have ${ratio} times the events that the risk model expects: read each hospital against the others, not against 1, or write \`recalibrate: true\`.`,
  recalibrated: (factor: string) =>
    `Risks are fitted to all hospitals together (odds times ${factor}): each hospital is compared with all, itself included.`,
  fewExpected: (few: number, of: number) =>
    `${formatCount(few)} of ${counted(of, 'hospital expects', 'hospitals expect')} fewer than 5 events: the limits are wide, and lying inside them is no proof of safety.`,
  byChance: (hospitals: number, expected: string) =>
    `Were all ${counted(hospitals, 'hospital', 'hospitals')} as expected, chance alone would put at most ${expected} of them outside the 95 % limits, on average.`,
  noRanking: 'Hospitals stand in the order of their names: the differences between them are no ranking.',
  funnelAdjusted: 'Observed / expected by hospital',
  funnelCrude: (event: string, days: number) =>
    event === ''
      ? `Died within ${counted(days, 'day', 'days')}, by hospital, not adjusted for risk`
      : `Proportion with \`${event}\` by hospital, not adjusted for risk`,
  funnelKey: {
    warning: '95 % limits',
    action: '99.8 % limits',
    inside: 'inside',
    outside: 'outside',
    target: 'target'
  },
  funnelExactAdjusted:
    'Exact Poisson limits around 1: outside is what chance alone gives in fewer than 25 (95 %) or 1 (99.8 %) of 1,000 on that side.',
  funnelExactCrude: (target: string) => `Exact binomial limits around ${target}.`,
  funnelSource: 'Spiegelhalter 2005, Statistics in Medicine 24:1185.',
  funnelNone: 'No funnel of proportions: without an event, or with nothing but events, there is nothing to compare.',
  funnelDescription: (sort: 'adjusted' | 'crude', rows: string) =>
    `Funnel plot of ${sort === 'crude' ? 'proportions' : 'observed over expected events'} by hospital, with 95 % and 99.8 % limits. ${rows}`,
  hiddenHospitals: (n: number) =>
    `Not drawn, having fewer than ${smallGroup} cases, events or cases without one: ${counted(n, 'hospital', 'hospitals')}.`,
  casesAxis: 'Cases',
  expectedAxis: 'Expected events',
  rateAxis: 'Proportion (%)',
  ratioAxis: 'Observed / expected',
  timeAxis: 'Time',
  vladAxis: 'Expected − observed',
  cusumAxis: 'CUSUM',
  rateTip: (name: string, observed: number, cases: number, rate: string) =>
    `${name}\n${formatCount(observed)} of ${formatCount(cases)}: ${rate}`,
  ratioTip: (name: string, observed: number, expected: string, ratio: string) =>
    `${name}\n${formatCount(observed)} observed, ${expected} expected\n${ratio}`,
  positions: {
    inside: 'inside',
    'above 95 %': 'above 95 %',
    'above 99.8 %': 'above 99.8 %',
    'below 95 %': 'below 95 %',
    'below 99.8 %': 'below 99.8 %'
  },
  oeTitle: 'Observed and expected events by hospital',
  head: {
    hospital: 'Hospital',
    cases: 'Cases',
    observed: 'Observed',
    expected: 'Expected',
    ratio: (level: string) => `O / E (${level} limits)`,
    rate: (level: string) => `Proportion (${level} limits)`,
    p: 'p (Holm)',
    funnel: 'Funnel',
    event: 'Complication',
    vlad: 'Expected − observed',
    worse: (oddsRatio: string) => `Worse (OR ${oddsRatio}): limit`,
    better: (oddsRatio: string) => `Better (OR ${oddsRatio}): limit`,
    alarm: 'First alarm'
  },
  oeNote: 'Limits of O / E are exact (Poisson); p is that O / E is 1, two-sided, adjusted for the number of hospitals.',
  ratesTitle: 'Rates by hospital',
  ratesNote: 'Exact limits (Clopper and Pearson). A case without a value counts neither way.',
  lengthOfStay: 'Length of stay',
  lengthOfStayHelp: 'A number of each case, such as days in intensive care.',
  stayHead: (unit: string | undefined) => `Median (quartiles)${unit === undefined ? '' : `, ${unit}`}`,
  stayFinding: (least: string, most: string, unit: string | undefined) => {
    const of = unit === undefined ? '' : ` ${unit}`;
    return least === most
      ? `Median length of stay by hospital: ${least}${of}`
      : `Median length of stay by hospital: from ${least} to ${most}${of}`;
  },
  stayMissing: 'Missing',
  stayImpossible: 'Below 0, not used',
  stayDescription: (all: string) => `Median length of stay by hospital, with its quartiles. ${all}`,
  stayNote:
    'Dot: median; line: from the first to the third quartile. Of all cases with a hospital and a length, not adjusted for risk: who dies early has a short stay.',
  complicationsNote: 'Of all cases with a hospital, also those without an outcome or a risk.',
  rateCell: (events: number, cases: number, rate: string) => `${formatCount(events)} of ${formatCount(cases)}, ${rate}`,
  noValue: 'no value',
  few: `fewer than ${smallGroup}`,
  vladTitle: 'Expected minus observed events over time (VLAD)',
  vladNote:
    'Each line rises by the expected risk of a child who lives and falls by 1 − risk with each event: level means as expected, falling means more events than expected. Lovegrove 1997, Lancet 350:1128.',
  cusumTitle: 'Risk-adjusted CUSUM of each hospital',
  alarms: (worse: readonly string[], better: readonly string[]) => {
    const said = [
      ...(worse.length > 0 ? [`more events than expected: ${list(worse)}`] : []),
      ...(better.length > 0 ? [`fewer: ${list(better)}`] : [])
    ];
    if (said.length === 0) return 'No CUSUM raised an alarm';
    return `CUSUM alarm, ${worse.length > 0 ? said.join('; ') : `fewer events than expected: ${list(better)}`}`;
  },
  cusumKey: { worse: 'upward: worse than expected', better: 'downward: better', limit: 'limits', alarm: 'first alarm' },
  cusumNote: (alarm: string, cases: number | undefined, runs: number, seed: number) =>
    `Limits by ${formatCount(runs)} simulated courses of the hospital’s own case mix (seed ${seed}): without any change, ${alarm} of courses over ${cases === undefined ? 'as many cases as the hospital has' : counted(cases, 'case', 'cases')} raise an alarm in each direction. An alarm is a reason to look at data, coding and case mix, not a verdict. Steiner 2000, Biostatistics 1:441.`,
  courseDescription: (units: string) => `Lines over time by hospital. ${units}`,
  unitDescription: (name: string, cases: number, vlad: string) =>
    `${name}: ${counted(cases, 'case', 'cases')}, expected minus observed ${vlad} at the end.`,
  limitText: (limit: string, lower: string, upper: string) => `${limit} (${lower} to ${upper})`,
  limitsNote: 'In brackets: where the limit lies with 95 % confidence, given the number of simulated courses.',
  alarmAt: (number: number, date: string) => `case ${formatCount(number)}, ${date}`,
  alarmNone: 'none',
  undated: (n: number) => `${counted(n, 'case has', 'cases have')} no time and stand in no course.`,
  fewCases: (n: number) => `${counted(n, 'hospital', 'hospitals')} with fewer than 10 cases: no course.`,
  beyond: (n: number) => `${counted(n, 'more hospital is', 'more hospitals are')} not followed: a drawing holds 24.`,
  courseHidden: 'Each step of these lines is a child: before an audience and in reports they are not shown.',
  courseNone: 'No hospital has the ten cases that a course needs.',
  tables: (names: readonly string[]) =>
    names.length === 1 ? `The figures are the table ${names[0]}.` : `The figures are the tables ${list(names)}.`,
  research: 'For research and education.',
  warning: {
    summary: (patients: number, hours: number) =>
      `${counted(patients, 'patient', 'patients')}, ${counted(hours, 'hour', 'hours')}`,
    title: (utility: string) => `Normalised utility ${utility}`,
    titleHidden: 'Normalised utility of early warnings',
    hidden: `Fewer than ${smallGroup} septic patients: before an audience and in reports they show no figure.`,
    together: (patients: number, hours: number, septic: string, calls: number, share: string) =>
      `${counted(patients, 'patient', 'patients')}, ${septic} of them septic, with ${counted(hours, 'hour', 'hours')}; ${counted(calls, 'hour has', 'hours have')} a call (${share}).`,
    shifted: (hours: number) =>
      hours === 0
        ? 'The onset is taken at the first label 1.'
        : `The onset is taken ${counted(hours, 'hour', 'hours')} after the first label 1.`,
    thresholdGiven: (threshold: string) => `A score of ${threshold} or more is a call.`,
    thresholdChosen: (threshold: string) =>
      `A score of ${threshold} or more is a call: the threshold with the greatest utility of these same patients. On other patients it will be worth less.`,
    thresholdNone: 'Every threshold is worse than never to call: no hour has a call.',
    dropped: (rows: number, labels: number, calls: number) =>
      `${counted(rows, 'row is', 'rows are')} left out: ${formatCount(labels)} without a label, ${formatCount(calls)} without a call or score, the others without a patient or time. A patient whose labels are missing may seem healthy.`,
    gaps: (patients: number) =>
      `${counted(patients, 'patient has', 'patients have')} hours without a row: they count nothing.`,
    precision: (value: string, prevalence: string) =>
      `Average precision ${value}; a score that tells nothing has the share of positive hours, ${prevalence}.`,
    scaleTitle: 'The scale of the utility: 0 is never to call, 1 the best possible calls, below 0 is worse than none.',
    scale: { calls: 'These calls', best: 'Best possible calls', inaction: 'Never a call' },
    scaleFact: (sum: string, normalised: string) => `${sum}; normalised ${normalised}`,
    head: {
      what: 'Calls',
      sum: 'Sum',
      utility: 'Normalised utility',
      threshold: 'Threshold',
      calls: 'Hours with a call',
      patients: 'Patients',
      septic: 'Septic'
    },
    curveTitle: 'Utility by the share of hours with a call',
    curveCaption: 'Each point is a threshold; the mark is the one in use. The line at 0 is never to call.',
    curveDescription: (utility: string, share: string) =>
      `Line, normalised utility by the share of hours with a call. In use: ${utility} at ${share}.`,
    callsAxis: 'Hours with a call (%)',
    utilityAxis: 'Normalised utility',
    tip: (threshold: string, utility: string, calls: string) =>
      `From ${threshold} on\nUtility ${utility}\n${calls} of hours with a call`,
    groupsTitle: 'By hospital',
    groupsNote:
      'Hospitals stand in the order of their names: with few septic patients differences are mostly chance, and no ranking.',
    source: 'PhysioNet/CinC Challenge 2019: Reyna 2020, Critical Care Medicine 48:210.'
  }
};

/** What a benchmark cell can say about its text. */
export const benchmarkCellFailures = {
  'benchmark-needs-name': {
    message: () => 'This cell has no name, so its tables have none either.',
    hint: () => 'Give the cell a name.'
  },
  'benchmark-hospital-none': {
    message: () => 'It is not said which column is the hospital.',
    hint: () => 'Write `hospital:`, or `method: sepsis-utility` for early warnings of sepsis.'
  },
  'benchmark-warning-needs': {
    message: (v: Values) => `The utility of warnings needs \`${clip(v.field)}\`.`,
    hint: () => 'Name the columns `person`, `time` and `label`, and `call` or `score`.'
  },
  'benchmark-call-none': {
    message: () => 'It is not said what a call is.',
    hint: () => 'Write `call:` with a column of 0 and 1, or `score:` with a column of numbers.'
  },
  'benchmark-call-two': {
    message: () => 'A column of calls needs no score and no threshold.',
    hint: () => 'Leave `call`, or `score` and `threshold`.'
  },
  'benchmark-not-here': {
    message: (v: Values) => `\`${clip(v.field)}\` says nothing of early warnings.`,
    hint: () => 'Leave it out, or write `method: hospitals`.'
  },
  'benchmark-hour-unit': {
    message: (v: Values) => `\`${clip(v.column)}\` is in ${clip(v.unit)}, which is no unit of time.`,
    hint: () => 'Take a column in s, min, h or d, or a timestamp.'
  },
  'benchmark-outcome-none': {
    message: () => 'It is not said what counts as an event.',
    hint: () => 'Write `outcome:` with a column of 0 and 1, or `death_day:` and `follow_up:` for deaths within 30 days.'
  },
  'benchmark-outcome-two': {
    message: () => 'Both `outcome` and `death_day` say what counts as an event.',
    hint: () => 'Leave one of them.'
  },
  'benchmark-follow-up': {
    message: () => 'Without follow-up nobody knows who lived for the 30 days.',
    hint: () => 'Write `follow_up:` with the column of the last day on which a child was known alive or dead.'
  },
  'benchmark-episode': {
    message: () => 'Episodes of several operations need `death_day`, `follow_up` and `time`.',
    hint: () => 'Name the columns, or leave `episode` out: then each row is a case.'
  },
  'benchmark-risk-two': {
    message: () => 'Both `risk` and `risk_model` say what is expected.',
    hint: () => 'Leave one of them.'
  },
  'benchmark-needs-risk': {
    message: (v: Values) => `\`${clip(v.part)}\` compares with expected risks, and there are none.`,
    hint: () => 'Write `risk:` with a column of probabilities, or `risk_model:` with a table of coefficients.'
  },
  'benchmark-needs-time': {
    message: (v: Values) => `\`${clip(v.part)}\` needs an order of the cases.`,
    hint: () => 'Write `time:` with the column of dates.'
  },
  'benchmark-needs-stay': {
    message: () => '`stay` shows a length of stay, and no column is named.',
    hint: () => 'Write `stay:` with the column of lengths.'
  },
  'benchmark-show-none': {
    message: () => '`show` is empty, so there is nothing to show.',
    hint: () => 'Write funnel, oe, vlad, cusum, rates or stay, or leave `show` out.'
  }
};

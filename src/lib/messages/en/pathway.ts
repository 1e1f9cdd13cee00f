import type { Values } from '$workers/shared/errors';
import { formatCount } from '$workers/shared/number-format';
import { smallGroup } from '$workers/shared/profile';
import { clip } from './cells';
import { counted } from './pages';

const figure = (value: Values[string]) => formatCount(Number(value));
const cases = (n: number) => counted(n, 'case', 'cases');

/** Only what took some away, in the order in which filters work. */
const reasons = (parts: readonly (readonly [Values[string], string])[]) =>
  parts
    .filter(([n]) => Number(n) > 0)
    .map(([n, why]) => `${figure(n)} ${why}`)
    .join(', ');

/** What the pathway cell says. */
export const pathwayWords = {
  from: 'Table',
  fromHelp: 'One event a row: whose, what and when.',
  columns: 'Columns',
  columnsHelp: 'Where their names do not say it: case_id, activity and timestamp are found.',
  caseColumn: 'Case',
  activityColumn: 'Activity',
  timeColumn: 'Time',
  hospitalColumn: 'Hospital',
  orderColumn: 'Row number',
  orderHelp: 'Decides between equal times.',
  hospital: 'Hospitals',
  hospitalHelp: 'Only cases of these. A case belongs to the hospital of its first event that names one.',
  period: 'Period',
  periodFrom: 'From',
  periodUntil: 'Until',
  untilHelp: 'The first moment that no longer belongs.',
  rule: 'A case belongs',
  rules: { starts: 'when it starts in the period', contained: 'when all of it lies in the period' },
  activities: 'Activities',
  activitiesHelp: 'Only these; what stood around the others become neighbours.',
  variantShare: 'Share of cases',
  variantShareHelp: 'Only the most frequent variants that together hold at least this share. 1 is all.',
  edges: 'Arrows',
  edgesHelp: 'With which the map begins. The slider of the map shows the others.',
  leastCount: 'Taken at least',
  edgeShare: 'Share of steps',
  show: 'On the arrows',
  measures: { frequency: 'Frequency', 'median time': 'Median time', 'mean time': 'Mean time' },
  reference: 'Reference path',
  referenceHelp: 'A > [B or nothing] > (C | D) > E*. Cases are laid beside it.',
  title: 'Title',
  units: { second: 's', minute: 'min', hour: 'h', day: 'd' },
  heading: (table: string, all: number, events: number, variants: number) =>
    `Pathways of \`${table}\`: ${cases(all)}, ${counted(events, 'event', 'events')}, ${counted(variants, 'variant', 'variants')}`,
  summary: (all: number, variants: number) => `${cases(all)}, ${counted(variants, 'variant', 'variants')}`,
  nothing: 'The filters leave no case.',
  /** What the filters of the cell keep; an empty text where one is not set. */
  kept: (
    hospitals: string,
    from: string,
    until: string,
    rule: 'starts' | 'contained',
    activities: string,
    share: string
  ) =>
    `Shown are only ${[
      hospitals && `cases of hospital ${hospitals}`,
      (from || until) &&
        `cases ${rule === 'starts' ? 'that start' : 'that lie wholly'} ${[from && `from ${from} on`, until && `before ${until}`].filter(Boolean).join(' and ')}`,
      activities && `the activities ${activities}`,
      share && `the most frequent variants with ${share} of the cases`
    ]
      .filter(Boolean)
      .join('; ')}.`,
  parts: 'Parts',
  partNames: { map: 'Map', variants: 'Variants', times: 'Times', reference: 'Reference path', table: 'Table' },
  mapName: (nodes: number, edges: number) =>
    `Map of ${counted(nodes, 'activity', 'activities')} and ${counted(edges, 'arrow', 'arrows')} between them. The table beside it has the same figures.`,
  mapPart: (part: number, of: number, name: string) => `Part ${part} of ${of}. ${name}`,
  goesOn: 'A long map goes on in the next row.',
  keys: 'Arrow keys move between activities, Enter chooses one, plus and minus zoom, 0 shows everything.',
  nodeName: (name: string, events: string) => `${name}: ${events} events`,
  zoom: 'Zoom',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  zoomWhole: 'Show everything',
  sides: { left: 'to the left', right: 'to the right', above: 'above', below: 'below' },
  beyond: (sides: string) => `The map goes on ${sides}. Drag it, or:`,
  leastShown: (n: string) => `Taken at least ${n} times`,
  leastText: (n: string, shown: string) => `at least ${n}, ${shown} arrows`,
  card: 'What is chosen',
  closeCard: 'Close',
  into: 'Comes from',
  outOf: 'Goes on to',
  between: (low: string, high: string) => `${low} to ${high}`,
  shownOf: (shown: number, all: number) => `${formatCount(shown)} of ${counted(all, 'arrow', 'arrows')}.`,
  hidden: (n: number, least: string) =>
    `Not shown: ${counted(n, 'arrow', 'arrows')} taken fewer than ${least} times, other than the most frequent into each activity.`,
  hiddenFew: (n: number) => `${counted(n, 'arrow', 'arrows')} not shown: rare, or of fewer than ${smallGroup} cases.`,
  wide: 'the wider, the more often taken (by the square root)',
  back: 'back to an earlier step',
  written: {
    frequency: 'The figure on an arrow is how often it was taken.',
    'median time': 'The figure on an arrow is the median time from one step to the next.',
    'mean time': 'The figure on an arrow is the mean time from one step to the next.'
  },
  startsHere: 'cases start',
  endsHere: 'cases end',
  few: `fewer than ${smallGroup}`,
  variantsTable: 'Most frequent variants: cases, share, median time through, activities in order',
  others: (variants: number, of: string) => `${counted(variants, 'other variant', 'other variants')} with ${of} cases.`,
  variantsHelp: 'Cases with the same activities in the same order are one variant.',
  throughput: 'From the first to the last event of a case',
  waiting: 'Wait before each activity, since the event before it',
  edgesTable: 'Which activity follows which',
  eventsPerCase: (median: string, min: string, max: string) => `median ${median}, ${min} to ${max}`,
  fitness: 'Mean fitness of the cases',
  logFitness: 'Fitness of all events together',
  fitting: 'Cases that follow the path exactly',
  of: (n: string, all: string) => `${n} of ${all}`,
  stepsTable: 'Steps of the path',
  extrasTable: 'Events that are no step of the path where they stand',
  optional: 'may be left out',
  skippedIn: (n: string) => `skipped in ${n} cases`,
  fitnessHelp:
    'Fitness is 1 where a case follows the path exactly and less by each skipped step and each extra event. It says how far cases follow the written path, not whether the path is good care.',
  head: {
    activity: 'Activity',
    from: 'From',
    to: 'To',
    times: 'Times',
    events: 'Events',
    cases: 'Cases',
    starts: 'Cases start here',
    ends: 'Cases end here',
    median: 'Median',
    mean: 'Mean',
    quartiles: 'Quartiles',
    p95: '95th percentile',
    range: 'Range',
    eventsPerCase: 'Events of a case',
    step: 'Step',
    done: 'Cases with it',
    skipped: 'Cases that skip it',
    extra: 'Extra event'
  },
  tables: (edges: string, variants: string, all: string) =>
    `Tables for queries: \`${edges}\`, \`${variants}\` and \`${all}\`.`
};

/** What a reader of a map must know, by code. */
export const pathwayRemarks = {
  'pathway-ties': (v: Values) =>
    `${figure(v.rows)} events of ${cases(Number(v.cases))} share their time with another of their case: only the order of the rows says which came first.`,
  'pathway-several-hospitals': (v: Values) =>
    `${counted(Number(v.cases), 'case names', 'cases name')} several hospitals and counts for the first.`,
  'pathway-dropped': (v: Values) =>
    `${counted(Number(v.rows), 'row is', 'rows are')} no event: ${reasons([
      [v.missingCase, 'without a case'],
      [v.missingActivity, 'without an activity'],
      [v.missingTime, 'without a time'],
      [v.endlessTime, 'of an endless time']
    ])}.`,
  'pathway-left-out': (v: Values) =>
    `${cases(Number(v.cases))} left out: ${reasons([
      [v.hospital, 'of another hospital'],
      [v.period, 'outside the period'],
      [v.activities, 'without a chosen activity'],
      [v.variants, 'of rarer variants']
    ])}.`,
  'path-unknown': (v: Values) =>
    `No event is called ${v.steps}${v.near ? `. Names like it: ${v.near}` : ''}. Such a step counts as skipped in every case.`
};

/** What a pathway cell can say about its text. */
export const pathwayCellFailures = {
  'pathway-needs-name': {
    message: () => 'This cell has no name, so its tables have none either.',
    hint: () => 'Give the cell a name.'
  },
  'pathway-no-role': {
    message: (v: Values) => `No column of \`${clip(v.table)}\` is known as the ${v.role} of an event.`,
    hint: (v: Values) => `Write which: \`columns: { ${v.role}: … }\`. There are ${v.columns}.`
  },
  'pathway-no-moment': {
    message: (v: Values) => `\`${clip(v.text)}\` is no day and no time.`,
    hint: () => 'Write for example `2024-03-01` or `2024-03-01T08:30`.'
  },
  'pathway-period-empty': {
    message: () => 'The period ends before it begins.',
    hint: () => 'The end is the first moment that no longer belongs to the period, so it lies after the begin.'
  }
};

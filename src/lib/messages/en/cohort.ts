import { formatCount } from '$workers/shared/number-format';
import { counted } from './pages';

const space = '\u00a0';
const n = formatCount;

/** What one entry is called where the cell does not say it, by OMOP table. */
const called: Record<string, string> = {
  visit_occurrence: 'visits',
  visit_detail: 'stays',
  condition_occurrence: 'conditions',
  condition_era: 'conditions',
  drug_exposure: 'drug exposures',
  drug_era: 'drug eras',
  procedure_occurrence: 'procedures',
  device_exposure: 'device exposures',
  measurement: 'measurements',
  observation: 'observations',
  person: 'persons',
  episodes: 'episodes',
  death: 'deaths'
};

const ageUnits = { years: 'years', months: 'months', weeks: 'weeks', days: 'days' } as const;
const timeUnits = { days: 'days', hours: 'hours' } as const;

const picks = {
  any: 'any of them',
  every: 'each of them',
  first: 'the first',
  last: 'the last',
  lowest: 'the lowest',
  highest: 'the highest',
  mean: 'the mean'
};

/** The limits of a name; what is left out has none. */
type Limit = number | undefined;

function range(min: Limit, max: Limit, unit: string): string {
  const of = unit === '' ? '' : `${space}${unit}`;
  if (min !== undefined && max !== undefined) return `${min} to ${max}${of}`;
  return min === undefined ? `at most ${max}${of}` : `at least ${min}${of}`;
}

function times(least: number, most: number | undefined): string {
  if (most === 0) return 'No';
  if (most === undefined) return least === 1 ? 'At least one' : `At least ${least}`;
  return least === most ? `${least}` : `${least} to ${most}`;
}

const unitOf = (count: number, unit: string) => (Math.abs(count) === 1 ? unit.slice(0, -1) : unit);

function windowWords(from: Limit, to: Limit, unit: string): string {
  const at = (value: number) => {
    if (value === 0) return unit === 'days' ? 'the day itself' : 'the entry';
    return `${Math.abs(value)}${space}${unitOf(value, unit)} ${value < 0 ? 'before' : 'after'}`;
  };
  if (from === undefined) return to === undefined ? '' : `, until ${at(to)}`;
  return to === undefined ? `, from ${at(from)}` : `, from ${at(from)} to ${at(to)}`;
}

/** Everything that the form and the result of a cohort say. */
export const cohortWords = {
  // fields
  from: 'Entries from',
  fromHelp: 'The table with one row for each possible entry, OMOP or flat.',
  person: 'Persons',
  personHelp: 'OMOP `person`, or any table with one row a person.',
  period: 'Observation periods',
  periodHelp: 'For history and follow-up.',
  death: 'Deaths',
  deathHelp: 'Who died within the follow-up counts as followed.',
  entry: 'Entry',
  called: 'One entry is called',
  calledHelp: 'In the plural, for the diagram: admissions.',
  column: 'Column',
  columnHelp: 'Left out: the concept column of an OMOP table.',
  in: 'Is one of',
  notIn: 'Is none of',
  personColumn: 'Person column',
  date: 'Date column',
  recognised: 'Left out: recognised by its name.',
  occurrence: 'Which entry',
  occurrenceWords: { any: 'every one', first: 'the first of each person', last: 'the last of each person' },
  steps: 'Steps',
  name: 'Name',
  out: 'Left out are',
  outHelp: 'Said beside the count.',
  note: 'Note',
  noteHelp: 'Why, in a few words.',
  unknown: 'Not known',
  unknownWords: { out: 'leave out', keep: 'keep' },
  unknownHelp: 'Those for whom the step cannot be decided.',
  kinds: {
    age: 'Age at entry',
    category: 'Category',
    event: 'Event',
    value: 'Value',
    history: 'History before',
    follow_up: 'Follow-up after',
    group: 'Some of several',
    occurrence: 'First or last',
    sql: 'SQL condition'
  },
  min: 'At least',
  max: 'At most',
  ageUnit: 'Unit',
  ageUnits,
  ageHelp: 'In completed units: at most 17 years is until the 18th birthday.',
  ageColumn: 'Age column',
  ageColumnHelp: 'Left out: from the date of birth, or an age column.',
  table: 'Table',
  eventTableHelp: 'Left out: the table of entries; the entry itself is not counted.',
  valueTableHelp: 'Left out: the row of the entry itself, or of the person.',
  atLeast: 'Times at least',
  atMost: 'Times at most',
  atMostHelp: '0 means: none.',
  window: 'Window',
  windowFrom: 'From',
  windowTo: 'To',
  windowHelp: 'Before the entry is negative. Left out: without a limit.',
  timeUnit: 'Unit',
  timeUnits,
  value: 'Number column',
  pick: 'Which value',
  picks,
  unit: 'Unit',
  unitHelp: 'Only values in this unit count.',
  until: 'Date column',
  historyHelp: 'Left out: the start of the observation period.',
  followHelp: 'Left out: the end of the observation period.',
  sql: 'Condition',
  sqlHelp: 'As after WHERE; columns of the entry, and `person.…`.',
  resultTitle: 'Title',
  resultTitleHelp: 'Left out: how many are in.',
  caption: 'Caption',
  keep: 'Columns kept',
  keepHelp: 'Of the entry or the person, separated by commas. Left out: all of the entry.',

  above: 'Above',
  below: 'Below',
  dateFrom: 'From day',
  dateTo: 'To day',
  where: 'Further columns',
  whereHelp: 'A row counts where all of them hold.',
  earliest: 'Only the first of a person',
  earliestHelp: 'The first row with these concepts, whatever its further columns say.',
  or: 'Other entry events',
  orHelp: 'Each of them lets a person enter, too.',
  orTableHelp: 'Left out: the table of entries.',
  washout: 'Washout',
  washoutHelp: 'Days before, in which the person had no entry event. Later ones within it do not count.',
  ageBy: 'Counted by',
  ageByHelp: 'ATLAS subtracts the years.',
  ageByWords: { birthday: 'birthdays', year: 'calendar years' },
  itself: 'Count the entry itself',
  itselfHelp: 'Where it is one of these rows.',
  observed: 'Within the observation period',
  observedHelp: 'Only rows of the period that the entry lies in.',
  partsAtLeast: 'Hold at least',
  partsAtMost: 'Hold at most',
  partsHelp: 'Left out: one of them.',
  parts: 'Conditions',
  part: (step: number, part: number) => `Condition ${part} of step ${step}`,
  addPart: 'Add a condition',
  removePart: (step: number, part: number) => `Take out condition ${part} of step ${step}`,
  exit: 'Exit',
  exitAt: 'Persons leave',
  exitHelp: 'Never after their observation period, where one is named.',
  exits: {
    observation: 'at the end of observation',
    entry: 'some days after entry',
    end: 'some days after the end date',
    exposure: 'when an exposure ends'
  },
  exitDays: 'Days after it',
  endDate: 'End column',
  withoutEnd: 'Without an end date it lasts',
  withoutEndHelp: 'Left out: the end is not known.',
  exposure: 'Exposure',
  exposureHelp: 'Its rows that follow one another are one exposure.',
  gap: 'Longest gap',
  censor: 'Ends earlier with',
  censorHelp: 'The first of these after entry.',
  merge: 'Merge periods up to',
  mergeHelp: 'Periods of a person that overlap, or lie no farther apart, become one.',

  notImported: 'Not imported',
  notImportedHelp: 'Parts of an ATLAS definition that this cohort does not have.',

  // form
  concepts: 'Concept names',
  conceptsFrom: (table: string) => `Names from \`${table}\`.`,
  findConcept: 'Find a concept',
  addConcept: (concept: string) => `Add ${concept}`,
  noConcept: 'No concept has this name.',
  conceptUnknown: 'not in the vocabulary',
  moreConcepts: (count: number) => `and ${n(count)} more`,
  importCirce: 'Import ATLAS definition …',
  circeTitle: 'Import an ATLAS cohort definition',
  circePaste: 'JSON of the definition',
  circeHelp: 'In ATLAS: Export, JSON, copy. Or choose the file.',
  circeChoose: 'Choose file …',
  circeTake: 'Import',
  circeReplaces: 'It replaces what the cell says now; undo brings that back.',
  circeUnnamed: 'The definition',
  circeCancel: 'Cancel',
  circeDone: (title: string, left: number) =>
    left === 0
      ? `“${title}” is imported whole.`
      : `“${title}” is imported without ${counted(left, 'part', 'parts')}, named in the cell.`,
  circeLeft: (count: number, parts: string) =>
    `${counted(count, 'part', 'parts')} of the ATLAS definition ${count === 1 ? 'is' : 'are'} not in this cohort: ${parts}`,
  addStep: 'Add a step',
  removeStep: (step: number) => `Take out step ${step}`,
  moveUp: (step: number) => `Move step ${step} up`,
  moveDown: (step: number) => `Move step ${step} down`,
  stepLegend: (step: number) => `Step ${step}`,
  condition: 'Condition',
  kept: (count: number, of: string) => `${n(count)} ${of} left`,
  counting: 'counting …',
  moved: (step: number, to: number) => `Step ${step} is now step ${to}`,
  removed: (step: number) => `Step ${step} taken out`,
  more: 'Name, words and what is not known',

  // diagram
  called_: (table: string) =>
    Object.entries(called).find(
      ([omop]) => table.toLowerCase() === omop || table.toLowerCase().endsWith(`_${omop}`)
    )?.[1] ?? 'rows',
  entriesIn: (of: string, table: string) => `${upper(of)} in \`${table}\``,
  dated: 'Date and person known',
  datedOut: 'without a date or a person',
  heading: (kept: number, all: number, of: string) => `${n(kept)} of ${n(all)} ${of} are in`,
  headingNone: (all: number, of: string) => `None of ${n(all)} ${of} is in`,
  persons: (count: number) => counted(count, 'person', 'persons'),
  personsHead: 'Persons',
  entriesHead: (of: string) => upper(of),
  leftOut: 'left out at this step.',
  out_: (count: number, words: string) => `−${space}${n(count)} ${words}`,
  alone: (count: number) => `alone ${n(count)}`,
  notKnown: (count: number) => `${n(count)} not known`,
  notKnownKept: (count: number) => `${n(count)} not known, kept`,
  source: (entries: number, persons: number, table: string) =>
    `${counted(entries, 'row', 'rows')} of ${counted(persons, 'person', 'persons')} from \`${table}\`.`,
  barsPersons: 'The bars are persons.',
  aloneSaid: '“Alone”: what the step would leave out as the only one.',
  nobody: (step: string, all: number, of: string) => `“${step}” kept none of ${n(all)} ${of}.`,
  nothingThere: (table: string) => `\`${table}\` has no entry to begin with.`,
  nobodyHint: 'Widen this step, or look at its column.',
  showTable: 'Show as table',
  showDiagram: 'Show as diagram',
  diagram: (steps: number) => `Attrition, ${counted(steps, 'step', 'steps')}`,
  tableHead: {
    step: 'Step',
    entries: 'Left',
    persons: 'Persons left',
    out: 'Left out here',
    alone: 'Left out if alone',
    unknown: 'Not known'
  },
  inTens: 'Rounded to tens while presenting, as a group is smaller than 10.',
  meta: (persons: number) => counted(persons, 'person', 'persons'),

  // names and reasons where the cell gives none
  stepNames: {
    age: (min: Limit, max: Limit, unit: string) => `Age ${range(min, max, ageUnits[unit as 'years'] ?? unit)}`,
    category: (column: string, values: string, not: boolean) => `\`${column}\` is ${not ? 'not ' : ''}${values}`,
    event: (what: string, table: string, least: number, most: Limit, from: Limit, to: Limit, unit: string) =>
      `${times(least, most)} ${what === '' ? 'row of' : `${what} in`} \`${table}\`${windowWords(from, to, unit)}`,
    value: (column: string, min: Limit, max: Limit, unit: string, pick: string, from: Limit, to: Limit, of: string) =>
      `\`${column}\` ${range(min, max, unit)}${pick === 'any' ? '' : ` (${picks[pick as 'any'] ?? pick})`}${windowWords(from, to, of)}`,
    history: (min: number, unit: string) => `${min}${space}${unitOf(min, unit)} known before`,
    follow_up: (min: number, unit: string) => `${min}${space}${unitOf(min, unit)} of follow-up`,
    group: (least: number, most: Limit, parts: readonly string[]) =>
      least === 1 && most === undefined
        ? parts.join(' or ')
        : least === parts.length
          ? parts.join(' and ')
          : `${times(least, most)} of: ${parts.join('; ')}`,
    washout: (days: number) => `No other entry in the ${days}${space}${unitOf(days, 'days')} before`,
    merged: (days: number) =>
      days === 0 ? 'Overlapping periods merged' : `Periods up to ${days}${space}${unitOf(days, 'days')} apart merged`,
    first: (of: string) => `First of the ${of} of a person`,
    last: (of: string) => `Last of the ${of} of a person`
  },
  outs: {
    age: 'of another age',
    category: 'others',
    eventPresent: 'without it',
    eventAbsent: 'with it',
    event: 'with more or fewer',
    value: 'outside the limits',
    history: 'known for less long',
    follow_up: 'followed for less long',
    first: 'later ones',
    last: 'earlier ones',
    group: 'with fewer or more of them',
    washout: 'with another entry shortly before',
    merged: 'part of an earlier period',
    sql: 'that do not meet it'
  },

  // remarks above the result
  openEnds: (count: number) =>
    `The last day of ${counted(count, 'entry', 'entries')} is not known: their \`cohort_end_date\` is missing.`,
  ties: (count: number, column: string) =>
    `${counted(count, 'person has', 'persons have')} two entries of the same time at the chosen end; the one with the lower \`${column}\` is taken.`,
  tiesByRow: (count: number) =>
    `${counted(count, 'person has', 'persons have')} two entries of the same time at the chosen end; the one that comes first in the table is taken.`,
  birthByYear: (count: number) =>
    `The birth of ${counted(count, 'person', 'persons')} is known by year or month only. Where the age cannot be decided it counts as not known.`,
  unitsMixed: (step: number, count: number, units: string) =>
    `Step ${step} compares values in ${n(count)} units: ${units}. Write \`unit\` to choose one.`,
  unitsLeft: (step: number, count: number, unit: string) =>
    `Step ${step}: ${counted(count, 'value is', 'values are')} not in \`${unit}\` and not used.`,
  ageRounded: (column: string) => `Ages from \`${column}\` are converted at 365.25 days a year.`
};

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

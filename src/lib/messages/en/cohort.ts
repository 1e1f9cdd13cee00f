import type { Values } from '$workers/shared/errors';
import { formatCount } from '$workers/shared/number-format';
import { clip } from './cells';
import { counted } from './pages';

const name = (v: Values, key = 'key') => `\`${clip(v[key])}\``;
const roleWords: Record<string, string> = {
  person: 'the person',
  date: 'the date',
  concept: 'what was recorded',
  value: 'the number',
  birth: 'an age or a date of birth',
  start: 'the start of the observation',
  end: 'the end of the observation'
};
const needWords: Record<string, [needs: string, example: string]> = {
  limit: ['`min` or `max`', 'max: 17'],
  column: ['a column', 'column: …'],
  values: ['`in` or `not_in`', 'in: [ … ]'],
  length: ['the least length of time', 'min: 30'],
  value: ['a column of numbers', 'value: …']
};
const holdWords: Record<string, string> = {
  number: 'numbers',
  text: 'texts',
  time: 'dates',
  bool: 'true or false',
  calendar: 'dates',
  clock: 'plain numbers'
};
const role = (v: Values) => roleWords[String(v.role)] ?? String(v.role);
const holds = (v: Values, key: string) => holdWords[String(v[key])] ?? String(v[key]);
const need = (v: Values) => needWords[String(v.needs)] ?? ['more', '…'];
const listed = (text: string | number | undefined) =>
  String(text ?? '')
    .split(', ')
    .map((one) => `\`${clip(one)}\``)
    .join(', ');

/** What a cohort cell can say about its text and its tables. */
export const cohortFailures = {
  'cohort-step-empty': {
    message: (v: Values) => `Step ${v.step} says nothing to keep persons by.`,
    hint: () => 'Add `age`, `category`, `event`, `value`, `history`, `follow_up`, `occurrence` or `sql` to it.'
  },
  'cohort-step-several': {
    message: (v: Values) => `Step ${v.step} has several conditions: ${listed(v.keys)}.`,
    hint: () => 'Make a step of each: then each is counted.'
  },
  'cohort-needs-key': {
    message: (v: Values) => `Step ${v.step}: ${name(v, 'kind')} needs ${need(v)[0]}.`,
    hint: (v: Values) => `Add \`${need(v)[1]}\` below ${name(v, 'kind')}.`
  },
  'cohort-needs-table': {
    message: (v: Values) => `Step ${v.step} asks for ${role(v)}, and no table tells it.`,
    hint: (v: Values) => `Add \`${v.key}:\` and the name of that table at the top of the cell.`
  },
  'cohort-no-table': {
    message: (v: Values) => `${name(v, 'table')} is named here and is no table.`,
    hint: () => 'Name a table, or a cell that makes one.'
  },
  'cohort-table-as-value': {
    message: (v: Values) => `${name(v, 'table')} is a table and cannot stand in \`\${…}\`.`,
    hint: () => 'Name an input there.'
  },
  'cohort-range': {
    message: (v: Values) =>
      `Step ${v.step}: \`${v.low}\` is ${v.min ?? 0} and \`${v.high}\` is ${v.max}, so nobody is between.`,
    hint: () => 'Exchange the two numbers.'
  },
  'cohort-in-and-not-in': {
    message: (v: Values) => `Step ${v.step} has both \`in\` and \`not_in\`.`,
    hint: () => 'Keep one of the two.'
  },
  'cohort-no-role': {
    message: (v: Values) => `${name(v, 'table')} has no column that tells ${role(v)} by its name.`,
    hint: (v: Values) => `Name it: \`${v.key}:\` and one of ${clip(v.known, 90)}.`
  },
  'cohort-not-a-time': {
    message: (v: Values) => `${name(v, 'column')} of ${name(v, 'table')} holds no dates, times or numbers.`,
    hint: () => 'Name another column as `date`, or read it as a date in its import.'
  },
  'cohort-clocks': {
    message: (v: Values) =>
      `The times of ${name(v, 'one')} are ${holds(v, 'first')} and those of ${name(v, 'other')} ${holds(v, 'second')}.`,
    hint: () => 'Name columns of one sort as `date`, or cast one of them in SQL.'
  },
  'cohort-hours-of-days': {
    message: (v: Values) =>
      `Step ${v.step} counts hours, but ${name(v, 'column')} of ${name(v, 'table')} holds days only.`,
    hint: () => 'Use `unit: days`, or name a column with times as `date`.'
  },
  'cohort-not-number': {
    message: (v: Values) => `${name(v, 'column')} of ${name(v, 'table')} holds no numbers.`,
    hint: () => 'Name a column of numbers, or cast it in SQL.'
  },
  'cohort-value-type': {
    message: (v: Values) => `${name(v, 'value')} cannot be in ${name(v, 'column')}, which holds ${holds(v, 'holds')}.`,
    hint: (v: Values) => `Write values of ${name(v, 'column')} as they stand in it.`
  },
  'cohort-person-types': {
    message: (v: Values) =>
      `Persons are ${holds(v, 'first')} in ${name(v, 'one')} and ${holds(v, 'second')} in ${name(v, 'other')}.`,
    hint: () => 'Read both columns as the same type, in the import or in SQL.'
  },
  'cohort-person-twice': {
    message: (v: Values) => `${name(v, 'table')} has several rows for ${v.n} of its persons.`,
    hint: () => 'Keep one row a person in a SQL cell, and name that cell as `person`.'
  },
  'cohort-age-unit': {
    message: (v: Values) => `The unit of ${name(v, 'column')} is ${name(v, 'unit')}, which is no unit of age.`,
    hint: () => 'Use a column in years, months, weeks or days.'
  },
  'cohort-unit': {
    message: (v: Values) =>
      `${name(v, 'column')} is in ${name(v, 'has')}, and step ${v.step} wants ${name(v, 'unit')}.`,
    hint: (v: Values) => `Write the limits in ${name(v, 'has')}, or convert the column in SQL.`
  },
  'cohort-unit-unknown': {
    message: (v: Values) => `Step ${v.step} wants the unit ${name(v, 'unit')}; ${name(v, 'table')} has no such unit.`,
    hint: (v: Values) => `Use ${listed(v.known)}, or leave \`unit\` out.`
  },
  'cohort-sql': {
    message: (v: Values) => `The condition of step ${v.step} gives ${v.type}, not true or false.`,
    hint: () => 'Compare with something, for example `column > 3`.'
  },
  'cohort-sql-bracket': {
    message: (v: Values) => `The condition of step ${v.step} closes or opens one bracket too many, or holds a \`;\`.`,
    hint: () => 'Write one condition, as it would stand after WHERE.'
  },
  'cohort-sql-alone': {
    message: (v: Values) => `Step ${v.step} is a whole query.`,
    hint: () => 'Write only what would stand after WHERE; use a SQL cell for a query.'
  }
};

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

  // form
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
    sql: 'that do not meet it'
  },

  // remarks above the result
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

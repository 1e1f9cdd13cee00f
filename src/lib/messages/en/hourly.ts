import type { Values } from '$workers/shared/errors';
import { formatNumber } from '$workers/shared/number-format';
import { smallGroup } from '$workers/shared/profile';
import { clip } from './cells';
import { counted } from './pages';

/** What the hourly cell says. */
export const hourlyWords = {
  from: 'Measurements',
  fromHelp: 'OMOP `measurement`, a table of one value a row, or one with a column for each variable.',
  stays: 'Stays',
  staysHelp:
    'For example `visit_detail`. Left out: one stay a person, or each of a column `episode`, as long as its rows.',
  variables: 'Variables',
  variable: 'Variable',
  variablesHelp: 'Left out: all that are found.',
  aggregate: 'Value of an hour',
  aggregateHelp: 'By variable, where it is not the last one.',
  aggregates: { last: 'last', first: 'first', min: 'lowest', max: 'highest', mean: 'mean', count: 'number of values' },
  carryForward: 'Carry values forward',
  carryForwardHelp: 'Into hours without a value, as long as it is not too old.',
  carry: 'For how long',
  carryHelp: 'Hours by variable, where not the look-back of Phoenix: 6, 12 or 24 h. 0: not at all.',
  hours: 'Hours',
  ages: 'Add how old each value is',
  agesHelp: 'A column more for each variable, in hours.',
  map: 'What codes mean',
  mapHelp: 'A table with concept_id (or name), variable, unit and factor. Left out: the codes of the simulated data.',
  unitless: 'Rows without a unit',
  unitlessHelp: 'Where other rows say theirs.',
  unitlessWords: { skip: 'are not used', take: 'are taken to have the usual unit' },
  columns: 'Columns of the measurements',
  columnsHelp: 'person, time, variable, value or unit, where the names of the columns do not say it.',
  column: 'Column',
  stayColumns: 'Columns of the stays',
  stayRoles: { person: 'Person', id: 'Stay', start: 'Beginning', end: 'End' },
  heading: (table: string, hours: number, stays: number, persons: number) =>
    `\`${table}\` by the hour: ${counted(hours, 'hour', 'hours')} of ${counted(stays, 'stay', 'stays')}, ${counted(persons, 'person', 'persons')}`,
  hoursMade: (hours: number) => counted(hours, 'hour', 'hours'),
  variablesTable: 'What became of the measurements',
  head: {
    variable: 'Variable',
    how: 'Value of an hour',
    used: 'Values used',
    outside: 'Outside the stays',
    impossible: 'Impossible',
    unitUnknown: 'Unit not known',
    without: 'Without value or time',
    hours: 'Share of the hours',
    measured: 'Measured',
    known: 'Known'
  },
  how: (aggregate: string, hours: number) => (hours === 0 ? aggregate : `${aggregate}, for ${formatNumber(hours)} h`),
  /** A variable or a unit in the language of the interface. */
  named: (text: string) => `${text}`,
  fact: (how: string, used: string, measured: string, known: string) =>
    `${how}; ${used} values used; measured in ${measured} of the hours, known in ${known}`,
  few: `fewer than ${smallGroup}`,
  fromUnit: (variable: string, unit: string) => (unit === '' ? variable : `${variable} (${unit})`),
  unknownUnit: (variable: string, unit: string, rows: string) => `${variable} in "${unit}" (${rows})`,
  missingUnit: (variable: string, rows: string) => `${variable} (${rows})`,
  unitsUnknown: (list: string) => `Not used, because their unit is not one of the variable: ${list}.`,
  unitsMissing: (list: string) => `Not used, because they say no unit although others do: ${list}.`,
  unitsAssumed: (list: string) => `No unit is said; taken as: ${list}.`,
  unitsConverted: (list: string) => `Converted to the unit of the column: ${list}.`,
  unmapped: (rows: string, codes: number, examples: string) =>
    `${counted(codes, 'code means', 'codes mean')} none of these variables (${rows} rows): ${examples}.`,
  made: (list: string) => `For scores, made of values that belong together by their times: ${list}.`,
  mapIsDefault: 'The codes were read as those of the simulated data. For data of your own give a table under `map`.',
  staysOfRows: 'No stays are given: each person has one, from the first value to the last.',
  staysOfRowsBy: (column: string) =>
    `No stays are given: those of a person are told apart by \`${column}\`, each from its first value to its last.`,
  staysIncomplete: (n: string) => `Stays without a person, a beginning or an end, left out: ${n}.`,
  staysReversed: (n: string) => `Stays whose end is not after their beginning, left out: ${n}.`,
  staysOverlapping: (n: string) =>
    `Stays that begin before another one of the person has ended: ${n}. A value belongs to the one that began last.`,
  research: 'A value stands in the hour in which it was measured. For research and education.',
  table: (name: string) => `The hours are the table \`${name}\`.`
};

/** What an hourly cell can say about its text. */
export const hourlyCellFailures = {
  'hourly-needs-name': {
    message: () => 'This cell has no name, so its table has none either.',
    hint: () => 'Give the cell a name.'
  },
  'hourly-no-variable': {
    message: (v: Values) => `There is no variable called \`${clip(v.variable)}\`.`,
    hint: (v: Values) => (v.near ? `Did you mean \`${v.near}\`?` : `Known are ${v.known}.`)
  }
};

import type { Values } from '$workers/shared/errors';
import { formatCount } from '$workers/shared/number-format';
import { smallGroup } from '$workers/shared/profile';
import { clip } from './cells';
import { counted } from './pages';

const rows = (v: Values) => counted(Number(v.rows), 'row', 'rows');
const isOne = (v: Values) => Number(v.rows) === 1;

/** "lactate in mmol/L, inr as ratio": two lists of one order, as one. */
export function pairs(names: Values[string], others: Values[string]): string {
  const second = String(others).split(', ');
  return String(names)
    .split(', ')
    .map((name, at) => `${name}: ${second[at] ?? ''}`)
    .join('; ');
}

/** What the score cell says. Sources are citations and stay in English; labels and notes of scores pass through `named`. */
export const scoreWords = {
  score: 'Score',
  from: 'Table',
  fromHelp: 'One row each: an hour, a day or an admission of a child.',
  columns: 'Columns',
  columnsHelp: 'By input, where the names of the columns do not say it.',
  column: 'Column',
  without: 'Left out',
  withoutHelp: 'Inputs that are not taken although the table has them.',
  units: 'Units',
  unitsHelp: 'By input, where the column does not say its own.',
  unit: 'Unit',
  reference: 'Reference values',
  referenceHelp: 'For z-scores: a table with variable, age, L, M and S, and sex where it differs.',
  variable: 'Variable',
  variableHelp: 'Which one of the reference table.',
  prefix: 'Names begin with',
  prefixHelp: 'Of the columns that are added. Left out: the name of the score.',
  lookBack: 'Look back in time',
  lookBackHelp:
    'Each value holds for its published 6, 12 or 24 hours. For creatinine the baselines are made of the time before.',
  onset: 'Onset of sepsis',
  onsetHelp: 'A second table: when each stay has 2 points first, with a suspected infection.',
  person: 'Person',
  personHelp: 'Left out: a column such as person_id or patient_id.',
  episode: 'Episode',
  episodeHelp: 'Stays of one person that are told apart. Left out: a column such as episode or visit_occurrence_id.',
  time: 'Time',
  timeHelp: 'Left out: a column such as hour, time or measurement_datetime.',
  timeUnit: 'Unit of time',
  timeUnitHelp: 'Of times that are numbers, where the column does not say it.',
  timeUnits: { s: 'seconds', min: 'minutes', h: 'hours', d: 'days' },
  labelBefore: 'Label from before the onset',
  labelBeforeHelp: 'Each row gets a label 0 or 1, for predictions. 6 hours in the challenge of 2019.',
  labelLength: 'Length of the label',
  labelLengthHelp: 'Left out: to the end of the stay.',
  long: 'One observation a row',
  longRoles: {
    variable: 'Name of the variable',
    value: 'Value',
    text: 'Words, where the value is missing',
    unit: 'Unit'
  },
  followed: (person: string, episode: string | undefined, time: string) =>
    episode === undefined
      ? `By \`${person}\`, over \`${time}\`.`
      : `By \`${person}\` and \`${episode}\`, over \`${time}\`.`,
  carried: 'Each value holds for its look-back of 6, 12 or 24 hours and then counts as missing.',
  baselines: 'Baselines are the least creatinine of the 48 hours and of the 7 days before.',
  asTheyStand: 'Each row is scored as it stands: nothing is carried forward.',
  observedTable: 'What was observed, and how long each value holds.',
  observedHead: { input: 'Observation', hours: 'Holds', values: 'Values' },
  hoursHeld: (hours: number) => `${hours} h`,
  observedFact: (column: string, unit: string, hours: string, values: number, rejected: string) =>
    `${column}${unit === '' ? '' : `, ${unit}`}: ${counted(values, 'value', 'values')}${hours === '' ? '' : `, each for ${hours}`}, ${rejected} impossible and not used`,
  carriedTable: 'What the score saw after that. What is missing counts 0 points.',
  onsetHeading: (stays: number) => `Onset of sepsis: ${counted(stays, 'stay', 'stays')}`,
  onsetRule: 'The first time with a total of at least 2 by which an infection is suspected.',
  onsetReadings: {
    sepsis: 'Sepsis',
    shock: 'of these with septic shock',
    notEstablished: 'Organ dysfunction, infection not established',
    notSuspected: 'Organ dysfunction, infection not suspected',
    none: 'No organ dysfunction',
    unknown: 'No row with a time'
  },
  onsetTable: (name: string) => `The stays with their onsets are the table \`${name}\`.`,
  onsetLabel: (column: string) => `\`${column}\` labels each row.`,
  inputs: (all: number, found: number) => `Inputs: ${found} of ${all} found by the names of columns`,
  recognised: (column: string) => `${column} (by its name)`,
  notThere: 'not there',
  leftOut: 'left out',
  heading: (score: string, table: string, rows: number, found: number, of: number) =>
    `${score} of \`${table}\`: ${counted(rows, 'row', 'rows')}, ${formatCount(found)} of ${counted(of, 'input', 'inputs')} found`,
  allImpossible: (input: string, column: string) =>
    `Every value of \`${column}\` is impossible for “${input}”: none is used, and the result knows nothing of it.`,
  notUnderstood: (input: string, column: string) =>
    `\`${column}\` bears the name of “${input}”, but not one of its words says that: it is not taken.`,
  rowsScored: (rows: number) => counted(rows, 'row', 'rows'),
  /** A label, a note or a unit of a score in the language of the interface. */
  named: (text: string) => `${text}`,
  population: (whom: string) => `For: ${whom}`,
  unverified: 'Unverified: not checked at the source.',
  met: (n: string, of: number) => `${n} of ${formatCount(of)}`,
  yes: 'Yes',
  median: 'Median (quartiles)',
  quartiles: (first: string, median: string, third: string) => `Median ${median} (quartiles ${first} and ${third})`,
  noValue: 'No row has a value.',
  lacking: (rows: number) => `${counted(rows, 'row has', 'rows have')} no value.`,
  few: `fewer than ${smallGroup}`,
  inputsTable: 'What it was made of',
  missingIsNothing: 'What is missing counts 0 points.',
  head: { input: 'Input', column: 'Column', unit: 'Unit', missing: 'Missing', rejected: 'Impossible, not used' },
  inputFact: (column: string, unit: string, missing: string, rejected: string) =>
    `${column}${unit === '' ? '' : `, ${unit}`}: ${missing} missing, ${rejected} impossible and not used`,
  table: (name: string) => `The rows with their points are the table \`${name}\`.`
};

/** What a reader of a score must know, by the code of the engine's remark. */
export const scoreRemarks = {
  'research-only': () => 'For research and education only; no basis for treating a patient.',
  unverified: () => 'Written down from general knowledge and not checked at the source: unverified.',
  note: (v: Values) => String(v.note),
  'unit-assumed': (v: Values) => `No unit is declared, so the rubric’s own is taken: ${pairs(v.inputs, v.units)}.`,
  'percent-assumed': (v: Values) =>
    `${counted(Number(v.values), 'value', 'values')} of ${v.input} above 1 ${Number(v.values) === 1 ? 'was' : 'were'} read as percent.`,
  'fraction-assumed': (v: Values) =>
    `${counted(Number(v.values), 'value', 'values')} of ${v.input} up to 1 ${Number(v.values) === 1 ? 'was' : 'were'} read as a fraction.`,
  'age-above': (v: Values) =>
    `${rows(v)} ${isOne(v) ? 'is' : 'are'} of an age above ${v.months} months, for which the score is not made.`,
  'age-from': (v: Values) =>
    `${rows(v)} ${isOne(v) ? 'is' : 'are'} of ${v.months} months or older, for which the score has no limits.`,
  'infection-not-established': (v: Values) =>
    `In ${rows(v)} it is not known whether an infection is suspected. From 2 points on the label is "organ dysfunction, infection not established": without a suspected infection this is not sepsis. Give it as a column \`suspected_infection\` (over time also as \`infection_test\` and \`antimicrobial_doses\`): it is not guessed from the cultures and drugs of OMOP tables.`,
  'saturation-not-seen': (v: Values) =>
    `In ${rows(v)} the ready-made SpO2/FiO2 ratio came without SpO2: that SpO2 was at most 97 % could not be checked.`,
  'ratio-unknown': (v: Values) =>
    `In ${rows(v)} FiO2 or PaO2 is unknown and 100·FiO2/PaO2 was set to ${v.ratio} (a registry’s convention, unverified).`,
  'creatinine-none': (v: Values) =>
    `${rows(v)} ${isOne(v) ? 'has' : 'have'} no creatinine and no stage: that is not stage 0.`,
  'baseline-none': (v: Values) =>
    `${rows(v)} ${isOne(v) ? 'has' : 'have'} a creatinine but no baseline, and no stage: that is not stage 0.`,
  'age-outside': (v: Values) =>
    `${rows(v)} ${isOne(v) ? 'lies' : 'lie'} outside the ages ${v.from} to ${v.to} months of the reference table, without a z-score.`,
  'windows-lost': (v: Values) =>
    `${counted(Number(v.rows), 'value has', 'values have')} no person or no time and ${isOne(v) ? 'was' : 'were'} left out.`,
  'windows-unknown': (v: Values) =>
    `${counted(Number(v.rows), 'row to score has', 'rows to score have')} no person or no time: all inputs are missing.`,
  'windows-other': (v: Values) => `${rows(v)} ${isOne(v) ? 'is' : 'are'} of variables that the score does not use.`,
  'windows-pressure': (v: Values) =>
    `${counted(Number(v.rows), 'time', 'times')} a recorded pressure was set aside: systolic and diastolic less than 1 mmHg apart, or the mean outside them.`,
  'onset-lost': (v: Values) =>
    `${counted(Number(v.rows), 'row has', 'rows have')} no person or no time and ${isOne(v) ? 'tells' : 'tell'} no onset.`,
  'onset-rejected': (v: Values) =>
    `${counted(Number(v.rows), 'value', 'values')} of the score or of the infection ${isOne(v) ? 'is impossible and was' : 'are impossible and were'} not used.`,
  'onset-not-established': (v: Values) =>
    `In ${counted(Number(v.rows), 'stay', 'stays')} with organ dysfunction it is not known whether an infection was suspected: that is no sepsis, and no absence of it.`,
  'onset-at-first': (v: Values) =>
    `In ${counted(Number(v.rows), 'stay', 'stays')} the onset is at the first time that is known: it may have been earlier.`
};

/** What a score cell can say about its text. */
export const scoreFailures = {
  'score-needs-name': {
    message: () => 'This cell has no name, so its table has none either.',
    hint: () => 'Give the cell a name.'
  },
  'score-no-input': {
    message: (v: Values) => `${v.score} has no input called \`${clip(v.input)}\`.`,
    hint: (v: Values) => (v.near ? `Did you mean \`${v.near}\`?` : `Its inputs are ${v.known}.`)
  },
  'score-no-inputs': {
    message: (v: Values) => `No column of \`${clip(v.table)}\` is known as an input of ${v.score}.`,
    hint: (v: Values) => `Choose columns in the form, or write them under \`columns\`. Inputs are ${v.inputs}.`
  },
  'score-nothing-usable': {
    message: (v: Values) => `No column of \`${clip(v.table)}\` has a value that ${v.score} can use.`,
    hint: (v: Values) =>
      `Of ${v.columns} every value is impossible there. Choose other columns in the form, or write them under \`columns\`.`
  },
  'score-column-there': {
    message: (v: Values) => `\`${clip(v.table)}\` has a column \`${clip(v.column)}\` already.`,
    hint: () => 'Write another `prefix` for the columns that are added.'
  },
  'score-no-variable': {
    message: (v: Values) => `The table of reference values \`${clip(v.table)}\` may hold several variables.`,
    hint: () => 'Write which one: `variable: heart_rate`.'
  },
  'score-no-look-back': {
    message: (v: Values) => `No look-back is published for ${v.score}.`,
    hint: (v: Values) => `It is for ${v.known}. For others an \`hourly\` cell carries values forward first.`
  },
  'score-no-onset': {
    message: (v: Values) => `${v.score} does not say when sepsis begins.`,
    hint: (v: Values) => `${v.known} do.`
  },
  'score-label-onset': {
    message: () => 'A label needs the onset.',
    hint: () => 'Write `onset: true`, or leave the label out.'
  },
  'score-long': {
    message: () => 'Observations one a row are read only with look-back, for Phoenix and Phoenix-8.',
    hint: () => 'Write `look_back: true`, or take a table with a column a variable.'
  },
  'score-long-columns': {
    message: () => 'Observations one a row need the columns of the variable and of the value.',
    hint: () => 'Write `long: { variable: …, value: … }`.'
  },
  'score-no-person': {
    message: (v: Values) => `Which column of \`${clip(v.table)}\` is the person does not follow from the names.`,
    hint: (v: Values) => `Write \`person: …\`. Columns are ${v.columns}.`
  },
  'score-no-time': {
    message: (v: Values) => `Which column of \`${clip(v.table)}\` is the time does not follow from the names.`,
    hint: (v: Values) => `Write \`time: …\`. Columns are ${v.columns}.`
  },
  'score-time-unit': {
    message: (v: Values) => `The times in \`${clip(v.column)}\` are numbers, and nothing says of what.`,
    hint: () => 'Write `time_unit: h`, or min, s or d.'
  },
  'score-prefix': {
    message: (v: Values) => `\`${clip(v.prefix)}\` cannot begin the name of a column.`,
    hint: () => 'Use letters, digits and `_`, beginning with a letter or `_`.'
  }
};

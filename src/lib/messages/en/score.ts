import type { Values } from '$workers/shared/errors';
import { formatCount } from '$workers/shared/number-format';
import { clip } from './cells';
import { counted } from './pages';

const figure = (value: Values[string]) => formatCount(Number(value));

/** What the score cell says. Titles, sources and labels of scores are the papers' own and stay in English. */
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
  inputs: (all: number, found: number) => `Inputs: ${found} of ${all} found by the names of columns`,
  recognised: (column: string) => `${column} (by its name)`,
  notThere: 'not there',
  leftOut: 'left out',
  heading: (score: string, table: string, rows: number) => `${score} of \`${table}\`: ${counted(rows, 'row', 'rows')}`,
  rowsScored: (rows: number) => counted(rows, 'row', 'rows'),
  unverified: 'Unverified: not checked at the source.',
  met: (n: string, of: number) => `${n} of ${formatCount(of)}`,
  yes: 'Yes',
  median: 'Median (quartiles)',
  quartiles: (first: string, median: string, third: string) => `Median ${median} (quartiles ${first} and ${third})`,
  noValue: 'No row has a value.',
  lacking: (rows: number) => `${counted(rows, 'row has', 'rows have')} no value.`,
  few: 'fewer than 5',
  inputsTable: 'What it was made of. What is missing counts 0 points.',
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
  'unit-assumed': (v: Values) => `No unit is declared for ${v.inputs}: taken as ${v.units}.`,
  'percent-assumed': (v: Values) => `${figure(v.values)} values of ${v.input} above 1 were read as percent.`,
  'age-above': (v: Values) =>
    `${figure(v.rows)} rows are of an age above ${v.months} months, for which the score is not made.`,
  'age-from': (v: Values) =>
    `${figure(v.rows)} rows are of ${v.months} months or older, for which the score has no limits.`,
  'infection-not-established': (v: Values) =>
    `In ${figure(v.rows)} rows it is not known whether an infection is suspected. From 2 points on they are labelled "organ dysfunction, infection not established": without a suspected infection this is not sepsis.`,
  'saturation-not-seen': (v: Values) =>
    `In ${figure(v.rows)} rows the ready-made SpO2/FiO2 ratio came without SpO2: that SpO2 was at most 97 % could not be checked.`,
  'ratio-unknown': (v: Values) =>
    `In ${figure(v.rows)} rows FiO2 or PaO2 is unknown and 100·FiO2/PaO2 was set to ${v.ratio} (a registry’s convention, unverified).`,
  'baseline-none': (v: Values) => `${figure(v.rows)} rows have no baseline and no stage: that is not stage 0.`,
  'age-outside': (v: Values) =>
    `${figure(v.rows)} rows lie outside the ages ${v.from} to ${v.to} months of the reference table and have no z-score.`
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
  'score-column-there': {
    message: (v: Values) => `\`${clip(v.table)}\` has a column \`${clip(v.column)}\` already.`,
    hint: () => 'Write another `prefix` for the columns that are added.'
  },
  'score-no-variable': {
    message: (v: Values) => `The table of reference values \`${clip(v.table)}\` may hold several variables.`,
    hint: () => 'Write which one: `variable: heart_rate`.'
  },
  'score-prefix': {
    message: (v: Values) => `\`${clip(v.prefix)}\` cannot begin the name of a column.`,
    hint: () => 'Use letters, digits and `_`, beginning with a letter or `_`.'
  }
};

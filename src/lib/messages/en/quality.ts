import type { Values } from '$workers/shared/errors';
import { formatCount } from '$workers/shared/number-format';
import { smallGroup } from '$workers/shared/profile';
import { clip } from './cells';
import { counted } from './pages';

/** What the quality cell says. Names of tables, columns, variables and units are the data's own. */
export const qualityWords = {
  tables: 'Tables',
  tablesHelp: 'Of an OMOP extract: what their names begin with, or the names themselves.',
  table: 'Table',
  byPrefix: 'All that begin with',
  byName: 'By name',
  waysOfTables: 'How the tables are named',
  checks: 'Checks',
  checksHelp: 'Left out: all 26.',
  threshold: 'At most',
  thresholds: 'Thresholds',
  thresholdsHelp: 'By the number of the check: a larger share of failing rows fails it.',
  variableMap: 'Variables',
  variableMapHelp: 'A table with concept_id, variable, unit and factor. Left out: the concepts of PHEMS-sim.',
  hours: 'Flat table',
  hoursHelp: 'With a label an hour, for the search for leaks. Left out: the table hours of the extract.',
  label: 'Label',
  labelHelp: 'Its column. Left out: SepsisLabel.',
  extractDate: 'Date of the extract',
  extractDateHelp: 'No event is later. Left out: the release date in cdm_source.',
  ageFrom: 'Youngest',
  ageTo: 'Oldest',
  ageHelp: 'Whole years at a visit, both included.',
  intensiveCare: 'Intensive care',
  intensiveCareHelp: 'Concept ids of such visits. Left out: 32037.',
  concept: 'Concept id',
  /** By the number of the check. */
  names: {
    1: 'Required column not there',
    2: 'Value of the wrong type',
    3: 'Key not unique',
    4: 'Points to nothing',
    5: 'Concept of another domain, or not standard',
    6: 'Required value missing',
    7: 'Value missing',
    8: 'Concept unknown (0)',
    9: 'Without a record',
    10: 'Number missing',
    11: 'Unit missing',
    12: 'Hours without a vital sign',
    13: 'End before start',
    14: 'Outside of life or after the extract',
    15: 'Outside of its visit',
    16: 'Value that cannot be',
    17: 'Condition of the other sex',
    18: 'Age at the visit',
    19: 'Overlapping visits',
    20: 'Duplicate rows',
    21: 'Arterial pressures in the wrong order',
    22: 'Weight that jumps or does not fit the age',
    23: 'Months with too many or too few records',
    24: 'Sites that differ',
    25: 'Numbers that stand for something else',
    26: 'Column that gives the label away'
  } as Record<string, string>,
  /** What a failing row is, by the number of the check. */
  plain: {
    1: 'The OMOP Common Data Model requires these; queries made for it will not run.',
    2: 'These values cannot be read as the number, date or whole id that the column is for.',
    3: 'The same key stands in more than one row, so a join would multiply rows.',
    4: 'These ids have no row in the table that they point to: a person, a visit, a site or a concept that is not there.',
    5: 'These rows hold a concept that belongs elsewhere, or one that is not a standard concept.',
    6: 'These rows leave empty what the data model requires.',
    7: 'These rows leave the column empty more often than is allowed.',
    8: 'These rows were not mapped: concept 0 says that no concept matches.',
    9: 'Nothing is recorded of these persons or visits in the other table.',
    10: 'These measurements have no number where their kind has one, or the number was left behind as text.',
    11: 'These measurements have a number and no unit, so the number can mean several things.',
    12: 'In these hours of intensive care no vital sign was recorded.',
    13: 'These rows end before they begin.',
    14: 'These rows lie before birth, more than 30 days after death, or after the date of the extract.',
    15: 'These rows lie more than a day before or after the visit that they belong to.',
    16: 'These values lie outside of what the variable can be in its unit: a slip, a sentinel or another unit.',
    17: 'These persons have a condition that only the other sex can have.',
    18: 'At these visits the person was younger or older than expected.',
    19: 'These visits begin before an earlier one of the same person has ended.',
    20: 'The same person has the same value of the same concept at the same time in another row.',
    21: 'At these times the diastolic pressure was above the mean, or the mean above the systolic: often two columns were swapped.',
    22: 'These weights changed by more than a quarter within 30 days, or lie below 0.4 or above 2.5 times the median of the age.',
    23: 'In these months far more or far fewer records were made than in others, or none.',
    24: 'A site’s values lie far from those of the other sites at the same ages: often another unit.',
    25: '0, −1, 999 or 9999 stand where a value should: often they mean “missing”.',
    26: 'This column alone tells the label (AUROC above 0.95, or average precision above 0.6, or filled only afterwards): it was probably written with hindsight, and a model must not use it.'
  } as Record<string, string>,
  nouns: {
    rows: 'rows',
    columns: 'columns',
    ids: 'ids',
    hours: 'hours',
    times: 'times',
    months: 'months',
    texts: 'different texts'
  },
  few: `fewer than ${smallGroup}`,
  counted: (failing: string, checked: string, noun: string) => `${failing} of ${checked} ${noun}`,
  allowed: (percent: string) => `at most ${percent} % allowed`,
  noneAllowed: 'none allowed',
  /** Details, reasons and measures come in English from the engine. */
  detail: (text: string) => text.trim(),
  heading: (failed: number, checks: number) =>
    failed === 0
      ? `None of ${counted(checks, 'check', 'checks')} fails`
      : `${failed} of ${counted(checks, 'check', 'checks')} ${failed === 1 ? 'fails' : 'fail'}`,
  failedOf: (failed: number, checks: number) =>
    failed === 0 ? 'no check fails' : `${failed} of ${checks} ${failed === 1 ? 'check fails' : 'checks fail'}`,
  summary: (failed: number, passed: number, notApplicable: number, tables: number) =>
    `${failed} failed, ${passed} passed, ${notApplicable} not applicable, over ${counted(tables, 'table', 'tables')}.`,
  lines: (failed: number, all: number) =>
    `A check looks at many columns or variables: ${formatCount(failed)} of ${formatCount(all)} of them fail.`,
  failed: 'What fails',
  nothingFails: 'Nothing fails. That the checks pass does not say that the data are right.',
  showRows: 'Show the rows',
  showRowsOf: (what: string) => `Show the rows: ${what}`,
  moreLines: (n: number) => `${formatCount(n)} more`,
  passed: (n: number) => `${counted(n, 'line passes', 'lines pass')}`,
  notApplicable: 'Not applicable',
  leftOut: (n: number) => `Columns and variables that could not be looked at: ${formatCount(n)}`,
  ranges: 'What was held against what',
  ages: (from: number, to: number) => `Age at a visit: ${from} to ${to} whole years.`,
  weights:
    'Weight: 0.4 to 2.5 times the median of the age: ½ month + 3.4 kg in the first year, 2 · years + 8 kg up to 6, 3 · years + 7 kg up to 18. The formulae of PHEMS-sim.',
  drifts:
    'Between sites, values are compared within bands of age; their difference is told in robust standard deviations.',
  dateGiven: (date: string) => `Date of the extract: ${date}, as this cell says.`,
  dateFound: 'Date of the extract: the release date in `cdm_source`, where it is there.',
  variablesFrom: (table: string) => `Concepts have their meaning from \`${table}\`.`,
  variablesOwn: 'Concepts have their meaning from PHEMS-sim; other data need a `variable_map`.',
  source: (source: string) =>
    `Ranges: ${source}. Checks after Kahn et al. 2016 (eGEMs 4:1244) and the OHDSI DataQualityDashboard. For research and education.`,
  head: {
    check: 'Check',
    place: 'Column',
    checked: 'Checked',
    failing: 'Failing',
    share: 'Share',
    variable: 'Variable',
    unit: 'Unit',
    plausible: 'Can be'
  },
  resultTable: (name: string) => `Each line of this page is a row of the table \`${name}\`.`
};

/** What a quality cell can say about its text. */
export const qualityFailures = {
  'quality-needs-name': {
    message: () => 'This cell has no name, so its table has none either.',
    hint: () => 'Give the cell a name.'
  },
  'quality-none-named': {
    message: () => 'The list of tables is empty.',
    hint: () => 'Write the names of the tables, or what they begin with: `tables: picu_`.'
  },
  'quality-table-unknown': {
    message: (v: Values) => `\`${clip(v.table)}\` does not end in the name of a table of OMOP.`,
    hint: () => 'Call it as in OMOP: `person`, `measurement`, or with a prefix `picu_measurement`.'
  },
  'quality-table-twice': {
    message: (v: Values) => `\`${clip(v.table)}\` and \`${clip(v.other)}\` both stand for \`${v.known}\`.`,
    hint: () => 'Leave out one of the two; a second extract needs a cell of its own.'
  },
  'quality-no-tables': {
    message: (v: Values) => `There is no table of OMOP whose name begins with "${clip(v.prefix)}".`,
    hint: () => 'Write what the names of your tables begin with, such as `tables: picu_`, or list them.'
  }
};

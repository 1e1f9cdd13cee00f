import type { Values } from '$workers/shared/errors';

/** Long words of a cell's text are cut, so that a sentence stays a sentence. */
export function clip(value: string | number | undefined, length = 32): string {
  const text = String(value ?? '').replace(/\s+/g, ' ');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

const name = (v: Values, key = 'key') => `\`${clip(v[key])}\``;
const instead = (v: Values, otherwise: string) => (v.near ? `Write ${listed(v.near)} instead.` : otherwise);

function listed(near: string | number | undefined): string {
  const names = String(near ?? '').split(', ');
  return names.map((one) => `\`${clip(one)}\``).join(' or ');
}

function between({ min, max, unit }: Values): string {
  const of = unit ? ` ${unit}` : '';
  if (min === undefined) return `at most ${max}${of}`;
  if (max === undefined) return `at least ${min}${of}`;
  return `from ${min} to ${max}${of}`;
}

const yaml: Record<string, [what: string, remedy: string]> = {
  DUPLICATE_KEY: ['it repeats a key of above', 'Keep one of the two lines.'],
  TAB_AS_INDENT: ['it is indented with a tab', 'Use spaces at the beginning of the line.'],
  BAD_INDENT: [
    'its indentation or a closing bracket is wrong',
    'Give keys of one level the same spaces and close brackets.'
  ],
  MISSING_CHAR: ['a quote, colon or bracket is missing', 'Close the quote or bracket, or add the colon.'],
  MULTILINE_IMPLICIT_KEY: ['it has no colon', 'Write `key: value`.'],
  BLOCK_AS_IMPLICIT_KEY: ['it has a second colon', 'Put the value in quotes.'],
  BAD_SCALAR_START: ['a value begins with a reserved sign', 'Put the value in quotes.'],
  BAD_DQ_ESCAPE: ['a backslash in double quotes is not an escape', 'Use single quotes.'],
  MULTIPLE_DOCS: ['a second document begins', 'Take out the line of three dashes.'],
  TAG_RESOLVE_FAILED: ['a value carries a type tag', 'Take out the word that begins with `!`.'],
  NESTED: ['it is nested too deeply', 'Shorten the brackets.']
};
const yamlWords = (v: Values) =>
  yaml[String(v.problem)] ?? [
    'a sign stands where none is expected',
    'Write one `key: value` a line; quote values with signs.'
  ];

/** What cells can say about their own text. */
export const cellFailures = {
  'kind-loading': {
    message: (v: Values) => `What runs ${name(v, 'kind')} cells is not here yet.`,
    hint: () => 'Run the cell again in a moment.'
  },
  'task-yaml': {
    message: (v: Values) => `Line ${v.line} is not YAML: ${yamlWords(v)[0]}.`,
    hint: (v: Values) => yamlWords(v)[1]
  },
  'task-reference': {
    message: () => 'This cell uses `&` or `*`, which point to another place of the text.',
    hint: () => 'Write the value out, or put it in quotes.'
  },
  'task-not-keys': {
    message: () => 'This cell is read as lines of `key: value`, and this is something else.',
    hint: () => 'Begin each line with a key and a colon.'
  },
  'task-unknown-key': {
    message: (v: Values) => `${name(v)} is not a key that belongs here.`,
    hint: (v: Values) => instead(v, `Use ${clip(v.known, 110)}.`)
  },
  'task-missing': {
    message: (v: Values) =>
      ({
        table: `Choose a table: ${name(v)} names none yet.`,
        column: `Choose a column: ${name(v)} names none yet.`,
        choice: `Choose one of ${clip(v.known, 110)}: ${name(v)} says none yet.`
      })[String(v.wanted)] ?? `${name(v)} has no value.`,
    hint: (v: Values) =>
      v.wanted === 'table'
        ? `Take one in the form, or write ${name(v).slice(0, -1)}: …\` with the name of a table. A cell above or an imported file makes one.`
        : `Fill in the form, or write ${name(v).slice(0, -1)}: …\`.`
  },
  'task-text-wanted': {
    message: (v: Values) => `${name(v)} wants a text.`,
    hint: () => 'Write the text behind the colon, in quotes if it holds signs.'
  },
  'task-number-wanted': {
    message: (v: Values) => `${name(v)} wants a ${v.whole ? 'whole ' : ''}number.`,
    hint: (v: Values) => (v.comma ? 'Write a point instead of the comma.' : 'Write digits without quotes or unit.')
  },
  'task-number-huge': {
    message: (v: Values) => `${name(v)} is beyond 2^53, where whole numbers are no longer exact.`,
    hint: () => 'Use a smaller number.'
  },
  'task-number-range': {
    message: (v: Values) => `${name(v)} is ${clip(v.value)}; it can be ${between(v)}.`,
    hint: (v: Values) => `Choose a number ${between(v)}.`
  },
  'task-choice': {
    message: (v: Values) => `${name(v)} cannot be ${name(v, 'value')}.`,
    hint: (v: Values) => instead(v, `Choose one of ${clip(v.known, 110)}.`)
  },
  'task-boolean-wanted': {
    message: (v: Values) => `${name(v)} is either \`true\` or \`false\`.`,
    hint: () => 'Write `true` or `false`, without quotes.'
  },
  'task-list-wanted': {
    message: (v: Values) => `${name(v)} wants a list.`,
    hint: () => 'Write it as `[one, two]`, or as lines that begin with a dash.'
  },
  'task-list-long': {
    message: (v: Values) => `${name(v)} has ${v.n} entries; it can have ${v.max}.`,
    hint: () => 'Shorten the list.'
  },
  'task-keys-wanted': {
    message: (v: Values) => `${name(v)} wants keys of its own.`,
    hint: () => 'Write them as indented lines of `key: value` below it.'
  },
  'needs-table': {
    message: (v: Values) => `${name(v, 'table')} is a value here, not a table.`,
    hint: () => 'Name a cell that makes a table.'
  },
  'no-column': {
    message: (v: Values) => `${name(v, 'table')} has no column ${name(v, 'column')}.`,
    hint: (v: Values) => instead(v, `Use one of its columns: ${clip(v.known, 100)}.`)
  },
  'sql-empty': {
    message: () => 'This SQL cell is empty.',
    hint: () => 'Write a query, for example `select * from` and a table.'
  },
  'sql-file': {
    message: (v: Values) => `SQL cannot open the file ${name(v, 'file')} by its name.`,
    hint: () => 'Import the file, then write the name of its table here.'
  },
  'sql-parameter': {
    message: (v: Values) => `${name(v, 'text')} does not begin with the name of a value.`,
    hint: () => 'Write the id of an input between `${` and `}`.'
  },
  'sql-table-as-value': {
    message: (v: Values) => `${name(v, 'table')} is a table and cannot stand in \`\${…}\`.`,
    hint: (v: Values) => `Write \`from ${clip(v.table)}\`, without the braces.`
  },
  'sql-value-as-table': {
    message: (v: Values) => `${name(v, 'value')} is a value, not a table.`,
    hint: (v: Values) => `Write \`\${${clip(v.value)}}\` where the value is wanted.`
  },
  'needs-plain-value': {
    message: (v: Values) => `${name(v, 'name')} is made by code and is no number, text, or list of one of them.`,
    hint: () => 'Make a plain value of it in a cell of code.'
  },
  'code-threw': {
    message: (v: Values) => `The code stopped${v.line ? ` at line ${v.line}` : ''}: ${v.what}.`,
    hint: () => 'Look at that line, and under Details for the words of the error.'
  },
  'code-ended-page': {
    message: () => 'The page ended while this cell ran: most likely it took all the memory there is.',
    hint: () => 'Let it keep less at a time, then run it.'
  },
  'code-no-network': {
    message: (v: Values) =>
      `The code asked for the network${v.line ? ` at line ${v.line}` : ''}, which notebooks do not have.`,
    hint: () => 'Import the file instead.'
  }
};

/** What the forms and outputs of cells say, and what the menu says of each kind. */
export const cells = {
  markdownTitle: 'Text',
  markdownHint: 'Prose in Markdown: headings, lists, links, tables.',
  sqlTitle: 'SQL',
  sqlHint: 'A query over tables and other cells; its result is a table.',
  inputTitle: 'Input',
  inputHint: 'A slider, choice, date or switch that other cells use.',
  chartTitle: 'Chart',
  chartHint: 'Points, lines, bars, histograms and more from a table.',
  profileTitle: 'Profile',
  profileHint: 'What a table holds, lacks and hides',
  cohortTitle: 'Cohort',
  cohortHint: 'Who is in: criteria in order, counted at each step; a table of persons.',
  qualityTitle: 'Quality',
  qualityHint: 'Is an OMOP extract sound? 26 checks, with the rows that fail',
  importTitle: 'Import',
  importHint: 'Read a file, the same way each time',
  simulateTitle: 'Simulate',
  simulateHint: 'Children who do not exist, made from a seed',
  hourlyTitle: 'Hourly grid',
  hourlyHint: 'Measurements of any time as one row a person and hour, carried forward within limits',
  statisticsTitle: 'Statistics',
  statisticsHint:
    'From the question to the method: compare, relate, survival, prediction, agreement, pooling, signals.',
  benchmarkTitle: 'Benchmark',
  benchmarkHint: 'Outcomes of hospitals beside each other: funnel, O/E, VLAD, CUSUM',
  pathwayTitle: 'Pathway',
  pathwayHint: 'Who follows whom in a table of events: map, variants, waits, reference path',
  scoreTitle: 'Score',
  scoreHint: 'Phoenix, pSOFA, PELOD-2, PIM3 and more, for every row of a table',
  pkTitle: 'Factor levels',
  pkHint: 'Factor VIII and IX over time, bleeding rates, adherence: for research and teaching',
  jsTitle: 'JavaScript',
  jsHint: 'Your own code over tables and values, with Plot at hand.',
  tsTitle: 'TypeScript',
  tsHint: 'Your own code, with types.',
  emptyText: 'Empty text. Double click, or press Enter, to write.',
  noRows: (of: string) => `${of} has no rows.`,
  noRowsHint: (inputs: readonly string[]) =>
    inputs.length > 0
      ? `No row of ${inputs.join(', ')} meets the conditions.`
      : 'No row meets the conditions of this query.',
  thisQuery: 'This query',
  formMore: 'More',
  formUnset: 'not set',
  formAll: 'All',
  formTextOnly: 'Mend the text before the form can show it.',
  formInText: 'Set in the text.',
  formListHelp: 'Separated by commas.',
  formAdd: (what: string) => `Add to ${what}`,
  formRemove: (what: string, place: number) => `Take out ${what} ${place}`,
  formKey: (what: string, place: number) => `${what}, ${place}`,
  formRemoveKey: (what: string, key: string) => `Take ${key} out of ${what}`,
  formChoose: 'Choose a table',
  formNoTable: 'No table yet'
};

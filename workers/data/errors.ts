import { failures, type Catalogue, type Values } from '../shared/errors';

const nearHint = (v: Values, otherwise: string) => (v.near ? `Write ${orList(v.near)} instead.` : otherwise);

function orList(near: string | number | undefined): string {
  return String(near)
    .split(', ')
    .map((name) => `\`${cut(name, 30)}\``)
    .join(' or ');
}

function cut(value: string | number | undefined, length = 40): string {
  const text = String(value ?? '').replace(/\s+/g, ' ');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** What can go wrong in the data engine. Values are names, types and words of the statement, never of the data. */
export const dataFailures = {
  stopped: { message: () => 'Stopped before the end.', hint: () => 'Run the cell again when you are ready.' },
  'sql-empty': { message: () => 'This SQL cell has no SELECT yet.', hint: () => 'Write a SELECT.' },
  'sql-syntax': {
    message: (v) =>
      v.word ? `The SQL makes no sense from \`${cut(v.word)}\` on.` : 'The SQL ends before it is complete.',
    hint: (v) =>
      v.word ? 'Look at the word and what stands before it.' : 'Close what is open: a bracket, a quote, a list.'
  },
  'sql-bracket': {
    message: (v) =>
      v.word === '(' ? 'A bracket opens here and never closes.' : 'A bracket closes here that never opened.',
    hint: (v) =>
      v.word === '(' ? 'Write the `)` that belongs to it.' : 'Take it out, or write the `(` that belongs to it.'
  },
  'sql-quote-open': {
    message: () => 'A quote opens here and never closes.',
    hint: () => "Close it; a quote inside a text is written twice: 'it''s'."
  },
  'sql-not-a-select': {
    message: (v) => `A SQL cell is one SELECT; this begins with \`${cut(v.word)}\`.`,
    hint: () => 'Write a SELECT. Its result is a table under the name of the cell.'
  },
  'sql-several': {
    message: () => 'A SQL cell is one statement; a second begins after this `;`.',
    hint: () => 'Put the second statement into a cell of its own.'
  },
  'sql-pivot': {
    message: () => 'PIVOT needs the list of its new columns here.',
    hint: () => 'Write `on column in (…)` with the values.'
  },
  'sql-no-column': {
    message: (v) => `There is no column \`${cut(v.name)}\` here.`,
    hint: (v) => nearHint(v, 'Look at the columns of the tables in FROM.')
  },
  'sql-no-table': {
    message: (v) => `There is no table \`${cut(v.name)}\`.`,
    hint: (v) => nearHint(v, 'Import a file of that name, or name a cell so.')
  },
  'sql-no-function': {
    message: (v) => `There is no function \`${cut(v.name)}\`.`,
    hint: (v) => nearHint(v, 'Choose one from the list that opens while you type.')
  },
  'sql-no-value': {
    message: (v) => (v.name ? `No cell gives a value \`${cut(v.name)}\`.` : 'This `${…}` begins with no name.'),
    hint: (v) => (v.name ? 'Name an input cell so, or correct the name.' : 'Begin it with the name of an input.')
  },
  'sql-itself': {
    message: (v) => `The cell \`${cut(v.name)}\` reads itself.`,
    hint: () => 'Rename the cell, or read another table.'
  },
  'sql-ambiguous': {
    message: (v) => `More than one table has a column \`${cut(v.name)}\`.`,
    hint: (v) => (v.near ? `Write ${orList(v.near)}.` : 'Put the table and a dot before it.')
  },
  'sql-group': {
    message: (v) => `\`${cut(v.name)}\` is neither grouped nor summarised.`,
    hint: (v) => `Add it to GROUP BY, or write any_value(${cut(v.name)}).`
  },
  'sql-compare': {
    message: (v) => `${cut(v.left, 30)} and ${cut(v.right, 30)} cannot be compared.`,
    hint: (v) => `Convert one of them, as in x::${cut(v.left, 30)}.`
  },
  'sql-arguments': {
    message: (v) => `\`${cut(v.name, 30)}\` does not take (${cut(v.types, 60)}).`,
    hint: () => 'Convert with `::`, or look up what the function takes.'
  },
  'sql-conversion': {
    message: (v) =>
      v.type ? `A value here cannot be read as ${cut(v.type, 30)}.` : 'A value here cannot be converted.',
    hint: () => 'Use try_cast to get a missing value instead.'
  },
  'sql-range': {
    message: (v) =>
      v.type ? `A value here is too large for ${cut(v.type, 30)}.` : 'A value here is too large for its type.',
    hint: () => 'Convert to a wider type first, such as x::DOUBLE or x::HUGEINT.'
  },
  'sql-list': {
    message: (v) => `A list (${cut(v.list, 30)}) stands here where one value is expected.`,
    hint: () => 'Write `in ${name}`, or one item of it: `${name[1]}`.'
  },
  'sql-cast': {
    message: (v) => `${cut(v.from, 40)} cannot be converted to ${cut(v.to, 40)}.`,
    hint: () => 'Convert to a type that both know first, such as x::VARCHAR.'
  },
  'sql-outdated': {
    message: () => 'A table that this one reads has other columns by now.',
    hint: () => 'Run the cell again.'
  },
  'sql-forbidden': {
    message: () => 'Notebooks read no files, addresses or extensions by SQL.',
    hint: () => 'Import the file; then name its table.'
  },
  'sql-out-of-memory': {
    message: (v) => `The data engine has no memory left for this (limit ${v.limit}).`,
    hint: () => 'Select fewer columns or rows, or restart the engine to free memory.'
  },
  'sql-refused': {
    message: (v) => (v.words ? `DuckDB: ${cut(v.words, 140)}` : 'DuckDB cannot make a plan for this SELECT.'),
    hint: () => 'Read the details below and change the SELECT.'
  },
  'sql-failed': {
    message: () => 'DuckDB stopped in the middle of this SELECT.',
    hint: () => 'Read its words in the details below.'
  },
  'engine-crashed': {
    message: () => 'The data engine broke down in this cell.',
    hint: () => 'Select fewer rows or columns before running the cell again.'
  },
  'engine-wasm': {
    message: () => 'The data engine could not be loaded.',
    hint: () => 'Reload the page. If it stays, use a current Chromium, Firefox or Safari.'
  },
  'file-changed': {
    message: (v) => {
      if (v.file) return `The file \`${cut(v.file, 60)}\` has changed or is gone.`;
      return v.table ? `The file behind ${orList(v.table)} has changed or is gone.` : 'A file has changed or is gone.';
    },
    hint: () => 'Choose the file again.'
  },
  'relation-unknown': {
    message: (v) => `The engine holds no table \`${cut(v.name)}\`.`,
    hint: () => 'Run the cell that makes it.'
  },
  'relation-outdated': {
    message: (v) => `The table that \`${cut(v.name)}\` is built on was made anew.`,
    hint: () => 'Run the cell again.'
  },
  'export-sheet-full': {
    message: (v) => `${v.rows} rows × ${v.columns} columns do not fit on an Excel sheet (${v.limit} rows).`,
    hint: () => 'Filter first, or export as CSV or Parquet.'
  },
  'export-text-long': {
    message: (v) => `A text of ${v.length} characters does not fit into an Excel cell (${v.limit}).`,
    hint: () => 'Export as CSV or Parquet.'
  },
  'export-incomplete': {
    message: (v) => `Only ${v.found} of ${v.rows} rows came.`,
    hint: () => 'Run the cell again, then export.'
  },
  'table-without-columns': {
    message: (v) => `The table \`${cut(v.name)}\` would have no columns.`,
    hint: () => 'Give it at least one column.'
  },
  'table-column-twice': {
    message: (v) => `The table \`${cut(v.name)}\` would have two columns \`${cut(v.column)}\`.`,
    hint: () => 'Rename one of them; capital letters do not tell names apart.'
  },
  'table-uneven': {
    message: (v) => `Column \`${cut(v.column)}\` of \`${cut(v.name)}\` has ${v.found} values for ${v.rows} rows.`,
    hint: () => 'Give every column one value a row.'
  }
} satisfies Catalogue<string>;

export const fail = failures(dataFailures);

/**
 * @typedef {import('./contract').CellTable} CellTable
 * @typedef {import('./contract').CellResult} CellResult
 * @typedef {import('./contract').NotebookOutcome} NotebookOutcome
 */

const widestColumn = 40;

/**
 * JSON has no NaN and no infinity, and would write them as null, which means "missing" here.
 * @param {NotebookOutcome} outcome
 * @returns {string} one line
 */
export const toJson = (outcome) =>
  JSON.stringify(outcome, (_key, value) =>
    typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : value
  );

/** @param {import('./contract').Scalar | undefined} value @returns {string} */
function show(value) {
  if (value === null || value === undefined) return '–';
  if (value === '') return '""';
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  const text = String(value).replace(/[\n\r\t]/g, ' ');
  return text.length > widestColumn ? `${text.slice(0, widestColumn - 1)}…` : text;
}

const numeric =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w*INT\w*|FLOAT|DOUBLE|DECIMAL.*|int32|int64|float64|decimal)$/i;

/**
 * @param {CellTable} table
 * @returns {string[]} lines, columns aligned, numbers to the right
 */
export function tableLines({ columns, rows, rowCount }) {
  const cells = [
    columns.map(({ name }) => show(name)),
    ...rows.map((row) => columns.map((_, index) => show(row[index])))
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((text, index) => {
        const width = widths[index] ?? 0;
        return numeric.test(columns[index]?.type ?? '') ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd()
  );
  lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  const more = rowCount > rows.length ? `, ${rows.length} shown` : '';
  return [...lines, `${rowCount} ${rowCount === 1 ? 'row' : 'rows'} × ${columns.length}${more}`];
}

/** @param {{line?: number, column?: number, file?: string}} place */
const where = ({ file, line, column }) =>
  [file, line === undefined ? undefined : `line ${line}${column === undefined ? '' : `:${column}`}`]
    .filter((part) => part !== undefined)
    .join(', ');

/** @param {{message: string, hint?: string, file?: string, line?: number, column?: number}} failure @returns {string[]} */
function failureLines(failure) {
  const place = where(failure);
  return [place ? `${place}: ${failure.message}` : failure.message, ...(failure.hint ? [failure.hint] : [])];
}

const marks = { ok: '✓', error: '✗', skipped: '–', running: '…', waiting: '…' };

/** @param {CellResult} cell @returns {string[]} */
function cellLines(cell) {
  const below = [
    ...(cell.error ? failureLines(cell.error) : []),
    ...(cell.warnings ?? []).map((warning) => `note: ${warning}`),
    ...(cell.value === undefined ? [] : [show(cell.value)]),
    ...(cell.table ? tableLines(cell.table) : [])
  ];
  return [`${marks[cell.status]} ${cell.id}  ${cell.kind}  ${cell.status}`, ...below.map((line) => `    ${line}`)];
}

/**
 * @param {NotebookOutcome} outcome
 * @returns {string}
 */
export function toListing({ notebook, cells, problems = [], error, egress }) {
  return [
    notebook,
    ...problems.flatMap((problem) =>
      failureLines(problem).map((line, index) => (index === 0 ? `✗ ${line}` : `    ${line}`))
    ),
    ...cells.flatMap(cellLines),
    ...(error ? [`✗ ${error.message}`] : []),
    ...(egress.length > 0 ? [`${egress.length} messages left through the gate.`] : []),
    ''
  ].join('\n');
}

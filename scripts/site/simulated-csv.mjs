/** @typedef {import('../../workers/shared/table').Table} Table */
/** @typedef {import('../../workers/shared/table').Column} Column */

/**
 * @param {Column} column
 * @param {number} row
 * @returns {string | number | bigint | undefined} undefined where nothing was recorded
 */
function valueAt(column, row) {
  if (column.validity && !((column.validity[row >> 3] ?? 0) & (1 << (row & 7)))) return undefined;
  const value = column.values[row];
  return column.type === 'text' ? column.dictionary[Number(value)] : value;
}

/** @param {bigint} microseconds @returns {string} */
const time = (microseconds) => new Date(Number(microseconds / 1000n)).toISOString().slice(0, 19).replace('T', ' ');

/** @param {number} days @returns {string} */
const date = (days) => new Date(days * 86_400_000).toISOString().slice(0, 10);

/** @param {Column} column @param {number} row @returns {string} */
function field(column, row) {
  const value = valueAt(column, row);
  if (value === undefined) return '';
  if (column.type === 'timestamp') return time(BigInt(value));
  if (column.type === 'date') return date(Number(value));
  const text = String(value);
  // An empty text is quoted: unquoted it would read as nothing recorded.
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as CSV: commas, decimal points, UTF-8, a heading; nothing between commas where nothing was recorded.
 *
 * @param {Table | undefined} table
 * @returns {string}
 */
export function csvOf(table) {
  if (!table) throw new Error('The simulator did not make this table.');
  const { columns, rows } = table;
  const lines = [columns.map(({ name }) => name).join(',')];
  for (let row = 0; row < rows; row++) lines.push(columns.map((column) => field(column, row)).join(','));
  return `${lines.join('\n')}\n`;
}

const wards = ['Allgemein', 'Säuglinge', 'Größere Kinder', 'Herzchirurgie'];

/** @param {unknown} number @returns {string} */
const comma = (number) => (number === undefined ? '' : String(number).replace('.', ','));

/** @param {bigint} microseconds @returns {string} */
function germanTime(microseconds) {
  const [day = '', clock = ''] = time(microseconds).split(' ');
  return `${day.split('-').reverse().join('.')} ${clock.slice(0, 5)}`;
}

/**
 * Highest recorded value of each episode.
 *
 * @param {Table} hours
 * @param {string} name
 * @returns {Map<unknown, number>}
 */
function highest(hours, name) {
  const episode = column(hours, 'episode');
  const values = column(hours, name);
  const found = new Map();
  for (let row = 0; row < hours.rows; row++) {
    const value = valueAt(values, row);
    const key = valueAt(episode, row);
    if (value !== undefined) found.set(key, Math.max(found.get(key) ?? -Infinity, Number(value)));
  }
  return found;
}

/** @param {Table} table @param {string} name @returns {Column} */
function column(table, name) {
  const found = table.columns.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`The simulator made no column ${name}.`);
  return found;
}

/**
 * The stays as a German system would export them: semicolons, decimal commas, days before months, umlauts. Written in
 * Latin-1 by the caller.
 *
 * @param {{ hours?: Table, episodes?: Table }} tables
 * @returns {string}
 */
export function wardStays({ hours, episodes }) {
  if (!hours || !episodes) throw new Error('The stays need the tables hours and episodes.');
  const lactate = highest(hours, 'lactate');
  const at = (/** @type {string} */ name, /** @type {number} */ row) => valueAt(column(episodes, name), row);
  const lines = ['Fall;Station;Aufnahme;Alter_Monate;Gewicht_kg;Geschlecht;Dauer_Stunden;Laktat_max;Verstorben'];
  for (let row = 0; row < episodes.rows; row++) {
    const episode = at('episode', row);
    lines.push(
      [
        episode,
        wards[Number(at('hospital', row)) - 1],
        germanTime(BigInt(at('admitted', row) ?? 0)),
        comma(at('age_months', row)),
        comma(at('weight', row)),
        at('male', row) ? 'männlich' : 'weiblich',
        at('stay_hours', row),
        comma(lactate.get(episode)),
        at('died', row) ? 'ja' : 'nein'
      ].join(';')
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

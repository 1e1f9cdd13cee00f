/**
 * One table of twelve types whose values go wrong in careless readers.
 * @typedef {object} OddRow
 * @property {number} nr
 * @property {boolean | null} flag
 * @property {number | null} tiny
 * @property {number | null} whole
 * @property {bigint | null} big
 * @property {number | null} single
 * @property {number | null} ratio
 * @property {number | null} price in hundredths
 * @property {string | null} name
 * @property {string | null} note
 * @property {string | null} code
 * @property {string | null} born
 * @property {bigint | null} seen microseconds since 1970
 * @property {number | null} clock seconds of the day
 */

/** @type {readonly OddRow[]} */
export const oddRows = [
  {
    nr: 1,
    flag: true,
    tiny: 127,
    whole: 2_147_483_647,
    big: 9_007_199_254_740_993n,
    single: 0.5,
    ratio: 0.1,
    price: 1250,
    name: 'She said "no, thanks"',
    note: '',
    code: '007',
    born: '1969-12-31',
    seen: -1n,
    clock: 0
  },
  {
    nr: 2,
    flag: false,
    tiny: -128,
    whole: -2_147_483_648,
    big: -9_223_372_036_854_775_807n,
    single: -1.25,
    ratio: -1e-300,
    price: -1,
    name: 'first line\nsecond, with comma; and semicolon',
    note: 'NA',
    code: '010',
    born: '1900-03-01',
    seen: -2_208_988_800_000_001n,
    clock: 86_399
  },
  {
    nr: 3,
    flag: null,
    tiny: null,
    whole: null,
    big: null,
    single: null,
    ratio: null,
    price: null,
    name: null,
    note: null,
    code: null,
    born: null,
    seen: null,
    clock: null
  },
  {
    nr: 4,
    flag: true,
    tiny: 0,
    whole: 0,
    big: 9_223_372_036_854_775_807n,
    single: 16_777_216,
    ratio: 1e15,
    price: 9_999_999_999,
    name: 'Ä é ß 漢字 👶🏽',
    note: ' spaces ',
    code: '000',
    born: '2024-02-29',
    seen: 1_709_210_096_123_457n,
    clock: 45_296
  }
];

/** @param {number} value */
const two = (value) => String(value).padStart(2, '0');

/** @param {number | null} hundredths @returns {string | null} */
export const priceText = (hundredths) => {
  if (hundredths === null) return null;
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** @param {bigint | null} microseconds @returns {string | null} as DuckDB writes it: no zeros at the end of a fraction */
export const seenText = (microseconds) => {
  if (microseconds === null) return null;
  const fraction = ((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const seconds = (microseconds - fraction) / 1_000_000n;
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return fraction === 0n ? whole : `${whole}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
};

/** @param {number | null} seconds @returns {string | null} */
export const clockText = (seconds) =>
  seconds === null
    ? null
    : [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');

/** The content in DuckDB's own words, whatever a reader took the columns for. */
export const oddQuery = `select nr::integer as nr, flag::boolean::varchar as flag, tiny::integer as tiny,
  whole::integer as whole, big::bigint::varchar as big, single::double as single, ratio::double as ratio,
  price::decimal(12,2)::varchar as price, name, note, code::varchar as code, born::date::varchar as born,
  seen::timestamp::varchar as seen, clock::varchar as clock
from odd order by 1`;

/** What the query must give. @returns {(string | number | null)[][]} */
export const oddAnswer = () =>
  oddRows.map((row) => [
    row.nr,
    row.flag === null ? null : String(row.flag),
    row.tiny,
    row.whole,
    row.big === null ? null : String(row.big),
    row.single,
    row.ratio,
    priceText(row.price),
    row.name,
    row.note,
    row.code,
    row.born,
    seenText(row.seen),
    clockText(row.clock)
  ]);

import type { Column } from '$workers/shared/table';
import { ui } from '$lib/messages/ui';

/** One value as it is shown. */
export interface ShownValue {
  text: string;
  /** `missing` and `empty` are set pale and spoken as words. */
  kind: 'value' | 'missing' | 'empty';
  /** Digits that would follow, set invisibly, so that the points of a column stand in one line. */
  pad?: string;
}

const missing: ShownValue = { text: '–', kind: 'missing' };
const longestShown = 1000;

/** Whether a value is there. One bit a row, little-endian, 1 = present. */
export function isPresent(column: Column, row: number): boolean {
  return column.validity === undefined || ((column.validity[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

/**
 * A value as the grid shows it. Rounded only where `decimals` says so; `exactText` has every digit.
 *
 * @param decimals figures after the point, for float64 and decimal columns
 * @param words how truth is said
 */
export function shownValue(
  column: Column,
  row: number,
  decimals: number | undefined,
  words: { yes: string; no: string }
): ShownValue {
  if (!isPresent(column, row)) return missing;
  switch (column.type) {
    case 'float64':
      return shownFloat(column.values[row] ?? NaN, decimals);
    case 'decimal':
      return padded(minused(exactText(column, row)), decimals);
    case 'bool':
      return { text: column.values[row] ? words.yes : words.no, kind: 'value' };
    case 'text': {
      const text = exactText(column, row);
      if (text === '') return { text: '', kind: 'empty' };
      const line = text.length > longestShown ? text.slice(0, longestShown) : text;
      return { text: line.replace(/\s+/g, ' '), kind: 'value' };
    }
    case 'int32':
    case 'int64':
      return { text: minused(exactText(column, row)), kind: 'value' };
    default:
      return { text: exactText(column, row), kind: 'value' };
  }
}

/** One value for a plain table: what stands there, whether it is pale, and on which side. */
export interface PlainCell {
  text: string;
  faint: boolean;
  align: 'start' | 'end';
}

/** A value with every digit for a plain table, where nothing is missing and nothing is cut without a sign. */
export function formatCell(column: Column, row: number): PlainCell {
  const { text, kind } = shownValue(column, row, 17, ui.table);
  const isNumber = ['float64', 'int32', 'int64', 'decimal'].includes(column.type);
  return { text: kind === 'empty' ? ui.table.empty : text, faint: kind !== 'value', align: isNumber ? 'end' : 'start' };
}

/** A value with every digit, as it is copied; the empty text where it is missing. */
export function exactText(column: Column, row: number): string {
  if (!isPresent(column, row)) return '';
  switch (column.type) {
    case 'float64':
      return floatText(column.values[row] ?? NaN);
    case 'int32':
    case 'int64':
      return String(column.values[row]);
    case 'bool':
      return column.values[row] ? 'true' : 'false';
    case 'text':
      return column.dictionary[column.values[row] ?? -1] ?? '';
    case 'date':
      return dateText(BigInt(column.values[row] ?? 0));
    case 'timestamp':
      return timestampText(column.values[row] ?? 0n);
    case 'decimal':
      return decimalText(column.values[row] ?? 0n, column.scale);
  }
}

function floatText(value: number): string {
  if (Object.is(value, -0)) return '0';
  return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

function shownFloat(value: number, decimals: number | undefined): ShownValue {
  if (Number.isNaN(value)) return { text: 'NaN', kind: 'value' };
  if (!Number.isFinite(value)) return { text: value > 0 ? '∞' : '−∞', kind: 'value' };
  const size = Math.abs(value);
  const places = decimals ?? 6;
  if (size !== 0 && (size >= 1e15 || size < 0.5 * 10 ** -places)) {
    return {
      text: minused(value.toPrecision(4).includes('e') ? shortExponential(value) : String(value)),
      kind: 'value'
    };
  }
  const exact = floatText(value);
  // Rounding only shortens: a value that has fewer figures than its column keeps them and is padded.
  const fraction = exact.includes('e') ? undefined : (exact.split('.')[1] ?? '');
  const text = fraction === undefined || fraction.length > places ? value.toFixed(places) : exact;
  return padded(minused(text), decimals);
}

function shortExponential(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(3).split('e');
  return `${mantissa.replace(/\.?0+$/, '')}e${exponent.replace('+', '')}`;
}

function padded(text: string, decimals: number | undefined): ShownValue {
  if (!decimals) return { text, kind: 'value' };
  const [, fraction] = text.split('.');
  if (fraction === undefined) return { text, kind: 'value', pad: `.${'0'.repeat(decimals)}` };
  const lacking = decimals - fraction.length;
  return lacking > 0 ? { text, kind: 'value', pad: '0'.repeat(lacking) } : { text, kind: 'value' };
}

function minused(text: string): string {
  return text.replace(/-/g, '−');
}

/** The value times 10^scale, written with its point: 150 at scale 2 is 1.50. */
function decimalText(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const dayMs = 86_400_000;
const dayMicros = 86_400_000_000n;

/** Days since 1970 as ISO; years before 1 and after 9999 with sign, as ISO asks. `Date` ends at ±271821. */
function dateText(days: bigint): string {
  if (days === 2147483647n) return 'infinity';
  if (days === -2147483647n) return '-infinity';
  const { year, month, day } = civil(days);
  const size = year < 0n ? -year : year;
  const text = size.toString().padStart(4, '0');
  const signedYear = year < 0n ? `-${text.padStart(6, '0')}` : year > 9999n ? `+${text.padStart(6, '0')}` : text;
  return `${signedYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, for any year.
 * @see Hinnant 2013, "chrono-compatible low-level date algorithms", civil_from_days
 */
function civil(days: bigint): { year: bigint; month: bigint; day: bigint } {
  const shifted = days + 719468n;
  const era = (shifted >= 0n ? shifted : shifted - 146096n) / 146097n;
  const dayOfEra = shifted - era * 146097n;
  const yearOfEra = (dayOfEra - dayOfEra / 1460n + dayOfEra / 36524n - dayOfEra / 146096n) / 365n;
  const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
  const shiftedMonth = (5n * dayOfYear + 2n) / 153n;
  const day = dayOfYear - (153n * shiftedMonth + 2n) / 5n + 1n;
  const month = shiftedMonth < 10n ? shiftedMonth + 3n : shiftedMonth - 9n;
  return { year: yearOfEra + era * 400n + (month <= 2n ? 1n : 0n), month, day };
}

/** Microseconds since 1970 as `2021-03-04 05:06:07.25`; no zone, since the value has none. */
function timestampText(micros: bigint): string {
  if (micros === 9223372036854775807n) return 'infinity';
  if (micros === -9223372036854775807n) return '-infinity';
  const days = micros >= 0n ? micros / dayMicros : -((dayMicros - 1n - micros) / dayMicros);
  const rest = Number(micros - days * dayMicros);
  const time = new Date(Math.floor(rest / 1000) % dayMs).toISOString().slice(11, 19);
  const fraction = String(rest % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${dateText(days)} ${time}${fraction && `.${fraction}`}`;
}

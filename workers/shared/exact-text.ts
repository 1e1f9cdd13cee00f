import type { Column } from './table';

/** Whether a value is there. One bit a row, little-endian, 1 = present. */
export function isPresent(column: Column, row: number): boolean {
  return column.validity === undefined || ((column.validity[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
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

export function floatText(value: number): string {
  if (Object.is(value, -0)) return '0';
  return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
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

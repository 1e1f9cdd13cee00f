/**
 * Numbers as people read them: grouped by commas, `.` as decimal mark, U+2212 as minus, U+00A0 before a unit.
 * The same on every machine, since charts and reports must not depend on a locale. Data in tables and copies do
 * not pass here: they keep every digit.
 */
const minus = '\u2212';
const space = '\u00a0';

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function signed(text: string): string {
  return text.startsWith('-') ? minus + text.slice(1) : text;
}

/** 1204 → `1,204`; exact, also beyond 2^53 for a bigint. A number that is not whole is rounded. */
export function formatCount(count: number | bigint): string {
  if (typeof count === 'number' && !Number.isFinite(count)) return formatNumber(count);
  const text = typeof count === 'bigint' ? count.toString() : BigInt(Math.round(count)).toString();
  return text.startsWith('-') ? minus + grouped(text.slice(1)) : grouped(text);
}

/**
 * A figure for an axis, a caption or a card: at most `digits` significant digits, whole numbers exact.
 * 0.0412 → `0.0412`, 1204.6 → `1,205`, 12345 → `12,345`, 1.2e-9 → `1.2e−9`. Never `k` or `M`.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-6) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
    return `${signed(trimmed(mantissa))}e${signed(exponent.replace('+', ''))}`;
  }
  if (Number.isInteger(value)) return formatCount(value);
  const rounded = Number(value.toPrecision(digits));
  if (Math.abs(rounded) >= 10 ** (digits - 1)) return formatCount(Math.round(value));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded))));
  const [whole, fraction] = trimmed(rounded.toFixed(decimals)).split('.') as [string, string | undefined];
  const head = whole.startsWith('-') ? minus + grouped(whole.slice(1)) : grouped(whole);
  return fraction === undefined ? head : `${head}.${fraction}`;
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A p value: `0.041`, `0.36`, `< 0.001`, `> 0.999`. */
export function formatP(p: number): string {
  if (p < 0.001) return `<${space}0.001`;
  if (p > 0.999) return `>${space}0.999`;
  return p < 0.1 ? p.toFixed(3) : p.toFixed(2);
}

/** A fraction as per cent: 0.113 → `11 %`, 0.004 → `0.4 %`; never `0 %` or `100 %` for what is neither. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return `<${space}0.1${space}%`;
  if (share < 1 && share > 0.999) return `>${space}99.9${space}%`;
  const percent = share * 100;
  const text =
    share > 0 && share < 1 && (percent < 10 || percent > 99) ? trimmed(percent.toFixed(1)) : percent.toFixed(0);
  return `${text}${space}%`;
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'];

/** 41200000 → `41.2 MB` (powers of 1,000). */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < byteUnits.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const text = unit === 0 || size >= 100 ? size.toFixed(0) : trimmed(size.toFixed(1));
  return `${text}${space}${byteUnits[unit]}`;
}

/** 0.31 → `0.3 s`, 12 → `12 s`, 72 → `1 min 12 s`, 7500 → `2 h 5 min`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 0.05) return `<${space}0.1${space}s`;
  if (seconds < 9.95) return `${trimmed(seconds.toFixed(1))}${space}s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${space}s`;
  if (whole < 3600) return joined(Math.floor(whole / 60), 'min', whole % 60, 's');
  return joined(Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min');
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const head = `${large}${space}${largeUnit}`;
  return small === 0 ? head : `${head} ${small}${space}${smallUnit}`;
}

/** What a text looks like, for proposing; DuckDB decides over the whole file. */
export type Shape =
  | 'empty'
  | 'missing'
  | 'whole'
  | 'point'
  | 'point-3'
  | 'comma'
  | 'comma-3'
  | 'grouped-comma'
  | 'grouped-point'
  | 'date'
  | 'day-first'
  | 'dotted'
  | 'short-year'
  | 'compact'
  | 'time'
  | 'word'
  | 'text';

/** Texts that mean "not recorded" where everything else is a number or a date. */
export const missingTokens: readonly string[] = [
  'NA',
  'N/A',
  'n/a',
  'na',
  '#N/A',
  'NaN',
  'nan',
  'NAN',
  'NULL',
  'Null',
  'null',
  'None',
  'none',
  'nil',
  '?',
  '-',
  '--',
  '.',
  '..',
  '*',
  'missing',
  'Missing',
  'MISSING',
  '\\N',
  '<NA>',
  'NaT',
  'k.A.',
  'k. A.'
];
const tokens = new Set(missingTokens);

const clock = '[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[AaPp][Mm])?( ?(Z|UTC|[+-]\\d{2}(:?\\d{2})?))?';
const iso = new RegExp(`^\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(${clock})?$`);
const dotted = new RegExp(`^\\d{1,2}\\.\\d{1,2}\\.\\d{4}(${clock})?$`);
const slashed = new RegExp(`^\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}(${clock})?$`);

const short = new RegExp(`^\\d{1,2}([./-])\\d{1,2}\\1\\d{2}(${clock})?$`);

export function shapeOf(text: string): Shape {
  const value = text.trim();
  if (value === '') return 'empty';
  if (tokens.has(value)) return 'missing';
  if (/^[+-]?\d+$/.test(value))
    return /^(1[89]|20|21)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(value) ? 'compact' : 'whole';
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(value)) return 'point-3';
  if (/^[+-]?(\d+\.\d*|\.\d+|\d+)([eE][+-]?\d+)?$/.test(value)) return 'point';
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(value)) return 'comma-3';
  if (/^[+-]?(\d+,\d*|,\d+)([eE][+-]?\d+)?$/.test(value)) return 'comma';
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$|^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(value)) return 'grouped-point';
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$|^[+-]?\d{1,3}(,\d{3}){2,}$/.test(value)) return 'grouped-comma';
  if (iso.test(value)) return 'date';
  if (dotted.test(value)) return 'dotted';
  if (slashed.test(value)) return 'day-first';
  if (short.test(value)) return 'short-year';
  if (/^\d{1,2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/.test(value)) return 'time';
  if (/^(true|false)$/i.test(value)) return 'word';
  return 'text';
}

export function isTyped(shape: Shape): boolean {
  return shape !== 'empty' && shape !== 'missing' && shape !== 'text';
}

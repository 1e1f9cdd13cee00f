import type { Column } from '$workers/shared/table';
import { ui } from '$lib/messages/ui';
import { exactText, isPresent, shownValue } from './format-value';
import type { SourceColumn } from './source';

export interface ColumnFormat {
  name: string;
  /** `#`, `123`, `1.2`, `abc` …: the type as it looks. */
  glyph: string;
  /** The type in a word, for those who hear it. */
  typeName: string;
  unit: string | undefined;
  /** What the header says on pointing: label and the engine's own type. */
  title: string;
  align: 'left' | 'right';
  /** Identifiers stand in the code face. */
  code: boolean;
  /** Figures after the point; the points of a column stand in one line. */
  decimals: number | undefined;
  /** Wished width in px, from the header and the first rows. */
  width: number;
}

const sampleRows = 200;
const mostDecimals = 6;
/** Mean advance of Source Sans 3 at 14 px, and of Source Code Pro at 13 px. */
const letterPx = 7.1;
const codeLetterPx = 7.9;
const paddingPx = 25;
const narrowest = 64;
const widest = 320;

/** How a column is shown, from its type and its first `rows` values. */
export function columnFormat(column: SourceColumn, values: Column | undefined, rows: number): ColumnFormat {
  const sampled = Math.min(rows, sampleRows);
  const type = shownType(column);
  const { glyph, name: typeName } = type;
  const code = glyph === '#';
  const decimals = values && decimalsOf(values, sampled);
  const format = {
    name: column.name,
    glyph,
    typeName,
    unit: column.unit || undefined,
    title: [column.label && column.label !== column.name ? column.label : '', column.sqlType ?? '']
      .filter(Boolean)
      .join(' · '),
    align: glyph === '123' || glyph === '1.2' ? ('right' as const) : ('left' as const),
    code,
    decimals
  };
  return { ...format, width: widthOf(format, values, sampled) };
}

/** An identifier by its name: `id`, `person_id`, `MRN`, `atc_code`. */
function isIdentifier(column: SourceColumn): boolean {
  const whole = column.type === 'int32' || column.type === 'int64' || column.type === 'text';
  return whole && /(^|_)(id|mrn|uuid|zip)$/i.test(column.name);
}

function shownType(column: SourceColumn): { glyph: string; name: string } {
  const types = ui.table.types;
  const sql = (column.sqlType ?? '').toUpperCase();
  if (isIdentifier(column) || sql === 'UUID') return { glyph: '#', name: types.id };
  if (column.type === 'text' && /\]$/.test(sql)) return { glyph: '[ ]', name: types.list };
  if (column.type === 'text' && /^(STRUCT|MAP|UNION)/.test(sql)) return { glyph: '{ }', name: types.object };
  if (column.type === 'text' && sql === 'INTERVAL') return { glyph: 'span', name: types.span };
  if (column.type === 'text' && /^U?(HUGEINT|BIGINT)$/.test(sql)) return { glyph: '123', name: types.int };
  if (column.type === 'text' && sql.startsWith('DECIMAL')) return { glyph: '1.2', name: types.number };
  switch (column.type) {
    case 'int32':
    case 'int64':
      return { glyph: '123', name: types.int };
    case 'float64':
    case 'decimal':
      return { glyph: '1.2', name: types.number };
    case 'bool':
      return { glyph: 'y/n', name: types.bool };
    case 'date':
      return { glyph: 'date', name: types.date };
    case 'timestamp':
      return { glyph: 'time', name: types.time };
    case 'text':
      return { glyph: 'abc', name: types.text };
  }
}

/**
 * Figures after the point. As many as the values have, up to six; where they have more (a mean, a ratio), so many that
 * the largest shows six significant ones.
 */
export function decimalsOf(column: Column, rows: number): number | undefined {
  if (column.type === 'decimal') return column.scale;
  if (column.type !== 'float64') return undefined;
  let most = 0;
  let largest = 0;
  for (let row = 0; row < rows; row += 1) {
    const value = column.values[row] ?? NaN;
    if (!isPresent(column, row) || !Number.isFinite(value)) continue;
    largest = Math.max(largest, Math.abs(value));
    const text = exactText(column, row);
    if (!text.includes('e')) most = Math.max(most, (text.split('.')[1] ?? '').length);
  }
  if (most <= mostDecimals) return most;
  return Math.min(mostDecimals, Math.max(0, 5 - Math.floor(Math.log10(largest || 1))));
}

function widthOf(format: Omit<ColumnFormat, 'width'>, column: Column | undefined, rows: number): number {
  let letters = 3;
  if (column) {
    for (let row = 0; row < rows; row += 1) {
      const { text, pad = '' } = shownValue(column, row, format.decimals, ui.table);
      letters = Math.max(letters, text.length + pad.length);
    }
  }
  const header = (format.name.length + format.glyph.length + (format.unit?.length ?? 0)) * letterPx + 26;
  const body = letters * (format.code ? codeLetterPx : letterPx);
  return Math.round(Math.min(widest, Math.max(narrowest, header + paddingPx, body + paddingPx)));
}

/**
 * Widths that fill the room there is; wider than the room only where the columns need it. What somebody has set
 * (`fixed`) stays.
 */
export function fittedWidths(
  columns: readonly { width: number; fixed?: boolean }[],
  room: number,
  widestFirst = Infinity
): number[] {
  const widths = columns.map(({ width }, index) => (index === 0 ? Math.min(width, widestFirst) : width));
  const spare = room - widths.reduce((sum, width) => sum + width, 0);
  const free = columns.filter(({ fixed }) => !fixed).length;
  if (spare <= 0 || free === 0) return widths;
  const share = Math.floor(spare / free);
  let left = free;
  return widths.map((width, index) => {
    if (columns[index]?.fixed) return width;
    left -= 1;
    return width + (left === 0 ? spare - share * (free - 1) : share);
  });
}

import { exactText, floatText, isPresent } from '$workers/shared/exact-text';
import type { Column } from '$workers/shared/table';
import { ui } from '$lib/messages/ui';

export { exactText, isPresent };

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

/** A value for a plain table, where nothing is cut without a sign. @param decimals as the grid's; else every digit */
export function formatCell(column: Column, row: number, decimals = 17): PlainCell {
  const { text, kind } = shownValue(column, row, decimals, ui.table);
  const isNumber = ['float64', 'int32', 'int64', 'decimal'].includes(column.type);
  return { text: kind === 'empty' ? ui.table.empty : text, faint: kind !== 'value', align: isNumber ? 'end' : 'start' };
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

import type { Plain } from '../../task';
import type { Part } from './reading';

type Written = Record<string, Plain>;

/** A range of numbers as limits of a column; undefined where it has no such form. */
export function numbersIn(range: Part): Written | undefined {
  const [op, value, extent] = [range.text('Op'), range.number('Value'), range.number('Extent')];
  if (value === undefined) return undefined;
  switch (op) {
    case 'lt':
      return { below: value };
    case 'lte':
      return { max: value };
    case 'eq':
      return { min: value, max: value };
    case 'gt':
      return { above: value };
    case 'gte':
      return { min: value };
    case '!eq':
      return { not_in: [value] };
    case 'bt':
      return extent === undefined ? undefined : { min: value, max: extent };
    default:
      return undefined;
  }
}

/** A range of whole numbers, such as an age, with both ends in it. */
export function wholeIn(range: Part): { min?: number; max?: number } | undefined {
  const found = numbersIn(range);
  if (!found || 'not_in' in found) return undefined;
  const { min, max, above, below } = found as Record<string, number | undefined>;
  const least = above === undefined ? min : Math.floor(above) + 1;
  const most = below === undefined ? max : Math.ceil(below) - 1;
  return { ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) };
}

/** A range of days, both in it. */
export function daysIn(range: Part): { from?: string; to?: string } | undefined {
  const op = range.text('Op');
  const [value, extent] = [dayOf(range.text('Value')), dayOf(range.text('Extent'))];
  if (value === undefined) return undefined;
  switch (op) {
    case 'lt':
      return { to: moved(value, -1) };
    case 'lte':
      return { to: value };
    case 'eq':
      return { from: value, to: value };
    case 'gt':
      return { from: moved(value, 1) };
    case 'gte':
      return { from: value };
    case 'bt':
      return extent === undefined ? undefined : { from: value, to: extent };
    default:
      return undefined;
  }
}

function dayOf(text: string | undefined): string | undefined {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text ?? '');
  if (!found) return undefined;
  const [, year = '', month = '', day = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function moved(day: string, by: number): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + by);
  return time.toISOString().slice(0, 10);
}

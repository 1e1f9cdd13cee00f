import type { Measure } from './measure';

/** @returns a written value as a place on an axis (times in UTC), undefined where the axis cannot hold it */
export function axisValue(written: unknown, measure: Measure): number | string | Date | undefined {
  if (measure === 'number') {
    const number = typeof written === 'bigint' ? Number(written) : written;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  }
  if (measure === 'category') return String(written);
  const text = String(written).trim();
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}Z`;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : new Date(time);
}

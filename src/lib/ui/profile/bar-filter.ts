import type { Bin, ColumnProfile } from '$workers/shared/profile';
import type { ColumnFilter } from '$workers/shared/table-view';

/** Longer values were cut, so they stand for nothing. */
const longestText = 200;
const microsecondsADay = 86_400_000_000;

/**
 * The filter that keeps the rows of a bar. The first and the last bin are open at their end: no rounding of an edge
 * may lose the least or the greatest value.
 *
 * @returns undefined for the others together, and where values are not shown
 */
export function barFilter(profile: ColumnProfile, index: number): ColumnFilter | undefined {
  const { shape, name: column } = profile;
  if (shape.of === 'values') {
    const text = shape.values[index]?.text;
    return text === undefined || text.length >= longestText ? undefined : { column, kind: 'values', values: [text] };
  }
  const bin = shape.of === 'bins' ? shape.bins[index] : undefined;
  if (!bin || shape.of !== 'bins') return undefined;
  if (shape.bins.length === 1) return { column, kind: 'present' };
  return {
    column,
    kind: 'range',
    ...(index > 0 && { from: edgeText(bin, 'from', profile) }),
    ...(index < shape.bins.length - 1 && { to: edgeText(bin, 'to', profile), below: true as const })
  };
}

/** An edge as a value of the column: between two whole numbers or days it is the upper one. */
function edgeText(bin: Bin, end: 'from' | 'to', { kind, sqlType }: ColumnProfile): string {
  const edge = bin[end];
  if (kind === 'whole') return String(BigInt(Math.ceil(edge)));
  if (kind !== 'time') return String(edge);
  if (sqlType === 'DATE') return isoOf(Math.ceil(edge / microsecondsADay) * microsecondsADay).slice(0, 10);
  return isoOf(edge)
    .replace('T', ' ')
    .replace(/\.?0*Z$/, '');
}

function isoOf(microseconds: number): string {
  return new Date(Math.ceil(microseconds / 1000)).toISOString();
}

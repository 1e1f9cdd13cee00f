import { quoted } from '../sql-name';
import type { Bin } from './bins';
import type { Channel } from './layout';
import { isFloating } from './measure';
import type { TimeUnit } from './spec';

/** A number of ours as SQL, exact and of the type DOUBLE. */
export function literal(value: number): string {
  return `(${Object.is(value, -0) ? 0 : value})::DOUBLE`;
}

/** Whether a value can be drawn: NaN and the infinities have no place on a scale. */
export function drawable({ column, measure }: Channel, { log = false } = {}): string {
  const name = quoted(column.name);
  const finite = isFloating(column) && measure === 'number' ? ` and isfinite(${name})` : '';
  return `(${name} is not null${finite}${log ? ` and ${name} > 0` : ''})`;
}

/** A value as it is drawn: a double, a timestamp, or text that is exact for any id. */
export function drawn({ column, measure }: Channel): string {
  const name = quoted(column.name);
  if (measure === 'number') return `${name}::DOUBLE`;
  return measure === 'time' ? `${name}::TIMESTAMP` : `${name}::VARCHAR`;
}

/** The bin of a value: its number from the origin, or the beginning of its unit. */
export function binned(channel: Channel, bin: Bin): string {
  if (bin.kind === 'time') return `date_trunc('${bin.unit}', ${drawn(channel)})::${calendarType(bin.unit)}`;
  // The crumb keeps 0.3 out of the bin that ends at 0.3.
  return `floor((${drawn(channel)} - ${literal(bin.origin)}) / ${literal(bin.width)} + 1e-9)`;
}

export function binEnd(channel: Channel, bin: Bin & { kind: 'time' }): string {
  const interval = { quarter: '3 months', decade: '10 years' }[bin.unit as string] ?? `1 ${bin.unit}`;
  return `(${binned(channel, bin)} + interval '${interval}')::${calendarType(bin.unit)}`;
}

/** Whole days are shown without a time of day. */
function calendarType(unit: TimeUnit): string {
  return unit === 'minute' || unit === 'hour' ? 'TIMESTAMP' : 'DATE';
}

import { ColumnTable } from './column-table';
import { isElement } from './describe';
import { LazyTable } from './lazy-table';

/** So many things are looked at; what is beyond them is not counted. */
const mostLooked = 20_000;

/** Memory that values hold, as far as it can be counted: arrays of numbers, columns, texts, and 8 bytes a slot. */
export function heldBytes(values: Iterable<unknown>): number {
  const seen = new Set<object>();
  const queue: unknown[] = [...values];
  let bytes = 0;
  for (let at = 0; at < queue.length && at < mostLooked; at++) {
    const value = queue[at];
    if (typeof value === 'string') bytes += 2 * value.length;
    // The nodes of a drawing are many, and lead to the whole document.
    if (typeof value !== 'object' || value === null || isElement(value)) continue;
    const buffer = ArrayBuffer.isView(value) ? value.buffer : value;
    if (seen.has(buffer)) continue;
    seen.add(buffer);
    if (buffer instanceof ArrayBuffer) bytes += buffer.byteLength;
    else if (value instanceof ColumnTable) queue.push(...value.exact.columns.map((column) => column.values));
    else if (value instanceof LazyTable) queue.push(...value.held());
    else bytes += others(value, queue);
  }
  return bytes;
}

function others(value: object, queue: unknown[]): number {
  const room = Math.max(0, mostLooked - queue.length);
  if (Array.isArray(value)) {
    // A long list of rows: those looked at stand for the others.
    const looked = value.slice(0, Math.min(room, 1_000));
    const one = looked.length < value.length ? heldBytes(looked) / Math.max(1, looked.length) : 0;
    if (one === 0) queue.push(...looked);
    return 8 * value.length + one * value.length;
  }
  const items =
    value instanceof Map ? [...value.keys(), ...value.values()] : value instanceof Set ? [...value] : ownData(value);
  queue.push(...items.slice(0, room));
  return 8 * items.length;
}

/** Without calling a getter. */
function ownData(value: object): unknown[] {
  return Object.values(Object.getOwnPropertyDescriptors(value)).map((one) => one.value as unknown);
}

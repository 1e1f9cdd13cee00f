import { TableBuilder, type CellInput, type ColumnDescription } from '../../../shared/column-builder';
import { exactText, isPresent } from '../../../shared/exact-text';
import { randomStream } from '../../../shared/random';
import type { Table } from '../../../shared/table';
import { readEventLog, type EventLog } from '../index';

/** Microseconds since 1970 of a time without a zone, such as `2024-01-01T08:00:00`. */
export function micros(time: string): bigint {
  return BigInt(Date.parse(`${time}Z`)) * 1000n;
}

/** An event: case, activity, time. */
export type Event = readonly [CellInput, CellInput, string | undefined];

/** A table of case, activity and time. */
export function eventTable(events: readonly Event[], caseType: 'text' | 'int64' | 'int32' = 'text'): Table {
  const builder = new TableBuilder([
    { name: 'case', type: caseType },
    { name: 'activity', type: 'text' },
    { name: 'time', type: 'timestamp' }
  ]);
  for (const [one, activity, time] of events) {
    builder.push(one, activity, time === undefined ? undefined : micros(time));
  }
  return builder.finish();
}

export function logOf(events: readonly Event[]): EventLog {
  return readEventLog(eventTable(events), { case: 'case', activity: 'activity', time: 'time' });
}

/** Cases of one letter an activity, an hour apart: `['ABC', 'AC']`. */
export function lettersLog(traces: readonly string[]): EventLog {
  return logOf(
    traces.flatMap((trace, one) =>
      [...trace].map((letter, hour): Event => [
        `case ${one}`,
        letter,
        new Date(hour * 3600e3).toISOString().slice(0, 19)
      ])
    )
  );
}

/** A table as rows of plain values; missing is `undefined`. */
export function rowsOf(table: Table, ...names: string[]): unknown[][] {
  const columns = names.map((name) => {
    const found = table.columns.find((column) => column.name === name);
    if (!found) throw new Error(`no column ${name}`);
    return found;
  });
  return Array.from({ length: table.rows }, (_, row) =>
    columns.map((column) => {
      if (!isPresent(column, row)) return undefined;
      return column.type === 'text' ? exactText(column, row) : column.values[row];
    })
  );
}

/** One column as plain values. */
export function valuesOf(table: Table, name: string): unknown[] {
  return rowsOf(table, name).map(([value]) => value);
}

/** Events of invented cases through a ward, with loops, ties and four hospitals. */
export function inventedEvents(events: number, seed = 1): Table {
  const columns: ColumnDescription[] = [
    { name: 'case', type: 'int64' },
    { name: 'activity', type: 'text' },
    { name: 'time', type: 'timestamp' },
    { name: 'hospital', type: 'text' }
  ];
  const builder = new TableBuilder(columns);
  const random = randomStream(seed, 'invented-events');
  for (let one = 0; builder.rows < events; one++) {
    const hospital = `H${random.integer(1, 5)}`;
    let time = random.integer(0, 3 * 365 * 86400);
    const length = Math.min(random.integer(4, 22), events - builder.rows);
    for (let step = 0; step < length; step++) {
      const activity = random.chance(0.7) ? `Step ${step}` : `Measure ${random.integer(0, 12)}`;
      builder.push(9007199254740993n + BigInt(one), activity, time * 1e6, hospital);
      if (!random.chance(0.15)) time += random.integer(60, 86400);
    }
  }
  return builder.finish();
}

/** The code of the failure that this throws; `undefined` where it throws none. */
export function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
}

import type { Column, Table } from '../../shared/table';
import { summariseGroups } from './durations';
import type { EventLog } from './event-log';
import { timeColumn } from './event-times';
import { writeStep } from './reference-path/write';
import { countColumn, numberColumn, secondsColumn, tableOf, textColumn, validityOf } from './result-columns';
import type { Selection } from './selection';
import type { Traces } from './variants';

/** The ids of these cases, in their own type. */
export function caseColumn({ cases }: EventLog, chosen: Int32Array): Column {
  const name = 'case_id';
  if (cases.type === 'int64') {
    const values = new BigInt64Array(chosen.length);
    chosen.forEach((one, place) => (values[place] = cases.values[one]!));
    return { name, type: 'int64', values };
  }
  const values = chosen.map((one) => cases.values[one]!);
  return cases.type === 'text' ? textColumn(name, values, cases.dictionary) : countColumn(name, values);
}

function hospitalColumn({ hospital, hospitals }: EventLog, chosen: Int32Array): Column[] {
  if (!hospital) return [];
  const codes = chosen.map((one) => hospital[one]!);
  const column = textColumn(
    'hospital',
    codes.map((code) => Math.max(code, 0)),
    hospitals.length ? hospitals : ['']
  );
  if (codes.includes(-1)) column.validity = validityOf(codes.length, (row) => codes[row]! >= 0);
  return [column];
}

/** Microseconds from the first to the last event, one a case. */
export function throughputOf({ starts, time }: Selection): Float64Array {
  return Float64Array.from(
    { length: starts.length - 1 },
    (_, one) => time[starts[one + 1]! - 1]! - time[starts[one]!]!
  );
}

/** Events, one a case. */
export function eventsOf({ starts }: Traces): Int32Array {
  return Int32Array.from({ length: starts.length - 1 }, (_, one) => starts[one + 1]! - starts[one]!);
}

/** One row a case: its id, hospital, first and last time, seconds between them, events, number of its variant. */
export function casesTable(selection: Selection, throughput: Float64Array): Table {
  const { log, cases, starts, time, variants } = selection;
  const at = (place: (one: number) => number) => Float64Array.from(cases, (_, one) => time[place(one)]!);
  return tableOf(cases.length, [
    caseColumn(log, cases),
    ...hospitalColumn(log, cases),
    timeColumn(
      'first_time',
      log.timeType,
      log.origin,
      at((one) => starts[one]!)
    ),
    timeColumn(
      'last_time',
      log.timeType,
      log.origin,
      at((one) => starts[one + 1]! - 1)
    ),
    secondsColumn(
      'throughput_seconds',
      throughput.map((micros) => micros / 1e6)
    ),
    countColumn('events', eventsOf(selection)),
    countColumn(
      'variant',
      variants.of.map((variant) => variant + 1)
    )
  ]);
}

/** The activities of each variant, in the order of the table of variants, as codes of the log. */
export function variantTraces({ starts, activity, variants }: Selection): Traces {
  const lengths = variants.example.map((one) => starts[one + 1]! - starts[one]!);
  const places = new Int32Array(lengths.length + 1);
  lengths.forEach((length, variant) => (places[variant + 1] = places[variant]! + length));
  const spelled = new Int32Array(places[lengths.length]!);
  variants.example.forEach((one, variant) => {
    spelled.set(activity.subarray(starts[one], starts[one + 1]), places[variant]);
  });
  return { starts: places, activity: spelled };
}

/** The traces as reference paths would be written. */
export function writeTraces(log: EventLog, { starts, activity }: Traces): string[] {
  const written = log.activities.map(writeStep);
  return Array.from({ length: starts.length - 1 }, (_, variant) =>
    Array.from(activity.subarray(starts[variant], starts[variant + 1]), (code) => written[code]!).join(' > ')
  );
}

/** One row a variant: number, path, events, cases, share of the cases, median throughput. */
export function variantsTable(selection: Selection, traces: Traces, throughput: Float64Array): Table {
  const { log, variants, cases } = selection;
  const rows = variants.cases.length;
  const number = numberColumn('variant', rows);
  return tableOf(rows, [
    number,
    textColumn(
      'path',
      number.values.map((one) => one - 1),
      writeTraces(log, traces)
    ),
    countColumn('events', eventsOf(traces)),
    countColumn('cases', variants.cases),
    { name: 'share', type: 'float64', values: Float64Array.from(variants.cases, (count) => count / cases.length) },
    secondsColumn('median_seconds', summariseGroups(variants.of, throughput, rows).median)
  ]);
}

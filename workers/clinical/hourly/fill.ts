import type { Column, Table } from '../../shared/table';
import { carryForward } from './carry';
import { expand, numbers } from './columns';
import { Gathered } from './gather';
import type { FilledBlock, GridBlock, GridPlan, Stays } from './plan';
import { placesOf } from './places';
import { readLong, readWide } from './rows';
import { settled } from './settle';

/**
 * Puts the rows of some stays onto their hours, in one pass, and carries values forward.
 *
 * A row of the grid is an hour `[admission + h, admission + h + 1)` and holds what was measured in it; `time` is its beginning.
 * Where stays of a person overlap, a row belongs to the one that began last and has not ended.
 *
 * @param block rows of other persons and of other times are left out
 */
export function fillGrid(plan: GridPlan, { stays, rows }: GridBlock): FilledBlock {
  const offsets = offsetsOf(stays);
  const cells = offsets[stays.hours.length] as number;
  const gathered = plan.variables.map(({ aggregate }) => new Gathered(cells, aggregate));
  const places = placesOf(rows, stays, offsets);
  const tallies =
    plan.layout === 'long' ? readLong(plan, rows, places, gathered) : readWide(plan, rows, places, gathered);

  const columns: Column[] = [
    { ...expand(stays.person, stays.hours, cells), name: 'person_id' },
    { ...expand(stays.id, stays.hours, cells), name: 'stay_id' },
    hourColumn(stays, cells),
    timeColumn(stays, cells)
  ];
  const ageColumns: Column[] = [];
  const counts = plan.variables.map(({ name, label, carryHours }, at) => {
    const one = gathered[at] as Gathered;
    one.finish();
    const ages = plan.ages ? new Float64Array(cells).fill(NaN) : undefined;
    const seen = carryForward(one, stays, carryHours, ages);
    if (ages)
      ageColumns.push({ ...numbers(ages), name: `${name}_age_h`, label: `${label}: hours since measured`, unit: 'h' });
    return { used: tallies.used[at] as number, impossible: tallies.impossible[at] as number, ...seen };
  });
  // Before the values are taken over as columns, which have no NaN.
  const made = settled(plan.variables, gathered);
  plan.variables.forEach(({ name, label, unit, aggregate }, at) => {
    const of = aggregate === 'count' ? {} : { unit };
    columns.push({ ...numbers((gathered[at] as Gathered).values), name, label, ...of });
  });
  const table: Table = { rows: cells, columns: [...columns, ...made, ...ageColumns] };
  return { table, counts };
}

/** Where each stay's hours begin, and behind the last. */
function offsetsOf({ hours }: Stays): Int32Array {
  const offsets = new Int32Array(hours.length + 1);
  for (let stay = 0; stay < hours.length; stay++)
    offsets[stay + 1] = (offsets[stay] as number) + (hours[stay] as number);
  return offsets;
}

function hourColumn({ hours }: Stays, cells: number): Column {
  const values = new Int32Array(cells);
  let cell = 0;
  for (const n of hours) for (let hour = 0; hour < n; hour++) values[cell++] = hour;
  return { name: 'hour', type: 'int32', values, unit: 'h', label: 'Hour of the stay' };
}

function timeColumn({ start, hours }: Stays, cells: number): Column {
  const values = new BigInt64Array(cells);
  let cell = 0;
  for (let stay = 0; stay < hours.length; stay++) {
    let time = BigInt(start[stay] as number);
    for (let hour = 0; hour < (hours[stay] as number); hour++, time += 3_600_000_000n) values[cell++] = time;
  }
  return { name: 'time', type: 'timestamp', values, label: 'Beginning of the hour' };
}

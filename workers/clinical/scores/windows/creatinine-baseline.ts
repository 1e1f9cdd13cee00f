import type { JobOptions } from '../../../shared/job';
import type { Column, Float64Column } from '../../../shared/table';
import { Pacer } from '../../shared/pacer';
import { Block, BLOCK_ROWS } from '../block';
import { creatinine as creatinineInput } from '../definitions/inputs';
import { openInput } from '../read-input';
import { HOUR, readTimes } from './persons-and-times';
import { rowsOf } from './read-inputs';
import { Stays, type StayColumns } from './stays';
import { orderRows } from './order';

export interface CreatinineCourse extends StayColumns {
  /** timestamp, date, or numbers with the unit s, min, h or d. */
  time: Column;
  /** In its declared unit, else in `unit`, else mg/dL. */
  creatinine: Column;
  unit?: string;
}

/** Inputs of the score `kdigo`, in mg/dL, a row for each row of the course. */
export interface CreatinineBaselines {
  creatinine_48h: Float64Column;
  baseline: Float64Column;
}

async function readValues({ creatinine, unit }: CreatinineCourse, pacer: Pacer): Promise<Float64Array> {
  const reader = openInput(creatinineInput, 0, creatinine, unit);
  const block = new Block({ inputs: [creatinineInput] });
  const values = new Float64Array(reader.rows);
  for (let start = 0; start < reader.rows; start += BLOCK_ROWS) {
    block.begin(Math.min(BLOCK_ROWS, reader.rows - start));
    reader.read(block, start);
    values.set(block.at(0).subarray(0, block.rows), start);
    await pacer.step(start + block.rows);
  }
  return values;
}

/**
 * Least value of the time before each row: rows of one person in the order of time, `least[row]` is written where there is one.
 * The queue holds values in rising order, so that each row is pushed and taken out once.
 */
function leastBefore(
  rows: Int32Array,
  { times, values }: { times: Float64Array; values: Float64Array },
  span: number,
  least: Float64Array
): void {
  const queue: number[] = [];
  let head = 0;
  let next = 0;
  for (const row of rows) {
    const now = times[row] as number;
    for (; (times[rows[next] as number] as number) < now; next++) {
      const earlier = rows[next] as number;
      const value = values[earlier] as number;
      // 0 is possible as a rounded value, and no baseline: every ratio to it is infinite.
      if (!(value > 0)) continue;
      while (queue.length > head && (values[queue.at(-1) as number] as number) >= value) queue.pop();
      queue.push(earlier);
    }
    while (head < queue.length && now - (times[queue[head] as number] as number) > span) head += 1;
    if (head < queue.length) least[row] = values[queue[head] as number] as number;
  }
}

function columnOf(name: string, label: string, values: Float64Array): Float64Column {
  const validity = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, row) => {
    if (value > 0) validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
  });
  return { name, label, type: 'float64', unit: 'mg/dL', values, validity };
}

/**
 * The least creatinine of the 48 hours and of the 7 days before each row, of the same person (and episode,
 * where they are told apart). Before means earlier: a value of
 * the same time is none; one of exactly 48 hours or 7 days ago still counts. Rows may come in any order.
 *
 * @throws `score-rows-differ`, `score-input-type`, `score-unit-unknown`, `windows-…`, `stopped`
 */
export async function creatinineBaselines(
  course: CreatinineCourse,
  job: JobOptions = {}
): Promise<CreatinineBaselines> {
  const { person, episode, time, creatinine } = course;
  const expected = rowsOf({ creatinine, person, episode, time });
  const stays = new Stays();
  const whose = stays.read(course);
  const { times } = readTimes(time);
  const pacer = new Pacer(job, { step: 'windows-read', unit: 'rows', total: expected });
  await pacer.begin();
  const values = await readValues(course, pacer);
  const { rows, starts } = orderRows(whose, times, stays.count);
  const recent = new Float64Array(expected);
  const week = new Float64Array(expected);
  for (let stay = 0; stay < stays.count; stay++) {
    const own = rows.subarray(starts[stay], starts[stay + 1]);
    leastBefore(own, { times, values }, 48 * HOUR, recent);
    leastBefore(own, { times, values }, 7 * 24 * HOUR, week);
  }
  return {
    creatinine_48h: columnOf('creatinine_48h', 'Least creatinine of the 48 h before', recent),
    baseline: columnOf('baseline', 'Least creatinine of the 7 d before', week)
  };
}

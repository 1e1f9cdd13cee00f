import type { JobOptions } from '../../../shared/job';
import type { Column } from '../../../shared/table';
import { Pacer } from '../../shared/pacer';
import { BLOCK_ROWS } from '../block';
import { score, type ScoreResult } from '../score';
import { failWindow } from './errors';
import { Events } from './events';
import { orderRows } from './order';
import { readTimes } from './persons-and-times';
import { rowsOf } from './read-inputs';
import { Stays, type StayColumns } from './stays';
import { windowRemarks, type AnyRemark } from './remarks';
import { readLong, type LongObservations } from './read-long';
import { readWide, type WideObservations } from './read-wide';
import { ReadTally, type VariableSummary } from './tally';
import { WindowedInputs, type WindowScore } from './windowed-inputs';

/** When to score whom. */
export interface WindowTimes extends StayColumns {
  /** timestamp, date, or numbers with the unit s, min, h or d, of the same kind as in the observations. */
  time: Column;
  age_months?: Column;
  suspected_infection?: Column;
}

export interface WindowOptions {
  /** Default phoenix. */
  score?: WindowScore;
  /** Their name of a variable → ours. */
  names?: Readonly<Record<string, string>>;
  /** Declared unit a variable, and of `age_months`. */
  units?: Readonly<Record<string, string>>;
}

export interface WindowResult extends Omit<ScoreResult, 'remarks'> {
  /** To be shown beside the result. */
  remarks: readonly AnyRemark[];
  /** What of the observations was used. */
  observations: readonly VariableSummary[];
}

/** Stay and time of both tables, numbered alike. */
function readKeys(observations: LongObservations | WideObservations, when: WindowTimes) {
  const stays = new Stays();
  const seen = { persons: stays.read(observations), ...readTimes(observations.time) };
  const asked = { persons: stays.read(when), ...readTimes(when.time) };
  if (seen.kind !== asked.kind) throw failWindow('windows-time-mixed');
  return { seen, asked, count: stays.count };
}

type Keys = ReturnType<typeof readKeys>;

/** Walks through each person's observations and times together. @returns observations without a person or time */
async function sweep(
  events: Events,
  { seen, asked, count }: Keys,
  inputs: WindowedInputs,
  pacer: Pacer
): Promise<number> {
  const { rows, variables, values } = events;
  const eventTimes = Float64Array.from(rows, (row) => seen.times[row] as number);
  const eventPersons = Int32Array.from(rows, (row) => seen.persons[row] as number);
  const known = orderRows(eventPersons, eventTimes, count);
  const wanted = orderRows(asked.persons, asked.times, count);
  const { course } = inputs;
  for (let person = 0; person < count; person++) {
    course.begin();
    let next = known.starts[person] as number;
    const end = known.starts[person + 1] as number;
    for (let place = wanted.starts[person] as number; place < (wanted.starts[person + 1] as number); place++) {
      const row = wanted.rows[place] as number;
      const now = asked.times[row] as number;
      for (; next < end; next++) {
        const event = known.rows[next] as number;
        const time = eventTimes[event] as number;
        if (time > now) break;
        course.observe(variables[event] as number, time, values[event] as number);
      }
      inputs.look(row, now);
      if (place % BLOCK_ROWS === 0) await pacer.step(person);
    }
    await pacer.step(person + 1);
  }
  return events.count - known.rows.length;
}

function unknownKeys({ persons, times }: Keys['asked']): number {
  let unknown = 0;
  for (let row = 0; row < times.length; row++)
    unknown += Number((persons[row] as number) < 0 || Number.isNaN(times[row] as number));
  return unknown;
}

/**
 * Phoenix at given times from time-stamped observations, each value carried forward for its look-back of 6, 12 or 24 hours.
 *
 * Rows may come in any order; of equal times the later row counts. The age of a value counts in whole minutes: one of
 * exactly its look-back ago still holds, and so does one of 30 seconds more.
 *
 * @returns one row a row of `when`: the score, and the ratios, support, agents and mean pressure it was made from
 * @throws `score-…`, `windows-…`, `stopped`
 * @see implementation notes of phoenix 1.1.3, the authors' package
 */
export async function phoenixWindows(
  observations: LongObservations | WideObservations,
  when: WindowTimes,
  options: WindowOptions = {},
  job: JobOptions = {}
): Promise<WindowResult> {
  const { score: name = 'phoenix', names = {}, units = {} } = options;
  const rows = rowsOf({ ...when });
  const isWide = 'variables' in observations;
  const { person, episode, time } = observations;
  const observed = rowsOf(isWide ? { person, episode, time, ...observations.variables } : { ...observations });
  const keys = readKeys(observations, when);
  const [events, tally] = [new Events(), new ReadTally()];
  const reading = new Pacer(job, { step: 'windows-read', unit: 'rows', total: observed });
  await reading.begin();
  const into = { events, tally, pacer: reading };
  if (isWide) await readWide(observations, { names, units }, into);
  else await readLong(observations, { names, units }, into);
  const windowed = new WindowedInputs(name, rows);
  const walking = new Pacer(job, { step: 'windows-walk', unit: 'persons', total: keys.count });
  await walking.begin();
  const lost = await sweep(events, keys, windowed, walking);
  const { made, inputs } = windowed.finish();
  const { age_months, suspected_infection } = when;
  const result = await score(
    name,
    { ...inputs, ...(age_months && { age_months }), ...(suspected_infection && { suspected_infection }) },
    { rows, ...(units['age_months'] !== undefined && { units: { age_months: units['age_months'] } }) },
    job
  );
  return {
    ...result,
    table: { rows, columns: [...result.table.columns, ...made] },
    remarks: [
      ...result.remarks,
      ...tally.remarks(),
      ...windowRemarks({
        'windows-lost': lost,
        'windows-unknown': unknownKeys(keys.asked),
        'windows-other': tally.otherVariables,
        'windows-pressure': windowed.course.setAside
      })
    ],
    observations: tally.summary()
  };
}

import type { JobOptions } from '../../../shared/job';
import type { BoolColumn, Column } from '../../../shared/table';
import { Pacer } from '../../shared/pacer';
import { INFECTION_INPUTS } from './infection-inputs';
import { orderRows } from './order';
import { readTimes } from './persons-and-times';
import { readInputs, rowsOf } from './read-inputs';
import { Stays, type StayColumns } from './stays';

/** What was ordered and given in each row of a course. */
export interface InfectionCourse extends StayColumns {
  /** timestamp, date, or numbers with the unit s, min, h or d. */
  time: Column;
  /** Tests for an infection that were ordered: yes or no, or how many. Their results do not matter. */
  infection_test: Column;
  /** Doses of systemic antimicrobials that were given. */
  antimicrobial_doses: Column;
}

const FEWEST_DOSES = 2;

/**
 * Whether an infection is suspected by each time: a test for it was ordered and at least two doses of a systemic antimicrobial
 * were given up to then. Nothing of later rows is looked at; what is not recorded was not done.
 *
 * @returns a row a row; missing where the stay or the time is missing
 * @throws `score-rows-differ`, `score-input-type`, `windows-…`, `stopped`
 * @see Schlapbach et al., JAMA 2024: suspected infection. When the two must have happened is not said there: by then is ours.
 */
export async function infectionByThen(course: InfectionCourse, job: JobOptions = {}): Promise<BoolColumn> {
  const { person, episode, time, infection_test, antimicrobial_doses } = course;
  const expected = rowsOf({ person, episode, time, infection_test, antimicrobial_doses });
  const stays = new Stays();
  const whose = stays.read(course);
  const { times } = readTimes(time);
  const pacer = new Pacer(job, { step: 'windows-read', unit: 'rows', total: expected });
  await pacer.begin();
  const given = { infection_test, antimicrobial_doses };
  const [tests, doses] = (await readInputs(INFECTION_INPUTS, given, expected, pacer)).values as [
    Float64Array,
    Float64Array
  ];
  const { rows, starts } = orderRows(whose, times, stays.count);
  const values = new Uint8Array(expected);
  const validity = new Uint8Array((expected + 7) >> 3);
  for (let stay = 0; stay < stays.count; stay++) {
    let ordered = 0;
    let taken = 0;
    const end = starts[stay + 1] as number;
    for (let from = starts[stay] as number, to = from; from < end; from = to) {
      const now = times[rows[from] as number];
      // What happened at the same time counts for each of its rows.
      for (; to < end && times[rows[to] as number] === now; to++) {
        ordered += tests[rows[to] as number] || 0;
        taken += doses[rows[to] as number] || 0;
      }
      const isSuspected = Number(ordered > 0 && taken >= FEWEST_DOSES);
      for (let place = from; place < to; place++) {
        const row = rows[place] as number;
        values[row] = isSuspected;
        validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
      }
    }
  }
  return { name: 'suspected_infection', label: 'Suspected infection', type: 'bool', values, validity };
}

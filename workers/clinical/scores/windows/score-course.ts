import type { JobOptions } from '../../../shared/job';
import type { Column, Table } from '../../../shared/table';
import { score, type InputSummary, type ScoreInputs } from '../score';
import { hasLookBack, LOOK_BACK_SCORES, ONSET_SCORES } from './course-inputs';
import { creatinineBaselines } from './creatinine-baseline';
import { failWindow } from './errors';
import { infectionByThen } from './infection';
import { sepsisOnset, type OnsetOptions, type Onsets } from './onset';
import type { LongObservations } from './read-long';
import { rowsOf } from './read-inputs';
import type { AnyRemark } from './remarks';
import type { StayColumns } from './stays';
import type { VariableSummary } from './tally';
import type { WindowScore } from './windowed-inputs';
import { phoenixWindows } from './windows';

/** Rows of persons at times, and what to make of them. */
export interface ScoreCourse extends StayColumns {
  /** timestamp, date, or numbers with the unit s, min, h or d. */
  time: Column;
  /** A column an input of `courseInputs`, each a row a row; with `observations` only those of the row itself. */
  inputs: ScoreInputs;
  /** Values are carried forward for their look-backs; for kdigo the baselines are made of the time before. */
  lookBack: boolean;
  /** Observations of another table, one a row. Only with look-back, only for Phoenix. */
  observations?: LongObservations;
  /** Also say when sepsis begins; only for Phoenix. */
  onset?: OnsetOptions;
}

export interface ScoredCourse {
  score: string;
  /** One row a row: as `score`; with look-back also what was carried forward or made, then the label of the onset. */
  table: Table;
  summary: readonly InputSummary[];
  remarks: readonly AnyRemark[];
  /** With look-back: of each variable of Phoenix how many values were used and how many were impossible. */
  observations?: readonly VariableSummary[];
  /** Its label, where asked, is among the columns of the table, under this name. */
  onset?: Omit<Onsets, 'label'> & { labelled?: string };
}

type Scored = Omit<ScoredCourse, 'onset'>;

/** Baselines that a user gives go before those of the course. */
async function scoreKdigo({ person, episode, time, inputs }: ScoreCourse, job: JobOptions): Promise<Scored> {
  const { creatinine } = inputs;
  if (!creatinine) return score('kdigo', inputs, { rows: person.values.length }, job);
  const made = await creatinineBaselines({ person, episode, time, creatinine }, job);
  const own = Object.entries(made).filter(([name]) => !inputs[name]);
  const scored = await score('kdigo', { ...Object.fromEntries(own), ...inputs }, {}, job);
  const { rows, columns } = scored.table;
  return { ...scored, table: { rows, columns: [...columns, ...own.map(([, column]) => column)] } };
}

async function scorePhoenix(name: WindowScore, course: ScoreCourse, job: JobOptions): Promise<Scored> {
  const { person, episode, time, inputs } = course;
  const { age_months, suspected_infection, ...variables } = inputs;
  const keys = { person, time, ...(episode && { episode }) };
  const given = Object.entries(variables).filter((one): one is [string, Column] => one[1] !== undefined);
  const when = { ...keys, ...(age_months && { age_months }), ...(suspected_infection && { suspected_infection }) };
  const observed = course.observations ?? { ...keys, variables: Object.fromEntries(given) };
  return phoenixWindows(observed, when, { score: name }, job);
}

/** The infection as it is recorded, else as it follows from tests and doses. */
async function withInfection(name: string, course: ScoreCourse, job: JobOptions): Promise<ScoreCourse> {
  const { infection_test, antimicrobial_doses, ...inputs } = course.inputs;
  if (inputs.suspected_infection || !infection_test || !antimicrobial_doses || name === 'kdigo') {
    return { ...course, inputs };
  }
  const { person, episode, time } = course;
  const suspected_infection = await infectionByThen(
    { person, episode, time, infection_test, antimicrobial_doses },
    job
  );
  return { ...course, inputs: { ...inputs, suspected_infection } };
}

/**
 * Scores time-stamped rows: with the published look-backs or as each row stands, and says when sepsis begins.
 *
 * @throws `windows-score` for a score without a look-back; `score-…`, `windows-…`, `stopped`
 */
export async function scoreCourse(name: string, given: ScoreCourse, job: JobOptions = {}): Promise<ScoredCourse> {
  if (given.lookBack && !hasLookBack(name)) {
    throw failWindow('windows-score', { score: name, known: LOOK_BACK_SCORES.join(', ') });
  }
  if (given.onset && !(ONSET_SCORES as readonly string[]).includes(name)) {
    throw failWindow('windows-onset-score', { score: name, known: ONSET_SCORES.join(', ') });
  }
  rowsOf({ person: given.person, episode: given.episode, time: given.time, ...given.inputs });
  const course = await withInfection(name, given, job);
  const { person, episode, time, inputs } = course;
  const rows = person.values.length;
  const scored: Scored = !course.lookBack
    ? await score(name, inputs, { rows }, job)
    : name === 'kdigo'
      ? await scoreKdigo(course, job)
      : await scorePhoenix(name as WindowScore, course, job);
  if (!course.onset) return scored;
  const column = (wanted: string) => scored.table.columns.find((one) => one.name === wanted) as Column;
  const { suspected_infection } = inputs;
  const found = { person, episode, time, total: column('total'), cardiovascular: column('cardiovascular') };
  const { label, ...onset } = await sepsisOnset({ ...found, suspected_infection }, course.onset, job);
  if (!label) return { ...scored, onset };
  const table = { rows, columns: [...scored.table.columns, label] };
  return { ...scored, table, onset: { ...onset, labelled: label.name } };
}

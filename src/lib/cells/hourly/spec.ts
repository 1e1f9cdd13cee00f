import { HOURLY_VARIABLES, SOURCE_ROLES, type Aggregate } from '$workers/clinical/contract';
import type { Place } from '$workers/shared/errors';
import { nearNames } from '$workers/shared/near-names';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf } from '../task';
import { failHourly as fail } from './failures';
import { hourlyFields } from './fields';

export interface HourlySpec {
  /** The cell's name: that of its table. */
  name: string;
  from: string;
  /** Absent: one stay a person, as long as its rows. */
  stays: string | undefined;
  /** A table that says which codes mean which variables. */
  map: string | undefined;
  /** None: all that are found. */
  variables: readonly string[];
  aggregate: ReadonlyMap<string, Aggregate>;
  carriesForward: boolean;
  /** Hours by variable, where they are not the usual ones. */
  carry: ReadonlyMap<string, number>;
  ages: boolean;
  unitless: 'skip' | 'take';
  /** Columns by what they are for, or by variable. */
  columns: ReadonlyMap<string, string>;
  stayColumns: Readonly<Partial<Record<'person' | 'id' | 'start' | 'end', string>>>;
  placeOf(...path: string[]): Place;
}

const names = HOURLY_VARIABLES.map(({ name }) => name);

/** @throws `task-…`, `hourly-…` with line and column in the text */
export function parseHourly(text: string, { id }: Pick<Cell, 'id'>): HourlySpec {
  const reading = readTask(text, hourlyFields);
  const written = specOf(reading);
  if (id === undefined) throw fail('hourly-needs-name');
  const placeOf = (...path: string[]) => reading.placeOf(path);
  const { map, variables = [], aggregate = new Map(), carry = new Map(), columns = new Map() } = written;
  // With a map of one's own the names are known only when it is read.
  const known = (name: string, place: Place, all: readonly string[] = names) => {
    if (map === undefined) checkName(name, all, place);
  };
  for (const [at, name] of variables.entries()) known(name, placeOf('variables', String(at)));
  for (const name of aggregate.keys()) known(name, placeOf('aggregate', name));
  for (const name of carry.keys()) known(name, placeOf('carry', name));
  for (const name of columns.keys()) known(name, placeOf('columns', name), [...SOURCE_ROLES, ...names]);
  return {
    name: id,
    from: written.from,
    stays: written.stays,
    map,
    variables,
    aggregate,
    carriesForward: written.carry_forward,
    carry,
    ages: written.ages,
    unitless: written.unitless,
    columns,
    stayColumns: Object.fromEntries(Object.entries(written.stay_columns).filter(([, column]) => column !== undefined)),
    placeOf
  };
}

function checkName(name: string, known: readonly string[], place: Place): void {
  if (known.includes(name)) return;
  const near = nearNames(name, known).join(', ');
  throw fail('hourly-no-variable', { variable: name, near, known: known.join(', ') }, { place });
}

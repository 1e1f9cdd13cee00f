import type { Column } from '../../shared/table';
import { numbers } from './columns';
import type { Gathered } from './gather';
import type { GridVariable } from './plan';

/** Above it the dissociation curve is flat and SpO2 says nothing about PaO2 (clinical reference §2). */
const MOST_SATURATION = 97;
/** µs. PELOD-2 takes the last FiO2 within 60 minutes before the PaO2 (clinical reference §4). */
const SOON = 60 * 60_000_000;

/** What is made of several values of an hour. */
export const MADE_COLUMNS = {
  pf_ratio: { label: 'PaO2/FiO2', unit: 'mmHg', of: ['pao2', 'fio2'] },
  pf_ratio_1h: { label: 'PaO2/FiO2, of an FiO2 at most 60 minutes before', unit: 'mmHg', of: ['pao2', 'fio2'] },
  sf_ratio: { label: 'SpO2/FiO2', unit: 'ratio', of: ['spo2', 'fio2'] },
  map_settled: { label: 'Mean arterial pressure, or of its pair', unit: 'mmHg', of: ['map', 'sbp', 'dbp'] }
} as const;
type Made = keyof typeof MADE_COLUMNS;

/** Those for which all variables are there; a variable of that name that was measured goes before what is made. */
export function madeOf(variables: readonly Pick<GridVariable, 'name' | 'aggregate'>[]): Made[] {
  const has = (name: string) => variables.some((one) => one.name === name && one.aggregate !== 'count');
  return (Object.keys(MADE_COLUMNS) as Made[]).filter(
    (name) => MADE_COLUMNS[name].of.every(has) && !variables.some((one) => one.name === name)
  );
}

/**
 * The columns that need the times of their sources, which a reader of the grid does not have: ratios and mean pressure.
 *
 * @param gathered after carrying forward: values, and when each was measured
 */
export function settled(variables: readonly GridVariable[], gathered: readonly Gathered[]): Column[] {
  const of = (name: string) => gathered[variables.findIndex((one) => one.name === name)] as Gathered;
  return madeOf(variables).map((name) => {
    const { label, unit, of: sources } = MADE_COLUMNS[name];
    const [first, second] = [of(sources[0]), of(sources[1])];
    const values =
      name === 'map_settled'
        ? meanPressure(first, second, of('dbp'))
        : ratio(first, second, {
            most: name === 'sf_ratio' ? MOST_SATURATION : Infinity,
            within: name === 'pf_ratio_1h' ? SOON : Infinity
          });
    return { ...numbers(values), name, label, unit };
  });
}

/**
 * Only where FiO2 was not recorded after the measurement: there is no falling back to an older pair.
 * @param limits `most` of the oxygen; `within`: µs from FiO2 to the oxygen at most
 */
function ratio(oxygen: Gathered, inspired: Gathered, limits: { most: number; within: number }): Float64Array {
  const { most, within } = limits;
  const made = new Float64Array(oxygen.values.length).fill(NaN);
  for (let cell = 0; cell < made.length; cell++) {
    const value = oxygen.values[cell] as number;
    const before = (oxygen.newest[cell] as number) - (inspired.newest[cell] as number);
    if (before >= 0 && before <= within && value <= most) made[cell] = value / (inspired.values[cell] as number);
  }
  return made;
}

/** The mean, also where a pair is newer; the pair's where there is none, or where one measured with it says it cannot be. */
function meanPressure(mean: Gathered, systolic: Gathered, diastolic: Gathered): Float64Array {
  // The least mean and the last pair do not judge one another.
  const judges = mean.aggregate === systolic.aggregate && mean.aggregate === diastolic.aggregate;
  const made = new Float64Array(mean.values.length).fill(NaN);
  for (let cell = 0; cell < made.length; cell++) {
    const [value, high, low] = [mean.values[cell], systolic.values[cell], diastolic.values[cell]] as [
      number,
      number,
      number
    ];
    const isPair = high - low >= 1;
    const time = mean.newest[cell];
    const isTogether = judges && time === systolic.newest[cell] && time === diastolic.newest[cell];
    const isOutside = isPair && isTogether && (value < low || value > high);
    if (value === value && !isOutside) made[cell] = value;
    else if (isPair) made[cell] = (high + 2 * low) / 3;
  }
  return made;
}

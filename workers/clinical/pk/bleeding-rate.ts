import type { Float64Column, Table } from '../../shared/table';
import { idColumn, idsOf, inUnit, neededColumn, numbersOf, refuseMissing } from './column-reader';
import { fail } from './errors';
import { poissonLimits, type Limits } from './poisson-limits';

const known = 'person_id, bleeds, years';
/** Half a minute, and more than all who ever lived with it: a rate over less, or a sum of more, is no number. */
const [LEAST_YEARS, MOST_YEARS] = [1e-6, 1e9];
const yearUnits = { years: 1, year: 1, a: 1, months: 1 / 12, d: 1 / 365.25, days: 1 / 365.25 } as const;

export interface GroupRate extends Limits {
  /** Bleeds a year. */
  rate: number;
  /** What the limits rest on: `exact Poisson` here. */
  method: string;
}

/**
 * How the rate of a group is estimated: from bleeds and years of each person. A negative binomial model (log of the years as
 * offset) of the statistics engine fits in here; this engine does not have one.
 */
export type GroupRateMethod = (bleeds: Float64Array, years: Float64Array, level: number) => GroupRate;

export interface BleedingRates {
  /** A row a person: person_id, bleeds, years, rate, lower, upper (bleeds a year). */
  persons: Table;
  group: GroupRate & {
    persons: number;
    bleeds: number;
    years: number;
    /**
     * Pearson's χ² over its degrees of freedom: about 1 where persons differ by chance only; well above, the Poisson limits of
     * the group are too narrow. `undefined` for one person, or without a bleed.
     */
    dispersion: number | undefined;
  };
}

/** All bleeds over all years, exact limits: takes every person to have the same rate. */
export const pooledPoisson: GroupRateMethod = (bleeds, years, level) => {
  const count = sum(bleeds);
  const time = sum(years);
  const { lower, upper } = poissonLimits(count, level);
  return { rate: count / time, lower: lower / time, upper: upper / time, method: 'exact Poisson' };
};

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/**
 * Annualised bleeding rates with exact Poisson limits, by person and for the group.
 *
 * @param table one row a person: `person_id` (whole numbers), `bleeds`, `years` (at risk; other units are declared)
 * @param options `level` coverage, default 0.95; `group` default {@link pooledPoisson}
 * @throws `bleeds-none`, `bleeds-impossible`, `bleeds-years-impossible`, `bleeds-person-repeated`, `pk-column-…`,
 * `pk-value-missing`, naming the row
 */
export function bleedingRates(table: Table, options: { level?: number; group?: GroupRateMethod } = {}): BleedingRates {
  const { level = 0.95, group = pooledPoisson } = options;
  const needed = (column: string) => {
    const found = neededColumn(table, { table: 'bleeds', column }, known);
    refuseMissing(found, { table: 'bleeds', column });
    return found;
  };
  const place = (column: string) => ({ table: 'bleeds', column });
  const ids = idsOf(needed('person_id'), place('person_id'));
  const bleeds = numbersOf(needed('bleeds'), place('bleeds'));
  const yearsColumn = needed('years');
  const years = inUnit(numbersOf(yearsColumn, place('years')), yearsColumn.unit, yearUnits, place('years'));
  check(ids, bleeds, years);

  const limits = Array.from(bleeds, (count) => poissonLimits(count, level));
  const column = (name: string, unit: string, values: Float64Array): Float64Column => ({
    name,
    type: 'float64',
    values,
    unit
  });
  const overTime = (of: (row: number) => number) => years.map((time, row) => of(row) / time);
  const pooled = group(bleeds, years, level);
  return {
    persons: {
      rows: ids.length,
      columns: [
        idColumn('person_id', ids),
        { name: 'bleeds', type: 'float64', values: bleeds },
        column('years', 'years', years),
        column(
          'rate',
          '1/year',
          overTime((row) => bleeds[row]!)
        ),
        column(
          'lower',
          '1/year',
          overTime((row) => limits[row]!.lower)
        ),
        column(
          'upper',
          '1/year',
          overTime((row) => limits[row]!.upper)
        )
      ]
    },
    group: {
      ...pooled,
      persons: ids.length,
      bleeds: sum(bleeds),
      years: sum(years),
      dispersion: dispersion(bleeds, years)
    }
  };
}

function check(ids: BigInt64Array, bleeds: Float64Array, years: Float64Array): void {
  if (ids.length === 0) throw fail('bleeds-none');
  const seen = new Set<bigint>();
  for (let row = 0; row < ids.length; row++) {
    if (!Number.isSafeInteger(bleeds[row]) || bleeds[row]! < 0) throw fail('bleeds-impossible', { row: row + 1 });
    if (!(years[row]! >= LEAST_YEARS && years[row]! <= MOST_YEARS))
      throw fail('bleeds-years-impossible', { row: row + 1 });
    if (seen.has(ids[row]!)) throw fail('bleeds-person-repeated', { row: row + 1 });
    seen.add(ids[row]!);
  }
}

function dispersion(bleeds: Float64Array, years: Float64Array): number | undefined {
  const rate = sum(bleeds) / sum(years);
  if (bleeds.length < 2 || rate === 0) return undefined;
  let chiSquare = 0;
  for (let row = 0; row < bleeds.length; row++) {
    const expected = rate * years[row]!;
    const off = bleeds[row]! - expected;
    chiSquare += (off * off) / expected;
  }
  return chiSquare / (bleeds.length - 1);
}

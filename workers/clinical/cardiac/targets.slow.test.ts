import { beforeAll, describe, expect, test } from 'vitest';
import { log } from '../../shared/elementary';
import type { Table } from '../../shared/table';
import { mean, median, numbers } from '../shared/testing/read-columns';
import '../shared/testing/within';
import { simulateCardiac } from './index';
import { drawOperation, type Operation } from './operation';

// Targets and bands: the specification of PHEMS-sim, use case B. Slow: 40,000 operations × 3 seeds.

const OPERATIONS = 40_000;
/** By hospital, over the seeds. */
const sums = new Map<number, { observed: number; shipped: number }>();

describe.each([1, 2, 3])('40,000 operations with seed %i', (seed) => {
  let column: (name: string) => Float64Array;
  let deaths: Float64Array;
  let truth: Operation[];
  beforeAll(async () => {
    const { tables } = await simulateCardiac({ useCase: 'cardiac-surgery', persons: OPERATIONS, seed });
    column = (name) => numbers(tables.operations as Table, name);
    deaths = column('death_day').map((day) => Number(day <= 30));
    truth = Array.from({ length: OPERATIONS }, (_, index) => drawOperation(seed, index));
  });
  /** Deaths within 30 days, and as many as the shipped risks let expect. */
  const counted = (hospital: number) => {
    const here = column('hospital').map((number) => Number(number === hospital));
    const sum = (values: Float64Array) => values.reduce((total, value, row) => total + value * (here[row] ?? 0), 0);
    return { observed: sum(deaths), shipped: sum(column('expected_risk')) };
  };
  const of = (name: string) => truth.filter(({ procedure }) => procedure.name === name);
  const planted = (operations: readonly Operation[]) => mean(operations.map(({ hospitalRisk }) => hospitalRisk));

  test('death within 30 days is as frequent as specified, without and with ECMO', () => {
    expect(planted(truth)).toBeWithin(0.02, 0.026);
    expect(mean(deaths)).toBeWithin(0.016, 0.036);
  });

  test.each([
    // hospital, mortality and SMR without complications, O/E with ECMO's deaths
    [1, 0.021, 0.94, 1.27],
    [2, 0.017, 0.75, 1.09],
    [3, 0.02, 0.88, 1.28],
    [4, 0.041, 1.78, 2.23]
  ])('hospital %i: mortality %d, standardised %d, with ECMO %d', (hospital, mortality, ratio, withEcmo) => {
    const here = truth.filter((operation) => operation.hospital.number === hospital);
    const expected = mean(here.map(({ expectedRisk }) => expectedRisk));
    expect(planted(here)).toBeWithin(mortality - 0.004, mortality + 0.004);
    expect(planted(here) / expected).toBeWithin(ratio - 0.15, ratio + 0.15);
    const { observed, shipped } = counted(hospital);
    // Of one seed ±0.15 is below two standard errors for the small hospitals: the three seeds together are held to it.
    const spread = 3 * (Math.sqrt(observed) / shipped);
    expect(observed / shipped).toBeWithin(withEcmo - spread, withEcmo + spread);
    const before = sums.get(hospital) ?? { observed: 0, shipped: 0 };
    sums.set(hospital, { observed: before.observed + observed, shipped: before.shipped + shipped });
  });

  test('Norwood is dangerous, closing an ASD is not', () => {
    expect(planted(of('Norwood'))).toBeWithin(0.14, 0.16);
    const procedures = of('ASD closure').map(({ index }) => deaths[index] ?? NaN);
    expect(mean(procedures)).toBeLessThan(0.01);
  });

  test('age and stay have the specified medians', () => {
    expect(median(column('age_months'))).toBeWithin(5.1, 5.5);
    expect(median(column('picu_days'))).toBeWithin(3.8, 4.2);
    expect(mean(truth.map(({ picuDays }) => picuDays))).toBeWithin(5.6, 6);
    // Deaths cut stays short.
    expect(mean(column('picu_days'))).toBeWithin(5.4, 5.8);
  });

  test('a genetic syndrome prolongs the stay by a factor of e^0.25', () => {
    const died = column('died');
    const stay = column('picu_days');
    const longer = (wanted: boolean) =>
      mean(
        truth
          .filter(({ syndrome, index }) => syndrome === wanted && died[index] === 0)
          .map(({ index, procedure }) => log(stay[index] ?? NaN) - log(procedure.medianPicuDays))
      );
    expect(longer(true) - longer(false)).toBeWithin(0.22, 0.28);
  });

  test('a fifth of the deaths comes after 30 days, few are lost before', () => {
    const later = column('death_day').filter((day) => day > 30).length;
    expect(later / deaths.filter((dead) => dead === 1).length).toBeWithin(0.17, 0.28);
    const died = column('died');
    const short = column('follow_up_days').filter((days, row) => days < 30 && died[row] === 0);
    expect(short.length / OPERATIONS).toBeWithin(0.02, 0.035);
  });
});

test.each([
  [1, 1.27],
  [2, 1.09],
  [3, 1.28],
  [4, 2.23]
])('observed against expected deaths of hospital %i over the three seeds: %d', (hospital, target) => {
  const { observed, shipped } = sums.get(hospital) ?? { observed: NaN, shipped: NaN };
  expect(observed / shipped).toBeWithin(target - 0.15, target + 0.15);
});

test('with 800 operations hospital 4 lies above 1 in most seeds', { timeout: 60_000 }, async () => {
  let above = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const { tables } = await simulateCardiac({ useCase: 'cardiac-surgery', persons: 800, seed, hospitals: [4] });
    const table = tables.operations as Table;
    const observed = numbers(table, 'death_day').filter((day) => day <= 30).length;
    above += Number(observed > numbers(table, 'expected_risk').reduce((sum, risk) => sum + risk, 0));
  }
  expect(above).toBeGreaterThan(13);
});

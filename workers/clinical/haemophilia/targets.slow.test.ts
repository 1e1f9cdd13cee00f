import { beforeAll, describe, expect, test } from 'vitest';
import { exp } from '../../shared/elementary';
import { dispositionOf, terminalHalfLife } from '../pk';
import { rowsOf } from '../shared/testing/compare';
import { mean, median } from '../shared/testing/read-columns';
import '../shared/testing/within';
import { simulateHaemophilia } from './index';
import { drawPatient, type Patient, type World } from './patient';

// Targets: the specification of PHEMS-sim, use case C. Slow: 4,000 persons with type A and 1,500 with B × 3 seeds.

const SIZES = { A: 4000, B: 1500 } as const;
/** Enough that 1,500 of them have type B. */
const PERSONS = 9000;
const tidy: World = { missedDoses: false, inhibitors: false };

interface Counted {
  patient: Patient;
  bleeds: number;
}

async function simulateCounted(seed: number, world: World, persons = PERSONS): Promise<Counted[]> {
  const { tables } = await simulateHaemophilia({
    useCase: 'haemophilia',
    persons,
    seed,
    tables: ['patients', 'bleeds'],
    ...world
  });
  const counts = new Map<unknown, number>();
  for (const row of rowsOf(tables.bleeds)) counts.set(row.person_id, (counts.get(row.person_id) ?? 0) + 1);
  return rowsOf(tables.patients).map((row, index) => ({
    patient: drawPatient(seed, index, world),
    bleeds: counts.get(row.person_id) ?? 0
  }));
}

/** Bleeds a year of a group, and the standard error of that ratio from its persons. */
function annualRate(group: readonly Counted[]): { rate: number; error: number } {
  const years = group.reduce((sum, { patient }) => sum + patient.years, 0);
  const rate = group.reduce((sum, { bleeds }) => sum + bleeds, 0) / years;
  const squares = group.reduce((sum, { patient, bleeds }) => sum + (bleeds - rate * patient.years) ** 2, 0);
  return { rate, error: Math.sqrt(squares) / years };
}

/** In the steady state, all doses given. */
function trough({ parameters, prophylaxis, endogenous, doseIU, intervalHours }: Patient): number {
  if (!prophylaxis) return endogenous;
  const { rates, coefficients } = dispositionOf(parameters);
  const left = rates.map((rate) => exp(-rate * intervalHours));
  return endogenous + doseIU * left.reduce((sum, e, k) => sum + ((coefficients[k] ?? NaN) * e) / (1 - e), 0);
}

const GROUPS = {
  'severe, prophylaxis': ({ severity, prophylaxis }: Patient) => severity.name === 'severe' && prophylaxis,
  'severe, on demand': ({ severity, prophylaxis }: Patient) => severity.name === 'severe' && !prophylaxis,
  moderate: ({ severity }: Patient) => severity.name === 'moderate',
  mild: ({ severity }: Patient) => severity.name === 'mild'
} as const;

type Group = keyof typeof GROUPS;

const TARGETS: readonly [
  type: 'A' | 'B',
  group: Group,
  rate: [number, number],
  zero: [number, number],
  trough: number
][] = [
  ['A', 'severe, prophylaxis', [2, 2], [0.3, 0.3], 1.4],
  ['A', 'severe, on demand', [11.8, 12.5], [0.04, 0.04], 0.3],
  ['A', 'moderate', [2.7, 2.7], [0.26, 0.26], 2.8],
  ['A', 'mild', [0.4, 0.4], [0.58, 0.6], 15],
  ['B', 'severe, prophylaxis', [2.2, 2.2], [0.24, 0.24], 1.6],
  ['B', 'severe, on demand', [11.5, 12.7], [0.05, 0.05], 0.3],
  ['B', 'moderate', [2.8, 3.2], [0.26, 0.26], 2.8],
  ['B', 'mild', [0.4, 0.4], [0.58, 0.6], 15]
];

describe.each([1, 2, 3])('seed %i, no missed doses and no inhibitors', (seed) => {
  let all: Counted[];
  beforeAll(async () => {
    all = await simulateCounted(seed, tidy);
  });
  const ofType = (type: 'A' | 'B') => all.filter(({ patient }) => patient.type === type).slice(0, SIZES[type]);

  // The figures of the specification are samples of the same size: a difference may be three times the error of both.
  test.each(TARGETS)('type %s, %s: %j bleeds a year, %j without any', (type, name, rates, zeros, middle) => {
    const group = ofType(type).filter(({ patient }) => GROUPS[name](patient));
    const { rate, error } = annualRate(group);
    const room = 3 * Math.SQRT2 * error;
    expect(rate).toBeWithin(rates[0] - room, rates[1] + room);
    const none = mean(group.map(({ bleeds }) => Number(bleeds === 0)));
    const wide = 3 * Math.SQRT2 * Math.sqrt((zeros[0] * (1 - zeros[0])) / group.length);
    expect(none).toBeWithin(zeros[0] - wide, zeros[1] + wide);
    const troughs = Float64Array.from(group, ({ patient }) => trough(patient));
    expect(median(troughs)).toBeWithin(0.9 * middle, 1.1 * middle);
  });

  test('half-lives have the medians of the models', () => {
    const middle = (type: 'A' | 'B') =>
      median(Float64Array.from(ofType(type), ({ patient }) => terminalHalfLife(dispositionOf(patient.parameters))));
    expect(ofType('B')).toHaveLength(SIZES.B);
    expect(middle('A')).toBeWithin(10, 10.6);
    expect(middle('B')).toBeWithin(37, 39);
  });

  test.each([
    ['missed doses', { missedDoses: true, inhibitors: false }],
    ['missed doses and inhibitors', { missedDoses: true, inhibitors: true }]
  ])('%s raise the rate under prophylaxis to 1.8 to 4 a year', async (_, world) => {
    const worse = (await simulateCounted(seed, world)).filter(({ patient }) => GROUPS['severe, prophylaxis'](patient));
    const { rate } = annualRate(worse);
    expect(rate).toBeWithin(1.8, 4);
    expect(rate).toBeGreaterThan(annualRate(all.filter(({ patient }) => GROUPS['severe, prophylaxis'](patient))).rate);
  });
});

test('with 200 persons the groups come in order in every one of ten seeds', { timeout: 60_000 }, async () => {
  for (let seed = 1; seed <= 10; seed++) {
    const all = await simulateCounted(seed, { missedDoses: true, inhibitors: true }, 200);
    const rate = (name: Group) => annualRate(all.filter(({ patient }) => GROUPS[name](patient))).rate;
    expect(rate('severe, on demand')).toBeGreaterThan(rate('severe, prophylaxis'));
    expect(rate('severe, prophylaxis')).toBeGreaterThan(rate('mild'));
  }
});

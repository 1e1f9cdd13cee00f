import { describe, expect, test } from 'vitest';
import oracle from '../../../../tests/oracles/clinical/phoenix-windows.json';
import { courseInputs, score, scoreCourse, SCORES } from '../index';
import { cellsOf, columnOf } from '../testing/columns';

interface OracleCourse {
  name: string;
  input: { age_months: number; obs: { t: number; var: string; v: number | string | null }[]; at: number[] };
  expected: { total: number }[];
}

const hours = columnOf([0, 3, 6, 9, 30], 'h');
const person = columnOf(['a', 'a', 'a', 'a', 'a']);
const inputs = {
  age_months: columnOf([30, 30, 30, 30, 30]),
  lactate: columnOf([12, null, null, null, null], 'mmol/L'),
  map: columnOf([40, null, null, 40, null], 'mmHg')
};

describe('rows of a person and time', () => {
  test('with look-back hold their values, without stand as they are', async () => {
    const of = async (lookBack: boolean) =>
      cellsOf((await scoreCourse('phoenix', { person, time: hours, inputs, lookBack })).table, 'cardiovascular');
    expect(await of(true)).toEqual([3, 3, 3, 1, 0]);
    expect(await of(false)).toEqual([3, 0, 0, 1, 0]);
  });

  test('of another episode carry nothing over', async () => {
    const episode = columnOf(['1', '1', '2', '2', '2']);
    const { table } = await scoreCourse('phoenix', { person, episode, time: hours, inputs, lookBack: true });
    expect(cellsOf(table, 'cardiovascular')).toEqual([3, 3, 0, 1, 0]);
  });

  test('tell the onset, with an infection that follows from tests and doses', async () => {
    const course = {
      person,
      time: hours,
      inputs: {
        ...inputs,
        infection_test: columnOf([null, 1, null, null, null]),
        antimicrobial_doses: columnOf([1, null, 1, 1, null])
      },
      lookBack: true,
      onset: { before: 3 }
    };
    const { table, onset } = await scoreCourse('phoenix', course);
    expect(cellsOf(table, 'label')).toEqual([
      'organ dysfunction, infection not suspected',
      'organ dysfunction, infection not suspected',
      'septic shock',
      'below the threshold',
      'below the threshold'
    ]);
    expect(cellsOf(onset!.table, 'sepsis_onset')).toEqual([6]);
    expect(onset?.labelled).toBe('sepsis_label');
    expect(cellsOf(table, 'sepsis_label')).toEqual([0, 1, 1, 1, 1]);
  });

  test('without any infection are organ dysfunction', async () => {
    const { onset } = await scoreCourse('phoenix', { person, time: hours, inputs, lookBack: true, onset: {} });
    expect(cellsOf(onset!.table, 'reading')).toEqual(['organ dysfunction, infection not established']);
    expect(onset?.counts).toMatchObject({ sepsis: 0, notEstablished: 1 });
  });

  test('of kdigo get their baselines from the time before, unless they have their own', async () => {
    const values = [0.5, 0.6, 1, 1.2, 2];
    const given = { creatinine: columnOf(values, 'mg/dL') };
    const made = await scoreCourse('kdigo', { person, time: hours, inputs: given, lookBack: true });
    expect(cellsOf(made.table, 'stage')).toEqual([null, 0, 2, 2, 3]);
    expect(cellsOf(made.table, 'baseline')).toEqual([null, 0.5, 0.5, 0.5, 0.5]);
    const baseline = columnOf([1, 1, 1, 1, 1], 'mg/dL');
    const own = await scoreCourse('kdigo', { person, time: hours, inputs: { ...given, baseline }, lookBack: true });
    expect(own.table.columns.map(({ name }) => name)).not.toContain('baseline');
    expect(cellsOf(own.table, 'ratio')).toEqual(values);
  });
});

test('observations one a row are scored at the times asked for, as the oracle has them', async () => {
  const found = (oracle.cases as unknown as OracleCourse[]).find(({ name }) => name === 'one course, all look-backs');
  const { input, expected } = found as OracleCourse;
  const { table } = await scoreCourse('phoenix', {
    person: columnOf(input.at.map(() => 'a')),
    time: columnOf(input.at, 'min'),
    inputs: { age_months: columnOf(input.at.map(() => input.age_months)) },
    observations: {
      person: columnOf(input.obs.map(() => 'a')),
      time: columnOf(
        input.obs.map(({ t }) => t),
        'min'
      ),
      variable: columnOf(input.obs.map((one) => one.var)),
      value: columnOf(input.obs.map(({ v }) => v))
    },
    lookBack: true
  });
  expect(cellsOf(table, 'total')).toEqual(expected.map(({ total }) => total));
});

test.each(['phoenix', 'phoenix-8'])(
  '%s takes the same names with look-back as without, where it takes them',
  (name) => {
    const definition = SCORES.find((one) => one.name === name)!;
    const own = courseInputs(definition, false).map((input) => input.name);
    const observed = courseInputs(definition, true).map((input) => input.name);
    // The ratios are made of their sources only.
    expect(own.filter((one) => !observed.includes(one))).toEqual(['pf_ratio', 'sf_ratio']);
    expect(new Set(observed).size).toBe(observed.length);
  }
);

test.each([
  ['windows-score', 'psofa', { lookBack: true }],
  ['windows-onset-score', 'kdigo', { lookBack: true, onset: {} }],
  ['score-rows-differ', 'phoenix', { lookBack: true, time: columnOf([0], 'h') }]
])('%s', async (code, name, more) => {
  const course = { person, time: hours, inputs, ...more };
  await expect(scoreCourse(name, course)).rejects.toMatchObject({ name: 'AppError', code });
  await expect(score(name, {}, { rows: 0 })).resolves.toBeDefined();
});

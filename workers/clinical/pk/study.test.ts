import { describe, expect, test } from 'vitest';
import type { Float64Column, Table } from '../../shared/table';
import { PK_MODELS } from './contract';
import { models } from './models';
import { pkStudy, type PkRequest } from './study';

const float = (name: string, ...values: number[]) => ({
  name,
  type: 'float64' as const,
  values: Float64Array.from(values)
});
const table = (...columns: Table['columns'][number][]): Table => ({ rows: columns[0]!.values.length, columns });
const micros = (...hours: number[]) =>
  BigInt64Array.from(hours, (hour) => 1_700_000_000_000_000n + BigInt(hour) * 3_600_000_000n);
const boy: Pick<PkRequest, 'model' | 'person' | 'samples'> = {
  model: { name: 'fviii-bjorkman-2012' },
  person: { weightKg: 25, ageYears: 8 },
  samples: 200
};
const doses = table(float('time', 0), float('amount', 1250));
const levels = table(float('time', 1, 24, 48), float('level', 95, 14, 3.2));
const figure = (study: Awaited<ReturnType<typeof pkStudy>>, name: string, threshold?: number) =>
  study.figures.find((one) => one.name === name && one.threshold === threshold)!;
const column = ({ columns }: Table, name: string) => columns.find((one) => one.name === name) as Float64Column;

describe('the study of one person', () => {
  test('the list of models is the engine’s', () => {
    expect(PK_MODELS.map(({ name, title }) => [name, title])).toEqual(
      Object.entries(models).map(([name, model]) => [name, model.name])
    );
  });

  test('gives the half-life of the reference, with limits about it', async () => {
    const study = await pkStudy({ ...boy, doses, levels });
    const halfLife = figure(study, 'half-life');
    expect(halfLife.value).toBeCloseTo(9.883, 3);
    expect(halfLife.lower!).toBeLessThan(9.883);
    expect(halfLife.upper!).toBeGreaterThan(9.883);
    expect(study.isEstimated).toBe(true);
    expect(study.levels.rows).toBe(3);
    expect(study.curve.columns.map(({ name }) => name)).toEqual(['time', 'level', 'lower', 'upper', 'population']);
  });

  test('points in time and hours say the same', async () => {
    const clock = (hours: number[], ...rest: Table['columns'][number][]) =>
      table({ name: 'time', type: 'timestamp', values: micros(...hours) }, ...rest);
    const study = await pkStudy({
      ...boy,
      doses: clock([0], float('amount', 1250)),
      levels: clock([1, 24, 48], float('level', 95, 14, 3.2))
    });
    expect(study.origin).toBe(1_700_000_000_000_000n);
    expect(figure(study, 'half-life').value).toBeCloseTo(9.883, 3);
  });

  test('hours and points in time together are refused', async () => {
    const clock = table({ name: 'time', type: 'timestamp', values: micros(0) }, float('amount', 1250));
    await expect(pkStudy({ ...boy, doses: clock, levels })).rejects.toMatchObject({ code: 'pk-times-differ' });
  });

  test('without levels it is the typical person, with the spread between persons', async () => {
    const study = await pkStudy({ ...boy, doses });
    expect(study.isEstimated).toBe(false);
    expect([...column(study.curve, 'level').values]).toEqual([...column(study.curve, 'population').values]);
  });

  test('a plan alone has a curve; a missed dose leaves more time below', async () => {
    const whatIf = { amount: 500, everyHours: 48, times: 5 };
    const kept = await pkStudy({ ...boy, whatIf });
    const missed = await pkStudy({ ...boy, whatIf: { ...whatIf, missed: [3] } });
    expect(figure(missed, 'hours-above', 1).value!).toBeLessThan(figure(kept, 'hours-above', 1).value!);
    expect(kept.window).toMatchObject({ from: 0 });
  });

  test('a plan beside what was given is a second curve from where it begins', async () => {
    const study = await pkStudy({
      ...boy,
      doses,
      levels,
      whatIf: { amount: 750, everyHours: 24, times: 3, startHour: 48 }
    });
    const times = column(study.curve, 'time').values;
    const [level, could] = ['level', 'what_if'].map((name) => column(study.curve, name).values) as [
      Float64Array,
      Float64Array
    ];
    times.forEach((time, row) => {
      if (time < 48) expect(could[row]).toBe(level[row]);
    });
    expect(could[times.indexOf(48)]!).toBeGreaterThan(level[times.indexOf(48)]! + 50);
    expect(study.window.to).toBe(120);
  });

  test('four times the clearance shortens the half-life', async () => {
    const study = await pkStudy({ ...boy, doses, levels, whatIf: { clearance: 4 } });
    expect(figure(study, 'what-if-half-life').value!).toBeLessThan(figure(study, 'half-life').value! / 2);
  });

  test('the dose for a trough comes to that trough', async () => {
    const target = { trough: 2, everyHours: 48 };
    const dose = figure(await pkStudy({ ...boy, doses, levels, target }), 'dose-for-trough', 2).value!;
    const whatIf = { amount: dose, everyHours: 48, times: 20 };
    expect(figure(await pkStudy({ ...boy, doses, levels, whatIf }), 'what-if-trough').value).toBeCloseTo(2, 9);
  });

  test('an endogenous level above a threshold is never left', async () => {
    const study = await pkStudy({ ...boy, doses, endogenous: 4, thresholds: [3] });
    expect(figure(study, 'hours-until', 3)).toMatchObject({ value: undefined, lower: undefined });
  });

  test('shows two weeks about the last level of a long record', async () => {
    const every = Array.from({ length: 400 }, (_, dose) => dose * 48);
    const study = await pkStudy({
      ...boy,
      doses: table(float('time', ...every), float('amount', ...every.map(() => 750))),
      levels: table(float('time', 9610), float('level', 20))
    });
    expect(study.window).toEqual({ from: 9610 - 240, to: 9610 + 96 });
    expect(column(study.curve, 'time').values).toContain(9600);
  });

  test.each([
    [{ ...boy }, 'pk-nothing-given'],
    [{ ...boy, levels }, 'pk-doses-none'],
    [{ ...boy, model: { json: '{' }, doses }, 'pk-model-json'],
    [{ ...boy, doses, whatIf: { clearance: 0 } }, 'pk-option-impossible'],
    [{ ...boy, doses, whatIf: { amount: -5, everyHours: 24, times: 2 } }, 'pk-dose-impossible']
  ] satisfies [PkRequest, string][])('%# is refused: %s', async (request, code) => {
    await expect(pkStudy(request)).rejects.toMatchObject({ code });
  });

  test('stops when asked to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(pkStudy({ ...boy, doses }, { signal: stop.signal })).rejects.toMatchObject({ code: 'pk-stopped' });
  });
});

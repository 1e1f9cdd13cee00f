import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/clinical/sepsis-utility.json';
import { TableBuilder, type CellInput } from '../../shared/column-builder';
import { isPresent } from '../../shared/exact-text';
import type { Table } from '../../shared/table';
import { sepsisUtility, warningStudy } from './index';

const hours = { patient: 'patient', hour: 'hour', label: 'label' };

function tableOf(rows: readonly (readonly CellInput[])[]): Table {
  const builder = new TableBuilder([
    { name: 'patient', type: 'int32' },
    { name: 'hour', type: 'int32' },
    { name: 'label', type: 'int32' },
    { name: 'call', type: 'bool' },
    { name: 'score', type: 'float64' },
    { name: 'hospital', type: 'text' }
  ]);
  for (const row of rows) builder.push(...row);
  return builder.finish();
}

const valuesOf = (table: Table, name: string) => {
  const column = table.columns.find((one) => one.name === name)!;
  return Array.from({ length: table.rows }, (_, row) =>
    isPresent(column, row)
      ? column.type === 'text'
        ? column.dictionary[column.values[row]!]
        : Number(column.values[row])
      : undefined
  );
};

interface OracleCase {
  name: string;
  input: { labels: number[][]; predictions: number[][] };
  expected: { normalized?: number; normalised?: number; utilities?: number[] };
}
const cohort = (oracle.cases as unknown as OracleCase[]).find(({ input }) => input.labels.length > 1)!;
const rows = cohort.input.labels.flatMap((labels, patient) =>
  labels.map((label, hour): CellInput[] => {
    const call = cohort.input.predictions[patient]![hour]!;
    return [patient, hour, label, call === 1, call === 1 ? 0.7 : 0.2, patient % 2 ? 'B' : 'A'];
  })
);

describe('a study of early warnings', () => {
  test('has the utility of the oracle, and its groups add up to it', async () => {
    const study = await warningStudy(tableOf(rows), { ...hours, call: 'call', group: 'hospital' });
    const { normalised, observed } = sepsisUtility(tableOf(rows), { ...hours, call: 'call' });
    expect(study.utility.normalised).toBe(normalised);
    const wanted = cohort.expected.normalised ?? cohort.expected.normalized;
    if (wanted !== undefined) expect(Math.abs(normalised - wanted)).toBeLessThanOrEqual(1e-10);
    expect(valuesOf(study.groups, 'group')).toEqual(['A', 'B']);
    const sums = valuesOf(study.groups, 'observed').map(Number);
    expect(sums.reduce((all, one) => all + one, 0)).toBeCloseTo(observed, 10);
    expect(study.scores).toBeUndefined();
    // Each group is the utility of its patients alone.
    const alone = rows.filter((row) => row[5] === 'A');
    const own = (await warningStudy(tableOf(alone), { ...hours, call: 'call' })).utility.normalised;
    expect(valuesOf(study.groups, 'normalised')[0]).toBeCloseTo(own, 12);
  });

  test('of scores calls at the threshold given, or at the one of the greatest utility', async () => {
    const given = await warningStudy(tableOf(rows), { ...hours, score: 'score', threshold: 0.5 });
    const calls = await warningStudy(tableOf(rows), { ...hours, call: 'call' });
    expect(given.utility.normalised).toBe(calls.utility.normalised);
    expect(given.scores).toMatchObject({ threshold: 0.5, chosenHere: false });
    const found = await warningStudy(tableOf(rows), { ...hours, score: 'score' });
    const best = Math.max(0, ...valuesOf(found.scores!.curve, 'normalised').map(Number));
    expect(found.utility.normalised).toBeCloseTo(best, 12);
    expect(found.scores!.precision.prevalence).toBeGreaterThan(0);
  });

  test('calls nobody where every threshold is worse than that', async () => {
    const wrong = rows.map((row) => [...row.slice(0, 4), row[2] === 1 ? 0 : 1, row[5]]);
    const far = wrong.filter((row) => Number(row[2]) === 0 || Number(row[0]) > 3);
    const study = await warningStudy(tableOf(far), { ...hours, score: 'score' });
    if (study.scores!.threshold === undefined) {
      expect(study.utility.calls).toBe(0);
      expect(study.utility.normalised).toBeCloseTo(0, 12);
    } else expect(study.utility.normalised).toBeGreaterThan(0);
  });

  test('a group without a septic patient has no utility, and a patient without a group is in none', async () => {
    const table = tableOf([
      ...[0, 1, 2, 3].map((hour): CellInput[] => [1, hour, Number(hour > 2), hour > 1, 0.5, 'A']),
      ...[0, 1].map((hour): CellInput[] => [2, hour, 0, false, 0.1, 'B']),
      ...[0, 1].map((hour): CellInput[] => [3, hour, 0, false, 0.1, undefined])
    ]);
    const { groups } = await warningStudy(table, { ...hours, call: 'call', group: 'hospital' });
    expect(valuesOf(groups, 'group')).toEqual(['A', 'B']);
    expect(valuesOf(groups, 'patients')).toEqual([1, 1]);
    expect(valuesOf(groups, 'normalised')[1]).toBeUndefined();
  });

  test('stops when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();
    const study = warningStudy(tableOf(rows), { ...hours, call: 'call' }, {}, { signal: controller.signal });
    await expect(study).rejects.toMatchObject({ code: 'stopped' });
  });
});

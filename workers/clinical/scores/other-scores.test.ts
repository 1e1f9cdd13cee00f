import { describe, expect, test } from 'vitest';
import pelod2Oracle from '../../../tests/oracles/clinical/pelod2.json';
import pim3Oracle from '../../../tests/oracles/clinical/pim3.json';
import psofaOracle from '../../../tests/oracles/clinical/psofa.json';
import { score, UNKNOWN_RATIO } from './index';
import { cellsOf, columnOf } from './testing/columns';
import { columnsOf, listOf, type OracleCase } from './testing/oracle';

const casesOf = (oracle: { cases: unknown }) => oracle.cases as OracleCase[];

describe('pSOFA equals the oracle', () => {
  test.each(casesOf(psofaOracle))('$name', async ({ input, expected }) => {
    const { table } = await score('psofa', columnsOf(input));
    for (const [name, points] of Object.entries(expected)) expect(cellsOf(table, name), name).toEqual(listOf(points));
  });

  test('invasive ventilation is support, and SpO2 above 97 % gives no ratio', async () => {
    const { table } = await score('psofa', {
      imv: columnOf([1, 0, 1]),
      spo2: columnOf([90, 90, 98]),
      fio2: columnOf([1, 1, 1])
    });
    expect(cellsOf(table, 'respiratory')).toEqual([4, 2, 0]);
  });
});

describe('PELOD-2 equals the oracle', () => {
  test.each(casesOf(pelod2Oracle))('$name', async ({ input, expected }) => {
    const { table } = await score('pelod-2', columnsOf(input, { creatinine_umol: 'creatinine' }));
    const { probability, ...parts } = expected;
    for (const [name, points] of Object.entries(parts)) expect(cellsOf(table, name), name).toEqual(listOf(points));
    cellsOf(table, 'probability').forEach((p, row) => {
      expect(Math.abs(Number(p) - Number(listOf(probability)[row]))).toBeLessThanOrEqual(1e-12);
    });
  });

  test('cyanotic heart disease counts as a normal PaO2/FiO2', async () => {
    const { table } = await score('pelod-2', {
      pf_ratio: columnOf([40, 40]),
      cyanotic_heart_disease: columnOf([1, 0])
    });
    expect(cellsOf(table, 'pf')).toEqual([0, 2]);
  });
});

describe('PIM3 equals the oracle', () => {
  test.each(casesOf(pim3Oracle))('$name', async ({ input, expected }) => {
    const { table } = await score('pim3', columnsOf(input), { rows: 1 });
    for (const [name, values] of Object.entries(expected)) {
      const found = cellsOf(table, name);
      expect(found.length).toBe(listOf(values).length);
      listOf(values).forEach((value, row) => {
        expect(Math.abs(Number(found[row]) - Number(value)), `${name} ${row}`).toBeLessThanOrEqual(1e-12);
      });
    }
  });

  test('of several risks the largest coefficient counts', async () => {
    const flags = await score('pim3', {
      risk_low: columnOf([1, 1, 0, null]),
      risk_high: columnOf([0, 1, 0, null]),
      risk_very_high: columnOf([0, 1, 0, null])
    });
    expect(cellsOf(flags.table, 'term_risk')).toEqual([-2.1766, 1.6225, 0, 0]);
    expect(cellsOf(flags.table, 'missing')[3]).toContain('risk');
    expect(cellsOf(flags.table, 'missing')[2]).not.toContain('risk');
  });

  test('the result says how many rows used the conventional oxygen ratio', async () => {
    const { remarks } = await score('pim3', { fio2: columnOf([0.5, 0.5]), pao2: columnOf([null, 100]) });
    expect(remarks.find(({ code }) => code === 'ratio-unknown')?.values).toEqual({ rows: 1, ratio: UNKNOWN_RATIO });
  });
});

import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-analysis.json';
import type { Table } from '../../shared/table';
import { cellsOf, column, type Cell } from '../testing/cells';
import { expectClose, listOf } from '../testing/oracle';
import { analyse } from './analyse';

interface Case {
  name: string;
  method: string;
  request: Record<string, unknown>;
  tolerance: number;
  expected: {
    estimates: number[];
    se: number[];
    n: number;
    facts?: Record<string, number> | null;
    /** χ² of the tests of proportional hazards, that of all last. */
    hazards?: number[];
  };
}

function tableOf(data: Record<string, (Cell | null)[]>): Table {
  const columns = Object.entries(data).map(([name, cells]) => {
    const isText = cells.some((cell) => typeof cell === 'string');
    return column(name, isText ? 'text' : 'float64', cells.map((cell) => cell ?? undefined)); // prettier-ignore
  });
  return { rows: columns[0]!.values.length, columns };
}

const untidy = tableOf(oracle.data);

describe('an untidy table agrees with R 4.2.2', () => {
  test.each(oracle.cases as unknown as Case[])('$name', async ({ method, request, tolerance, expected }) => {
    const found = await analyse(method, untidy, request);
    const part = found.estimates.slice(0, listOf(expected.estimates).length);
    expectClose(part.map(({ estimate }) => estimate), expected.estimates, tolerance, 'estimates', 1e-3); // prettier-ignore
    expectClose(part.map(({ se }) => se), expected.se, tolerance, 'errors'); // prettier-ignore
    expect(found).toMatchObject({ n: expected.n, nDropped: untidy.rows - expected.n });
    for (const [code, value] of Object.entries(expected.facts ?? {})) {
      expectClose(found.facts.find((one) => one.code === code)?.value, value, tolerance, code);
    }
    if (expected.hazards === undefined) return;
    const hazards = found.tests.filter(({ code }) => code === 'proportional-hazards');
    expectClose(hazards.map(({ statistic }) => statistic?.value), expected.hazards, tolerance, 'hazards', 1e-3); // prettier-ignore
  });

  test('reports whose rows pair only some of their drugs and events', async () => {
    const { n, drug, event, ...scores } = oracle.signals;
    const found = await analyse('signals', tableOf(oracle.reports), { report: 'report', drug: 'drug', event: 'event' });
    expect(found.n).toBe(n);
    expect([cellsOf(found.table, 'drug'), cellsOf(found.table, 'event')]).toEqual([drug, event]);
    for (const [name, values] of Object.entries(scores)) expectClose(cellsOf(found.table, name), values, 1e-8, name);
  });
});

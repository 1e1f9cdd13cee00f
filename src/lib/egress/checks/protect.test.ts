import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { boundsOf, fill, type Edge } from './circulation';
import { audit, protect } from './protect';

interface Case {
  name: string;
  input: { table: number[][]; minimum: number };
  expected: {
    primary: [number, number][];
    auditPrimaryOnly: [number, number, number, number][];
    greedyMask: [number, number][];
    auditGreedy: [number, number, number, number][];
    optimalAddedCount: number;
  };
}

/** Linear programs of HiGHS; two-way tables with published margins. */
const { cases } = JSON.parse(
  readFileSync(new URL('../../../../tests/oracles/egress/small-cells.json', import.meta.url), 'utf8')
) as { cases: Case[] };

/** Rows, columns, then the two sides of the outside. */
function twoWay(table: readonly (readonly number[])[]) {
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  const [outside, inside] = [rows + columns, rows + columns + 1];
  const cells = table.map((line, row) =>
    line.map((flow, column): Edge => ({ from: row, to: rows + column, flow, hidden: false }))
  );
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const margins = [
    ...table.map((line, row): Edge => ({ from: outside, to: row, flow: sum(line), hidden: false })),
    ...Array.from({ length: columns }, (_, column): Edge => ({
      from: rows + column,
      to: inside,
      flow: sum(table.map((line) => line[column] ?? 0)),
      hidden: false
    })),
    { from: inside, to: outside, flow: sum(table.flat()), hidden: false }
  ];
  return { cells, margins, edges: [...cells.flat(), ...margins], nodes: rows + columns + 2 };
}

describe.each(cases)('$name', ({ input, expected }) => {
  test.each([
    ['primary', expected.primary, expected.auditPrimaryOnly],
    ['greedy', expected.greedyMask, expected.auditGreedy]
  ] as const)('bounds of the %s cells are those of the linear program', (_, mask, bounds) => {
    const { cells, edges, nodes } = twoWay(input.table);
    for (const [row, column] of mask) (cells[row]?.[column] as Edge).hidden = true;
    for (const [row, column, low, high] of bounds)
      expect(boundsOf(edges, nodes, cells[row]?.[column] as Edge, 1e9), `${row},${column}`).toEqual([low, high]);
  });

  test('is protected with at most one and a half times the least count', () => {
    const { cells, margins, edges, nodes } = twoWay(input.table);
    const primary = expected.primary.map(([row, column]) => cells[row]?.[column] as Edge);
    for (const edge of primary) edge.hidden = true;
    const added = protect(edges, nodes, { primary, margins: new Set(margins), width: 1 });
    expect(added).toBeDefined();
    expect(audit(edges, nodes, primary, 1)).toEqual([]);
    expect(margins.some(({ hidden }) => hidden)).toBe(false);
    const count = (added ?? []).reduce((sum, { flow }) => sum + flow, 0);
    expect(count).toBeLessThanOrEqual(1.5 * expected.optimalAddedCount);
  });

  test('or so that each hidden count may be any of as many values as the threshold', () => {
    const { cells, margins, edges, nodes } = twoWay(input.table);
    const primary = expected.primary.map(([row, column]) => cells[row]?.[column] as Edge);
    for (const edge of primary) edge.hidden = true;
    const added = protect(edges, nodes, { primary, margins: new Set(margins), width: input.minimum - 1 });
    expect(added).toBeDefined();
    expect(audit(edges, nodes, primary, input.minimum - 1)).toEqual([]);
  });
});

describe('what nobody has seen', () => {
  test('gets a value that fits the margins', () => {
    const { cells, edges, nodes } = twoWay([
      [2, 33, 25],
      [5, 12, 10]
    ]);
    const hidden = [cells[0]?.[0], cells[0]?.[1], cells[1]?.[0], cells[1]?.[1]] as Edge[];
    for (const edge of hidden) Object.assign(edge, { hidden: true, flow: 0 });
    expect(fill(edges, nodes)).toBe(true);
    expect((hidden[0] as Edge).flow + (hidden[1] as Edge).flow).toBe(35);
    expect((hidden[0] as Edge).flow + (hidden[2] as Edge).flow).toBe(7);
  });

  test('has none where the margins are no sums', () => {
    const { cells, margins, edges, nodes } = twoWay([
      [2, 3],
      [4, 5]
    ]);
    Object.assign(cells[0]?.[0] as Edge, { hidden: true, flow: 0 });
    (margins[0] as Edge).flow = 2;
    expect(fill(edges, nodes)).toBe(false);
  });
});

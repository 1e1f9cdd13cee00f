import { describe, expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import { cellsOf, column, type Cell } from '../testing/cells';
import { countPairs, disproportionality, signals } from './index';

const columnsOf = (rows: Cell[][]) => ({
  report: column('report', 'int64', rows.map((row) => row[0])), // prettier-ignore
  drug: column('drug', 'text', rows.map((row) => row[1])), // prettier-ignore
  event: column('event', 'text', rows.map((row) => row[2])) // prettier-ignore
});
const large = 2n ** 60n;

describe('countPairs', () => {
  test('by hand: reports, not rows; ids beyond 2^53 stay apart; what is missing is counted', () => {
    const got = countPairs(
      columnsOf([
        [large, 'B', 'rash'],
        [large, 'A', 'rash'],
        [large, 'A', 'rash'],
        [large, 'A', 'fever'],
        [large + 1n, 'A', 'rash'],
        [large + 2n, 'B', 'cough'],
        [large + 3n, undefined, 'cough'],
        [undefined, 'A', 'cough']
      ])
    );
    // The first report names B and fever, though not in one row.
    expect(cellsOf(got.table, 'drug')).toEqual(['A', 'A', 'B', 'B', 'B']);
    expect(cellsOf(got.table, 'event')).toEqual(['fever', 'rash', 'cough', 'fever', 'rash']);
    expect([...got.reports]).toEqual([1, 2, 1, 1, 1]);
    expect([...got.drugReports]).toEqual([2, 2, 2, 2, 2]);
    expect([...got.eventReports]).toEqual([1, 2, 1, 1, 2]);
    expect([...got.expected].map((value) => value * 3)).toEqual([2, 4, 2, 2, 4].map((value) => expect.closeTo(value, 12))); // prettier-ignore
    expect([got.n, got.nDropped]).toEqual([3, 2]);
  });

  test('a report is the same whether its rows are all pairs of it or only some', () => {
    const drugs = ['A', 'B', 'C'];
    const events = ['rash', 'fever', 'cough'];
    const few = drugs.map((drug, at) => [1, drug, events[at]]);
    const all = drugs.flatMap((drug) => events.map((event) => [1, drug, event]));
    const rest = [[2, 'A', 'rash'], [3, 'B', 'fever']]; // prettier-ignore
    const [one, other] = [countPairs(columnsOf([...few, ...rest])), countPairs(columnsOf([...all, ...rest]))];
    expect(one).toEqual(other);
    // No cell of a fourfold table is below 0.
    one.reports.forEach((a, pair) => {
      expect(one.n - one.drugReports[pair]! - one.eventReports[pair]! + a).toBeGreaterThanOrEqual(0);
    });
  });

  test('an empty table is refused', () => {
    expect(() => countPairs(columnsOf([]))).toThrowError(expect.objectContaining({ code: 'pharmacovigilance-no-pairs' })); // prettier-ignore
  });
});

describe('signals', () => {
  const stream = randomStream(4, 'reports');
  const rows: Cell[][] = Array.from({ length: 3000 }, (_, report) => {
    const drug = `drug ${stream.integer(0, 12)}`;
    const event = drug === 'drug 3' && stream.chance(0.3) ? 'event 7' : `event ${stream.integer(0, 15)}`;
    return [report, drug, event];
  });

  test('finds the pair that was put in, with every score', async () => {
    const { table, prior, n } = await signals(columnsOf(rows));
    expect(n).toBe(3000);
    expect(prior).not.toBeNull();
    const at = cellsOf(table, 'drug').findIndex((drug, row) => drug === 'drug 3' && cellsOf(table, 'event')[row] === 'event 7'); // prettier-ignore
    const of = (name: string) => cellsOf(table, name)[at] as number;
    expect(of('evans')).toBe(1);
    for (const name of ['prr_lower', 'ror_lower', 'eb05']) expect(of(name), name).toBeGreaterThan(2);
    expect(of('ic_lower')).toBeGreaterThan(1);
    const highest = cellsOf(table, 'eb05').map(Number);
    expect(highest.indexOf(Math.max(...highest))).toBe(at);
  });

  test('each pair is as by itself, and the order of rows does not matter', async () => {
    const [one, other] = [await signals(columnsOf(rows)), await signals(columnsOf([...rows].reverse()))];
    expect(cellsOf(other.table, 'prr')).toEqual(cellsOf(one.table, 'prr'));
    const of = (name: string) => cellsOf(one.table, name)[5] as number;
    const [a, drug, event] = [of('reports'), of('drug_reports'), of('event_reports')];
    const alone = disproportionality({ a, b: drug - a, c: event - a, d: 3000 - drug - event + a });
    expect([of('prr'), of('ror_upper'), of('ic_lower')]).toEqual([alone.prr.estimate, alone.ror.upper, alone.ic.lower]);
  });

  test('a few pairs have no prior: everything but EBGM, and the reason', async () => {
    const got = await signals(columnsOf(rows.slice(0, 8)));
    expect(got.prior).toBeNull();
    expect(got.remarks).toContainEqual({ code: 'pharmacovigilance-no-prior', values: { reason: 'pharmacovigilance-too-few' } }); // prettier-ignore
    expect(new Set(cellsOf(got.table, 'ebgm'))).toEqual(new Set([undefined]));
    const prior = { alpha1: 0.2, beta1: 0.1, alpha2: 2, beta2: 4, p: 1 / 3 };
    expect(cellsOf((await signals(columnsOf(rows.slice(0, 8)), { prior })).table, 'ebgm')).not.toContain(undefined);
  });

  test('one report', async () => {
    const got = await signals(columnsOf([[1, 'A', 'rash']]));
    expect(cellsOf(got.table, 'prr')).toEqual([undefined]);
    expect(cellsOf(got.table, 'ic')).toEqual([0]);
  });
});

import { describe, expect, test } from 'vitest';
import oracle from '../../../../tests/oracles/statistics/pharmacovigilance.json';
import series from '../../../../tests/oracles/statistics/r-case-series.json';
import type { Column, Float64Column, Table } from '../../../shared/table';
import { column } from '../../testing/cells';
import { casesOf, expectClose, listOf } from '../../testing/oracle';
import { analyse, type ForestFigure } from '../index';

type Lists = Record<string, number[]>;
const tableOf = (...columns: Column[]): Table => ({ rows: columns[0]!.values.length, columns });
const cellsOf = (table: Table, name: string) =>
  (table.columns.find((one) => one.name === name) as Float64Column).values;
const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);

/** Reports of which so many name drug X with event Y, drug X alone, event Y alone, and neither. */
function reportsOf({ a, b, c, d }: Record<'a' | 'b' | 'c' | 'd', number>): Table {
  const pairs = [['X', 'Y', a], ['X', 'other', b], ['other', 'Y', c], ['other', 'other', d]] as const; // prettier-ignore
  const rows = pairs.flatMap(([drug, event, n]) => Array.from({ length: n }, () => [drug, event] as const));
  return tableOf(
    column('number', 'float64', rows.map((_, row) => row)), // prettier-ignore
    column('drug', 'text', rows.map(([drug]) => drug)), // prettier-ignore
    column('event', 'text', rows.map(([, event]) => event)) // prettier-ignore
  );
}
const request = { report: 'number', drug: 'drug', event: 'event' };

describe('reports', () => {
  test.each(casesOf(oracle, '2x2'))('$name, counted from rows', async ({ input, expected }) => {
    const counts = input as unknown as Parameters<typeof reportsOf>[0];
    const found = await analyse('signals', reportsOf(counts), { ...request, score: 'ror', least: 1 });
    const all = ['prr', 'prr_lower', 'prr_upper', 'ror', 'ror_lower', 'ror_upper', 'ic', 'ic_lower', 'ic_upper'];
    const drug = found.table.columns.find(({ name }) => name === 'drug') as Extract<Column, { type: 'text' }>;
    const event = found.table.columns.find(({ name }) => name === 'event') as typeof drug;
    const row = Array.from({ length: found.table.rows }, (_, at) => at).find(
      (at) => drug.dictionary[drug.values[at]!] === 'X' && event.dictionary[event.values[at]!] === 'Y'
    )!;
    const { prr, prr_ci, ror, ror_ci, ic, ic025_gamma, ic975_gamma } = expected as Record<string, number> & { prr_ci: number[]; ror_ci: number[] }; // prettier-ignore
    expectClose(all.map((name) => cellsOf(found.table, name)[row]), [prr, ...prr_ci, ror, ...ror_ci, ic, ic025_gamma, ic975_gamma], 1e-8, 'scores'); // prettier-ignore
    const one = found.estimates.find(({ name }) => name === 'X – Y')!;
    expectClose([Math.exp(one.estimate), Math.exp(one.lower!)], [ror, ror_ci[0]], 1e-8, 'on the log scale');
    expect(one).toMatchObject({ measure: 'reporting-odds-ratio', scale: 'log', level: 0.95 });
    expect(found).toMatchObject({ counted: 'reports', n: counts.a + counts.b + counts.c + counts.d });
  });

  test('without a prior there is no EBGM: the IC stands in for it, and a remark says so', async () => {
    const found = await analyse('signals', reportsOf({ a: 25, b: 75, c: 100, d: 9800 }), request);
    expect(codes(found.remarks)).toContain('pharmacovigilance-no-prior');
    expect(found.says[0]).toMatchObject({
      code: 'detect-some',
      values: { score: 'ic', least: 3, ranked: 4, pairs: 4 }
    });
    expect(found.says[1]).toMatchObject({ code: 'detect-highest', values: { drug: 'X', event: 'Y', reports: 25, expected: 1.25 } }); // prettier-ignore
    expect(found.estimates[0]).toMatchObject({ name: 'X – Y', measure: 'information-component', scale: 'identity' });
    expect(codes(found.facts)).not.toContain('pairs-doubled');
    expect((found.figures[0] as ForestFigure).rows[0]).toMatchObject({ name: 'X – Y', n: 25 });
  });

  test('a pair without a score is told of, and counts of few are marked', async () => {
    const found = await analyse('signals', reportsOf({ a: 3, b: 97, c: 0, d: 100 }), { ...request, score: 'prr', least: 1 }); // prettier-ignore
    expect(found.remarks).toContainEqual({ code: 'pharmacovigilance-unscored', values: { pairs: 1, score: 'PRR' } });
    const seen = await analyse('signals', reportsOf({ a: 3, b: 97, c: 1, d: 9800 }), { ...request, score: 'ic' });
    expect(seen.says[1]).toMatchObject({ code: 'detect-highest', few: true, values: { drug: 'X', event: 'Y' } });
    expect(seen.estimates.map(({ name, few }) => [name, few])).toContainEqual(['X – Y', true]);
    expect(seen.estimates.map(({ name, few }) => [name, few])).toContainEqual(['other – other', undefined]);
  });

  test('nothing beyond chance, and too few reports, are said so', async () => {
    const even = reportsOf({ a: 25, b: 75, c: 25, d: 75 });
    expect(codes((await analyse('signals', even, { ...request, score: 'prr' })).says)).toEqual(['detect-none']);
    const few = await analyse('signals', even, { ...request, score: 'prr', least: 500 });
    expect(codes(few.says)).toEqual(['detect-few']);
    expect(few.figures.map(({ kind }) => kind)).toEqual(['points']);
  });
});

describe('case series, against R', () => {
  test.each(casesOf(series, ''))('$name', async ({ input, expected }) => {
    const { people, events, exposures } = input as Record<'people' | 'events' | 'exposures', Lists>;
    const of = (lists: Lists) => tableOf(...Object.entries(lists).map(([name, values]) => column(name, 'float64', listOf(values)))); // prettier-ignore
    const windows = (input.windows as [number, number][]).map(([from, to], at) => ({ name: `window ${at + 1}`, from, to })); // prettier-ignore
    const found = await analyse('case-series', of(people), {
      ...{ person: 'person', start: 'start', end: 'end' },
      ...{ events: of(events), eventPerson: 'person', eventDay: 'day' },
      ...{ exposures: of(exposures), exposurePerson: 'person', exposureDay: 'day' },
      windows,
      ageCuts: listOf(input.cuts)
    });
    const wanted = expected as { risk: Lists; age: Lists; persons: number; riskEvents: number[]; riskDays: number[] };
    const part = found.estimates.slice(0, windows.length);
    expectClose(part.map(({ estimate }) => estimate), wanted.risk.estimate, 1e-6, 'windows'); // prettier-ignore
    expectClose(part.map(({ se }) => se), wanted.risk.se, 1e-6, 'errors'); // prettier-ignore
    expect(part[0]).toMatchObject({ measure: 'rate-ratio', scale: 'log' });
    expect(found.n).toBe(wanted.persons);
    expect(found.says[1]?.values.events).toBe(wanted.riskEvents[1]);
    expect((found.figures[0] as ForestFigure).rows.map(({ name }) => name)).toEqual(windows.map(({ name }) => name));
    for (const one of found.estimates.slice(windows.length)) {
      expect(one.named).toBe('code');
      expect(one.name).toMatch(/^age-from: \d+$/);
    }
    expect(found.more.map(({ name }) => name)).toEqual(['windows', 'ages']);
    expect([...cellsOf(found.more[0]!.table, 'days')]).toEqual(wanted.riskDays);
  });

  test('who has no event or no exposure is not left out for a missing value', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => at);
    const days = (day: (at: number) => number) => rows.map(day);
    const table = tableOf(
      column('person', 'float64', rows),
      column('from', 'float64', days((at) => (at === 59 ? NaN : 1))), // prettier-ignore
      column('to', 'float64', days(() => 365)), // prettier-ignore
      column('shot', 'float64', days((at) => (at % 6 === 0 ? NaN : 100 + at))), // prettier-ignore
      column('fit', 'float64', days((at) => (at % 4 === 0 ? NaN : at % 3 === 0 ? 105 + at : 7 * ((at * 11) % 50)))) // prettier-ignore
    );
    const found = await analyse('case-series', table, {
      ...{ person: 'person', start: 'from', end: 'to' },
      ...{ events: table, eventPerson: 'person', eventDay: 'fit' },
      ...{ exposures: table, exposurePerson: 'person', exposureDay: 'shot' },
      windows: [{ name: 'after', from: 0, to: 14 }]
    });
    // One person without a first day; 15 rows without an event, 10 without an exposure.
    expect(found.nDropped).toBe(1);
    expect(found.remarks).toContainEqual({ code: 'pharmacovigilance-undated', values: { rows: 25 } });
  });

  test('a window is a name with two days', async () => {
    const people = tableOf(...['person', 'start', 'end', 'day'].map((name) => column(name, 'float64', [1])));
    const asked = { person: 'person', start: 'start', end: 'end', events: people, eventPerson: 'person', eventDay: 'day', exposures: people, exposurePerson: 'person', exposureDay: 'day' }; // prettier-ignore
    await expect(analyse('case-series', people, { ...asked, windows: [{ name: 'x', from: 0 }] })).rejects.toMatchObject({ code: 'series-window' }); // prettier-ignore
    await expect(analyse('case-series', people, { ...asked, eventDay: 'dya', windows: [] })).rejects.toMatchObject({ code: 'column-unknown' }); // prettier-ignore
  });
});

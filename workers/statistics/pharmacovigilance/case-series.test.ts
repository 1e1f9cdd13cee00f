import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-case-series.json';
import { column } from '../testing/cells';
import { casesOf, expectClose, listOf } from '../testing/oracle';
import { caseSeries, type RiskWindow, type SeriesColumns } from './index';

const REL = oracle.tolerance.rel;
type Lists = Record<string, number[]>;
const ints = (name: string, values: readonly number[]) => column(name, 'float64', [...values]);

function tables({ people = {}, events = {}, exposures = {} }: Record<string, Lists>): SeriesColumns {
  const of = (lists: Lists, name: string) => ints(name, listOf(lists[name]));
  return {
    people: { person: of(people, 'person'), start: of(people, 'start'), end: of(people, 'end') },
    events: { person: of(events, 'person'), day: of(events, 'day') },
    exposures: { person: of(exposures, 'person'), day: of(exposures, 'day') }
  };
}
const windowsOf = (pairs: unknown): RiskWindow[] =>
  (pairs as [number, number][]).map(([from, to], index) => ({ name: `window ${index + 1}`, from, to }));

describe('against Poisson regression in R with a level for each person', () => {
  test.each(casesOf(oracle, ''))('$name', ({ input, expected }) => {
    const windows = windowsOf(input.windows);
    const got = caseSeries(tables(input as Record<string, Lists>), { windows, cuts: listOf(input.cuts) });
    const wanted = expected as { risk: Lists; age: Lists; persons: number; events: number; riskEvents: number[]; riskDays: number[] }; // prettier-ignore
    const part = got.estimates.slice(0, windows.length);
    expectClose(part.map(({ estimate }) => estimate), wanted.risk.estimate, REL, 'windows'); // prettier-ignore
    expectClose(part.map(({ se }) => se), wanted.risk.se, REL, 'errors'); // prettier-ignore
    const ages = got.estimates.slice(windows.length);
    if (wanted.age.estimate) {
      expectClose(ages.map(({ estimate }) => estimate), wanted.age.estimate, REL, 'ages'); // prettier-ignore
      expectClose(ages.map(({ se }) => se), wanted.age.se, REL, 'errors of ages'); // prettier-ignore
    }
    expectClose([got.test.chiSquare, got.test.p], expected.test, REL, 'test', 1e-3);
    expect([got.n, got.events]).toEqual([wanted.persons, wanted.events]);
    expect(got.windows.map(({ events }) => events)).toEqual(wanted.riskEvents);
    expect(got.windows.map(({ days }) => days)).toEqual(wanted.riskDays);
  });
});

const [first] = casesOf(oracle, 'two windows, repeated') as [ReturnType<typeof casesOf>[0]];
const given = () => structuredClone(first.input) as Record<string, Lists>;
const options = { windows: windowsOf(first.input.windows), cuts: listOf(first.input.cuts) };

describe('laws', () => {
  test('the order of rows and the names of persons do not matter', () => {
    const plain = caseSeries(tables(given()), options).estimates.map(({ estimate }) => estimate);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const turned = given();
        for (const lists of [turned.people, turned.events, turned.exposures] as Lists[]) {
          const order = listOf(lists.person).map((_, row) => row).sort((a, b) => ((a * seed) % 97) - ((b * seed) % 97) || a - b); // prettier-ignore
          for (const [name, list] of Object.entries(lists)) lists[name] = order.map((row) => (list[row] as number) * (name === 'person' ? 7 : 1)); // prettier-ignore
        }
        const got = caseSeries(tables(turned), options).estimates.map(({ estimate }) => estimate);
        return got.every((value, index) => Math.abs(value - (plain[index] as number)) < 1e-9);
      }),
      { seed: 1, numRuns: 15 }
    );
  });

  test('dates of birth put days on the axis of age', () => {
    const dated = (name: string, days: readonly number[]) => column(name, 'date', [...days]);
    const { people = {}, events = {}, exposures = {} } = given();
    const born = (person: number) => 18000 + ((person * 37) % 900);
    const moved = (lists: Lists, name: string) =>
      dated(name, listOf(lists[name]).map((day, row) => day + born(listOf(lists.person)[row] as number))); // prettier-ignore
    const person = (lists: Lists) => column('person', 'int64', listOf(lists.person).map((id) => 2n ** 60n + BigInt(id))); // prettier-ignore
    const got = caseSeries(
      {
        people: {
          person: person(people),
          start: moved(people, 'start'),
          end: moved(people, 'end'),
          birth: dated('birth', listOf(people.person).map(born))
        },
        events: { person: person(events), day: moved(events, 'day') },
        exposures: { person: person(exposures), day: moved(exposures, 'day') }
      },
      options
    );
    expect(got.estimates).toEqual(caseSeries(tables(given()), options).estimates);
  });

  test('people without an event change nothing but a count', () => {
    const more = given();
    const { people = {} } = more;
    people.person?.push(9991, 9992);
    people.start?.push(0, 10);
    people.end?.push(300, 200);
    const [before, after] = [caseSeries(tables(given()), options), caseSeries(tables(more), options)];
    expect(after.estimates).toEqual(before.estimates);
    const counted = (remarks: typeof after.remarks) => remarks.find(({ code }) => code === 'pharmacovigilance-without-event')?.values.rows; // prettier-ignore
    expect(Number(counted(after.remarks)) - Number(counted(before.remarks))).toBe(2);
  });
});

describe('what cannot be said is refused with its reason', () => {
  const small = (change: Partial<Record<'people' | 'events' | 'exposures', Lists>> = {}) =>
    tables({
      people: { person: [1, 2], start: [0, 0], end: [99, 99] },
      events: { person: [1, 2, 1], day: [12, 50, 80] },
      exposures: { person: [1, 2], day: [10, 20] },
      ...change
    });
  const windows = [{ name: 'after', from: 0, to: 9 }];

  test('a small series has its estimate', () => {
    // By hand: the odds of the window for person 1 are 10·r/90, 1 of 2 events; for person 2 likewise, 0 of 1.
    const r = caseSeries(small(), { windows }).windows[1]?.ratio ?? NaN;
    expect((3 * 10 * r) / (10 * r + 90)).toBeCloseTo(1, 10);
  });

  test.each<[string, string, () => unknown]>([
    ['no window', 'pharmacovigilance-windows', () => caseSeries(small(), { windows: [] })],
    ['a window that ends before it begins', 'pharmacovigilance-windows', () => caseSeries(small(), { windows: [{ name: 'w', from: 5, to: 4 }] })], // prettier-ignore
    ['cuts that fall', 'pharmacovigilance-cuts', () => caseSeries(small(), { windows, cuts: [50, 20] })],
    ['half a day', 'pharmacovigilance-day', () => caseSeries(small({ events: { person: [1], day: [12.5] } }), { windows })], // prettier-ignore
    ['an end before the start', 'pharmacovigilance-observation', () => caseSeries(small({ people: { person: [1], start: [9], end: [3] } }), { windows })], // prettier-ignore
    ['a person twice', 'pharmacovigilance-person-twice', () => caseSeries(small({ people: { person: [1, 1], start: [0, 0], end: [9, 9] } }), { windows })], // prettier-ignore
    ['no event', 'pharmacovigilance-no-cases', () => caseSeries(small({ events: { person: [], day: [] } }), { windows })], // prettier-ignore
    ['events of strangers', 'pharmacovigilance-no-cases', () => caseSeries(small({ events: { person: [7], day: [5] } }), { windows })], // prettier-ignore
    ['nobody exposed', 'pharmacovigilance-window-empty', () => caseSeries(small({ exposures: { person: [], day: [] } }), { windows })], // prettier-ignore
    ['no event in the window', 'pharmacovigilance-no-finite-estimate', () => caseSeries(small({ events: { person: [1], day: [50] } }), { windows })], // prettier-ignore
    ['all events in the window', 'pharmacovigilance-no-finite-estimate', () => caseSeries(small({ events: { person: [1, 2], day: [12, 22] } }), { windows })], // prettier-ignore
    ['a cut that is the window', 'pharmacovigilance-collinear', () => caseSeries(small({ people: { person: [1, 2], start: [0, 0], end: [99, 99] }, exposures: { person: [1, 2], day: [50, 50] }, events: { person: [1, 2, 1, 2], day: [12, 55, 60, 20] } }), { windows: [{ name: 'after', from: 0, to: 60 }], cuts: [50] })] // prettier-ignore
  ])('%s', (_, code, call) => {
    expect(call).toThrowError(expect.objectContaining({ code }));
  });
});

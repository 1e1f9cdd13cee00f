import { expect } from 'vitest';
import type { CellInput } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { analyse } from '../../statistics';
import { badInput, BIG, cannot, cellsOf, codesOf, column, gives, NEXT, refused, tableOf, type Given } from './matrix'; // prettier-ignore

type Row = readonly CellInput[];

/** Reports: number, drug, event. */
const reports = (rows: readonly Row[]): Table =>
  tableOf(
    column('report', 'int64', rows.map(([report]) => report)), // prettier-ignore
    column('drug', 'text', rows.map(([, drug]) => drug)), // prettier-ignore
    column('event', 'text', rows.map(([, , event]) => event)) // prettier-ignore
  );
const detect = (given: Given, ...rows: readonly Row[]) => analyse('signals', given(reports(rows)), { report: 'report', drug: 'drug', event: 'event', score: 'ror', least: 1 }); // prettier-ignore

/** Persons observed from day 0 to 99, events and exposures of them. */
interface Series {
  people?: readonly Row[];
  events?: readonly Row[];
  exposures?: readonly Row[];
}
const people = [[1n, 0, 99], [2n, 0, 99]] as const; // prettier-ignore
const days = (rows: readonly Row[]): Table =>
  tableOf(
    column('person', 'int64', rows.map(([person]) => person)), // prettier-ignore
    column('day', 'float64', rows.map(([, day]) => day)) // prettier-ignore
  );
const follow = (
  given: Given,
  {
    people: persons = people,
    events = [
      [1n, 25],
      [2n, 70]
    ],
    exposures = [
      [1n, 20],
      [2n, 20]
    ]
  }: Series
) => {
  // prettier-ignore
  const table = tableOf(
    column('person', 'int64', persons.map(([person]) => person)), // prettier-ignore
    column('start', 'float64', persons.map(([, start]) => start)), // prettier-ignore
    column('end', 'float64', persons.map(([, , end]) => end)) // prettier-ignore
  );
  return analyse('case-series', given(table), {
    ...{ person: 'person', start: 'start', end: 'end' },
    ...{ events: given(days(events)), eventPerson: 'person', eventDay: 'day' },
    ...{ exposures: given(days(exposures)), exposurePerson: 'person', exposureDay: 'day' },
    windows: [{ name: 'two weeks', from: 0, to: 13 }]
  });
};

badInput(
  'analyses that detect',
  { signals: detect, 'case-series': follow },
  {
    signals: {
      empty: refused('pharmacovigilance-no-pairs', (given) => detect(given)),
      'one row': gives(
        'one pair without a score',
        (given) => detect(given, [1n, 'A', 'rash']),
        ({ estimates, says }) => {
          expect(estimates).toEqual([]);
          expect(codesOf(says)).toEqual(['detect-few']);
        }
      ),
      'all missing': refused('pharmacovigilance-no-pairs', (given) => detect(given, [undefined, undefined, undefined])),
      'impossible values': cannot('a drug and an event are words, whatever they say'),
      'mixed units': cannot('reports are counted'),
      'ids beyond 2^53': gives(
        'two reports, not one',
        (given) => detect(given, [BIG, 'A', 'rash'], [NEXT, 'A', 'rash'], [3n, 'B', 'rash'], [4n, 'A', 'fever']),
        ({ n, table }) => {
          expect(n).toBe(4);
          expect(cellsOf(table, 'reports')).toEqual([1, 2, 1]);
        }
      ),
      'duplicate times': gives(
        'a pair that stands twice in a report counts once',
        (given) => detect(given, [1n, 'A', 'rash'], [1n, 'A', 'rash'], [2n, 'B', 'fever']),
        ({ table }) => expect(cellsOf(table, 'reports')).toEqual([1, 1])
      )
    },
    'case-series': {
      empty: refused('pharmacovigilance-no-cases', (given) => follow(given, { people: [] })),
      'one row': refused('pharmacovigilance-no-finite-estimate', (given) => follow(given, { people: [[1n, 0, 99]] })),
      'all missing': refused('pharmacovigilance-no-cases', (given) =>
        follow(given, { people: [[undefined, undefined, undefined]] })
      ),
      'impossible values': refused(
        'pharmacovigilance-observation',
        (given) =>
        follow(given, { people: [[1n, 99, 0], [2n, 0, 99]] }) // prettier-ignore
      ),
      'mixed units': refused('pharmacovigilance-day', (given) => follow(given, { events: [[1n, 25], [2n, 0.2]] })), // prettier-ignore
      'ids beyond 2^53': gives(
        'two persons, not one',
        (given) => follow(given, {
          people: [[BIG, 0, 99], [NEXT, 0, 99]], events: [[BIG, 25], [NEXT, 70]], exposures: [[BIG, 20], [NEXT, 20]]
        }), // prettier-ignore
        ({ n }) => expect(n).toBe(2)
      ),
      'duplicate times': gives(
        'events of one day count each, and a remark says so',
        (given) => follow(given, { events: [[1n, 25], [1n, 25], [2n, 70]] }), // prettier-ignore
        ({ remarks, facts }) => {
          expect(codesOf(remarks)).toContain('pharmacovigilance-repeated');
          expect(facts[0]).toMatchObject({ code: 'events', value: 3 });
        }
      )
    }
  }
);

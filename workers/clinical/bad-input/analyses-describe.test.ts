import { expect } from 'vitest';
import type { CellInput } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { analyse, type Analysis } from '../../statistics';
import { badInput, BIG, cannot, cellsOf, column, gives, NEXT, otherwise, refused, tableOf, type Given } from './matrix'; // prettier-ignore

const ROWS = 12;

interface Changed {
  rows?: number;
  all?: 'missing';
  x?: (row: number) => CellInput;
  time?: (row: number) => CellInput;
  ids?: 'values' | 'strata';
}

/** A number, events over a time at risk, a group and a stratum. */
function sample({ rows = ROWS, all, x = (row) => row * row, time = (row) => 10 + row, ids }: Changed = {}): Table {
  const cells = (of: (row: number) => CellInput) =>
    Array.from({ length: rows }, (_, row) => (all ? undefined : of(row)));
  const two = cells((row) => (row % 2 ? BIG : NEXT));
  return tableOf(
    ids === 'values' ? column('x', 'int64', two) : column('x', 'float64', cells(x)),
    column(
      'g',
      'text',
      cells((row) => ['a', 'b'][row % 2])
    ),
    column(
      'events',
      'float64',
      cells((row) => row % 3)
    ),
    column('time', 'float64', cells(time)),
    ids === 'strata' ? column('s', 'int64', two) : column('s', 'text', cells((row) => (row < 6 ? 'young' : 'old'))) // prettier-ignore
  );
}

type Run = (given: Given, changed?: Changed) => Promise<Analysis>;
const asked = (method: string, request: object): Run => (given, changed) => analyse(method, given(sample(changed)), request as Record<string, unknown>); // prettier-ignore

const untimed = 'no time of a row is read';
const unitless = cannot('units are what the columns say; a far value shows in the greatest');
const n = (wanted: number) => (found: Analysis) => expect(found.n).toBe(wanted);

const tableOne = asked('table-one', { variables: ['x'], group: 'g' });
const describe = asked('describe', { variables: ['x'] });
const rates = asked('incidence-rates', { events: 'events', time: 'time' });
const standardise = asked('standardise', { events: 'events', time: 'time', strata: 's' });

badInput(
  'analyses that describe',
  { tableOne: analyse, describe: analyse, incidenceRates: analyse, standardise: analyse },
  {
    // prettier-ignore
    tableOne: otherwise(untimed, {
    empty: refused('table-one-empty', (given) => tableOne(given, { rows: 0 })),
    'one row': gives('one row, of one group', (given) => tableOne(given, { rows: 1 }), n(1)),
    'all missing': refused('table-one-empty', (given) => tableOne(given, { all: 'missing' })),
    'impossible values': refused('summary-large', (given) => tableOne(given, { x: (row) => (row % 3 ? 1e308 : -1e308) })), // prettier-ignore
    'mixed units': unitless,
    'ids beyond 2^53': refused('column-not-exact', (given) => tableOne(given, { ids: 'values' }))
  }),
    describe: otherwise(untimed, {
      empty: gives('no value', (given) => describe(given, { rows: 0 }), n(0)),
      'one row': gives('one value, without a spread', (given) => describe(given, { rows: 1 }), ({ table }) => expect(cellsOf(table, 'sd')).toEqual([undefined])), // prettier-ignore
      'all missing': gives('no value', (given) => describe(given, { all: 'missing' }), n(0)),
      'impossible values': refused('summary-large', (given) => describe(given, { x: () => 1e308 })),
      'mixed units': unitless,
      'ids beyond 2^53': refused('column-not-exact', (given) => describe(given, { ids: 'values' }))
    }),
    incidenceRates: otherwise(untimed, {
      empty: refused('epidemiology-time', (given) => rates(given, { rows: 0 })),
      'one row': gives('a rate of no events', (given) => rates(given, { rows: 1 }), ({ table }) => expect(cellsOf(table, 'rate')).toEqual([0])), // prettier-ignore
      'all missing': refused('epidemiology-time', (given) => rates(given, { all: 'missing' })),
      'impossible values': refused('epidemiology-row', (given) => rates(given, { time: () => -1 })),
      'mixed units': cannot('the unit of the time is that of its column'),
      'ids beyond 2^53': cannot('no id is read')
    }),
    standardise: otherwise(untimed, {
      empty: refused('epidemiology-no-strata', (given) => standardise(given, { rows: 0 })),
      'one row': gives('one stratum without events', (given) => standardise(given, { rows: 1 }), n(1)),
      'all missing': refused('epidemiology-no-strata', (given) => standardise(given, { all: 'missing' })),
      'impossible values': refused('epidemiology-row', (given) => standardise(given, { time: () => -1 })),
      'mixed units': cannot('the unit of the time is that of its column'),
      'ids beyond 2^53': gives('two strata, their ids as they were', (given) => standardise(given, { ids: 'strata' }), n(ROWS)) // prettier-ignore
    })
  }
);

import { expect } from 'vitest';
import type { CellInput } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { analyse, type Analysis } from '../../statistics';
import { badInput, BIG, cannot, column, gives, NEXT, otherwise, refused, tableOf, type Cells, type Given } from './matrix'; // prettier-ignore

const ROWS = 40;
const drawn = (row: number, salt: number) => ((row * 7919 + salt * 104729) % 97) / 97;
const numbers = (of: (row: number) => CellInput) => Array.from({ length: ROWS }, (_, row) => of(row));

interface Changed {
  rows?: number;
  all?: 'missing';
  x?: (row: number) => CellInput;
  y?: (row: number) => CellInput;
  ids?: 'groups' | 'values' | 'persons';
  person?: (row: number) => CellInput;
}

/** Numbers x and z, yes and no, a group, a stratum; and each person twice. */
function sample({
  rows = ROWS,
  all,
  x = (row) => drawn(row, 1),
  y = (row) => Number(drawn(row, 4) > 0.5),
  ids,
  person = (row) => row % 20
}: Changed = {}): Table {
  // prettier-ignore
  const cells = (of: (row: number) => CellInput) => numbers(all ? () => undefined : of).slice(0, rows);
  const two = cells((row) => (row % 2 ? BIG : NEXT));
  return tableOf(
    ids === 'values' ? column('x', 'int64', two) : column('x', 'float64', cells(x)),
    column(
      'z',
      'float64',
      cells((row) => drawn(row, 7))
    ),
    column('yes', 'float64', cells(y)),
    column(
      'again',
      'float64',
      cells((row) => Number(drawn(row, 8) > 0.3))
    ),
    ids === 'groups' ? column('g', 'int64', two) : column('g', 'text', cells((row) => ['a', 'b'][row % 2])), // prettier-ignore
    column(
      's',
      'text',
      cells((row) => (row < 20 ? 'young' : 'old'))
    ),
    column(
      'when',
      'text',
      cells((row) => (row < 20 ? 'first' : 'second'))
    ),
    ids === 'persons' ? column('person', 'int64', cells((row) => BIG + 2n * BigInt(row % 20))) : column('person', 'float64', cells(person)) // prettier-ignore
  );
}

type Run = (given: Given, changed?: Changed) => Promise<Analysis>;
const asked = (method: string, request: object): Run => (given, changed) => analyse(method, given(sample(changed)), request as Record<string, unknown>); // prettier-ignore

const untimed = 'no time of a row is read';
const unitless = cannot('units are what the columns say; a far value shows in the boxes');
const counted = cannot('what is counted has no unit');

const withoutGroups = (run: Run) => ({
  empty: refused('groups-few', (given) => run(given, { rows: 0 })),
  'one row': refused('groups-few', (given) => run(given, { rows: 1 })),
  'all missing': refused('groups-few', (given) => run(given, { all: 'missing' }))
});

const idsAreGroups = (run: Run) =>
  gives(
    'two groups, their ids as they were',
    (given) => run(given, { ids: 'groups' }),
    ({ estimates }) => expect(estimates[0]?.name).toContain(String(NEXT))
  );

const byGroup = (method: string): Cells => {
  const run = asked(method, { outcomes: ['x'], group: 'g' });
  return otherwise(untimed, {
    ...withoutGroups(run),
    'impossible values': refused('summary-large', (given) => run(given, { x: (row) => (row % 3 ? 1e308 : -1e308) })),
    'mixed units': unitless,
    'ids beyond 2^53': refused('column-not-exact', (given) => run(given, { ids: 'values' }))
  });
};

const paired = asked('paired', { value: 'x', condition: 'when', person: 'person' });
const changed = asked('paired-proportions', { value: 'yes', condition: 'when', person: 'person' });
const columnsOf = asked('paired-proportions', { before: 'yes', after: 'again' });
const proportions = asked('proportions', { outcome: 'yes', group: 'g' });
const stratified = asked('stratified', { outcome: 'yes', group: 'g', strata: 's' });
const twentyPairs = (run: Run) =>
  gives(
    'twenty pairs, their ids told apart',
    (given) => run(given, { ids: 'persons' }),
    ({ n }) => expect(n).toBe(20)
  );

badInput(
  'analyses that compare',
  {
    means: analyse,
    paired: analyse,
    ranks: analyse,
    proportions: analyse,
    pairedProportions: analyse,
    stratified: analyse
  },
  {
    // prettier-ignore
    means: byGroup('means'),
    ranks: byGroup('ranks'),
    paired: {
      empty: refused('groups-few', (given) => paired(given, { rows: 0 })),
      'one row': refused('groups-few', (given) => paired(given, { rows: 1 })),
      'all missing': refused('groups-few', (given) => paired(given, { all: 'missing' })),
      'impossible values': refused('summary-large', (given) => paired(given, { x: (row) => (row < 20 ? 1.7e308 : -1.7e308) })), // prettier-ignore
      'mixed units': unitless,
      'ids beyond 2^53': twentyPairs(paired),
      'duplicate times': refused('pairs-repeated', (given) => paired(given, { person: (row) => row % 10 }))
    },
    proportions: otherwise(untimed, {
      ...withoutGroups(proportions),
      'impossible values': refused('groups-many', (given) => proportions(given, { y: (row) => row + 0.5 })),
      'mixed units': counted,
      'ids beyond 2^53': idsAreGroups(proportions)
    }),
    pairedProportions: {
      empty: refused('test-table-shape', (given) => columnsOf(given, { rows: 0 })),
      'one row': refused('test-no-discordant', (given) => columnsOf(given, { rows: 3, y: (row) => Number(drawn(row, 8) > 0.3) })), // prettier-ignore
      'all missing': refused('test-table-shape', (given) => columnsOf(given, { all: 'missing' })),
      'impossible values': refused('groups-many', (given) => columnsOf(given, { y: (row) => row + 0.5 })),
      'mixed units': counted,
      'ids beyond 2^53': twentyPairs(changed),
      'duplicate times': refused('pairs-repeated', (given) => changed(given, { person: (row) => row % 10 }))
    },
    stratified: otherwise(untimed, {
      ...withoutGroups(stratified),
      'impossible values': refused('column-not-binary', (given) => stratified(given, { y: (row) => row % 5 })),
      'mixed units': counted,
      'ids beyond 2^53': idsAreGroups(stratified)
    })
  }
);

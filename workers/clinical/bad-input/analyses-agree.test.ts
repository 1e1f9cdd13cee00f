import { expect } from 'vitest';
import { analyse, type Analysis } from '../../statistics';
import type { CellInput } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { badInput, BIG, cannot, column, gives, NEXT, otherwise, refused, tableOf, type Cells, type Given } from './matrix'; // prettier-ignore

const ROWS = 20;

interface Changed {
  rows?: number;
  all?: 'missing';
  /** Instead of one value of the first measurement. */
  a?: CellInput;
  id?: true;
}

/** Two measurements, two raters, and whose rows they are. */
function sample({ rows = ROWS, all, a, id }: Changed = {}): Table {
  const cells = (of: (row: number) => CellInput) =>
    Array.from({ length: rows }, (_, row) => (all ? undefined : of(row)));
  const drawn = (row: number, salt: number) => ((row * 7919 + salt * 104729) % 97) / 97;
  return tableOf(
    id
      ? column('a', 'int64', cells((row) => (row % 2 ? BIG : NEXT))) // prettier-ignore
      : column('a', 'float64', cells((row) => (row === 1 && a !== undefined ? a : row + drawn(row, 1)))), // prettier-ignore
    column('b', 'float64', cells((row) => row + drawn(row, 2))), // prettier-ignore
    id
      ? column('one', 'int64', cells((row) => (drawn(row, 3) > 0.5 ? BIG : NEXT))) // prettier-ignore
      : column('one', 'text', cells((row) => (drawn(row, 3) > 0.5 ? 'mild' : 'severe'))), // prettier-ignore
    id
      ? column('two', 'int64', cells((row) => (drawn(row, 4) > 0.5 ? BIG : NEXT))) // prettier-ignore
      : column('two', 'text', cells((row) => (drawn(row, 4) > 0.5 ? 'mild' : 'severe'))), // prettier-ignore
    column('person', 'int64', cells((row) => BIG + BigInt(2 * (row % 5)))) // prettier-ignore
  );
}

type Run = (given: Given, changed?: Changed) => Promise<Analysis>;
const asked = (method: string, request: object): Run => (given, changed) => analyse(method, given(sample(changed)), request as Record<string, unknown>); // prettier-ignore

const kappa = asked('kappa', { raters: ['one', 'two'] });
const blandAltman = asked('bland-altman', { first: 'a', second: 'b' });
const repeated = asked('bland-altman', { first: 'a', second: 'b', person: 'person' });
const intraclass = asked('intraclass', { raters: ['a', 'b'] });
const concordance = asked('concordance', { first: 'a', second: 'b' });

const untimed = 'no time of a row is read';
const dropsEndless = (run: Run) =>
  gives(
    'an endless value counts as missing',
    (given) => run(given, { a: Infinity }),
    ({ n, nDropped }) => expect([n, nDropped]).toEqual([ROWS - 1, 1])
  );

function measured(run: Run): Cells {
  return otherwise(untimed, {
    empty: refused('agreement-too-few', (given) => run(given, { rows: 0 })),
    'one row': refused('agreement-too-few', (given) => run(given, { rows: 1 })),
    'all missing': refused('agreement-too-few', (given) => run(given, { all: 'missing' })),
    'impossible values': dropsEndless(run),
    'mixed units': cannot('a value in another unit is a difference that stands apart in the drawing'),
    'ids beyond 2^53': refused('column-not-exact', (given) => run(given, { id: true }))
  });
}

badInput(
  'analyses that agree',
  { kappa, blandAltman, repeated, intraclass, concordance },
  {
    kappa: otherwise(untimed, {
      empty: refused('agreement-too-few', (given) => kappa(given, { rows: 0 })),
      'one row': refused('agreement-too-few', (given) => kappa(given, { rows: 1 })),
      'all missing': refused('agreement-too-few', (given) => kappa(given, { all: 'missing' })),
      'impossible values': cannot('any value is a level'),
      'mixed units': cannot('levels have no unit'),
      'ids beyond 2^53': gives(
        'levels that are ids stay apart',
        (given) => kappa(given, { id: true }),
        ({ facts }) => expect(facts).toContainEqual({ code: 'levels', value: 2, as: 'count' })
      )
    }),
    blandAltman: measured(blandAltman),
    repeated: {
      ...measured(repeated),
      'ids beyond 2^53': gives(
        'five persons, told apart',
        (given) => repeated(given),
        ({ facts }) => expect(facts).toContainEqual({ code: 'persons', value: 5, as: 'count' })
      )
    },
    intraclass: measured(intraclass),
    concordance: measured(concordance)
  }
);

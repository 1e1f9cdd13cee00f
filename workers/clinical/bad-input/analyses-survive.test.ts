import { expect } from 'vitest';
import { analyse, type Analysis } from '../../statistics';
import type { CellInput } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { badInput, BIG, cannot, codesOf, column, gives, NEXT, refused, tableOf, type Cells, type Given } from './matrix'; // prettier-ignore

const ROWS = 40;

interface Changed {
  rows?: number;
  missing?: true;
  /** Time of a row. */
  time?: (row: number) => CellInput;
  /** Times are ids that a double does not hold. */
  ids?: true;
}

/** Children of two wards, followed until they die, go home or are lost. */
function sample({ rows = ROWS, missing, time = (row) => 1 + ((row * 7) % 31), ids }: Changed = {}): Table {
  const cells = (of: (row: number) => CellInput) =>
    Array.from({ length: rows }, (_, row) => (missing ? undefined : of(row)));
  return tableOf(
    ids ? column('days', 'int64', cells((row) => (row % 2 ? BIG : NEXT))) : column('days', 'float64', cells(time)), // prettier-ignore
    column(
      'died',
      'float64',
      cells((row) => Number(row % 3 === 0))
    ),
    column(
      'how',
      'text',
      cells((row) => ['dead', 'home', 'lost'][row % 3])
    ),
    column(
      'ward',
      'text',
      cells((row) => ['east', 'west'][Math.floor(row / 2) % 2])
    ),
    column(
      'age',
      'float64',
      cells((row) => (row * 5) % 17)
    )
  );
}

/** A band without a limit is drawn as none: figures hold NaN there. */
const told = ({ figures, ...rest }: Analysis) => ({ ...rest, drawn: figures.length });

const units = cannot('times are in one unit of whatever length; a child followed for years among days is a far value');

function cellsOf(
  method: string,
  request: Record<string, unknown>,
  { empty, missing = empty, oneRow }: { empty: string; missing?: string; oneRow: Cells['one row'] | string }
): Cells {
  const run = async (given: Given, changed?: Changed) => told(await analyse(method, given(sample(changed)), request));
  return {
    empty: refused(empty, (given) => run(given, { rows: 0 })),
    'one row': typeof oneRow === 'string' ? refused(oneRow, (given) => run(given, { rows: 1 })) : oneRow,
    'all missing': refused(missing, (given) => run(given, { missing: true })),
    'impossible values': refused('survival-time-negative', (given) => run(given, { time: (row) => (row === 3 ? -5 : row) })), // prettier-ignore
    'mixed units': units,
    'ids beyond 2^53': refused('column-not-exact', (given) => run(given, { ids: true })),
    'duplicate times': gives(
      'all at one time are counted, and every number is one',
      (given) => run(given, { time: () => 5 }),
      ({ n, remarks }) => {
        expect(n).toBe(ROWS);
        expect(codesOf(remarks)).toContain('survival-censoring-assumed');
      }
    )
  };
}

const followed = { time: 'days', event: 'died' };
const ended = { time: 'days', event: 'how', censored: 'lost' };

badInput(
  'analyses that survive',
  {
    kaplanMeier: analyse,
    restrictedMean: analyse,
    cox: analyse,
    cumulativeIncidence: analyse,
    fineGray: analyse
  },
  {
    kaplanMeier: cellsOf(
      'kaplan-meier',
      { ...followed, group: 'ward' },
      {
        empty: 'survival-rows-none',
        oneRow: gives(
          'one child of one group is a curve without a test',
          async (given) =>
            told(await analyse('kaplan-meier', given(sample({ rows: 1 })), { ...followed, group: 'ward' })),
          ({ n, tests }) => expect([n, tests]).toEqual([1, []])
        )
      }
    ),
    restrictedMean: {
      ...cellsOf(
        'restricted-mean',
        { ...followed, group: 'ward' },
        { empty: 'survival-rows-none', oneRow: 'groups-few' }
      ),
      // Before the only time nobody had the event: both means are that time, and nothing tells how sure they are.
      'duplicate times': refused('survival-means-no-spread', (given) =>
        analyse('restricted-mean', given(sample({ time: () => 5 })), { ...followed, group: 'ward' })
      )
    },
    cox: cellsOf('cox', { ...followed, predictors: ['age'] }, { empty: 'rows-none', oneRow: 'survival-collinear' }),
    cumulativeIncidence: cellsOf(
      'cumulative-incidence',
      { ...ended, group: 'ward' },
      {
        empty: 'rows-none',
        oneRow: gives(
          'the incidence of who had the event, and that nobody was censored',
          async (given) => told(await analyse('cumulative-incidence', given(sample({ rows: 1 })), { ...ended, group: 'ward' })), // prettier-ignore
          ({ n, remarks }) => {
            expect(n).toBe(1);
            expect(codesOf(remarks)).toContain('competing-nobody-censored');
          }
        )
      }
    ),
    fineGray: cellsOf(
      'fine-gray',
      { ...ended, cause: 'dead', predictors: ['age'] },
      {
        empty: 'rows-none',
        oneRow: 'survival-collinear'
      }
    )
  }
);

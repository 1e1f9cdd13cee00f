import { expect } from 'vitest';
import { analyse, type Analysis } from '../../statistics';
import type { CellInput } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { badInput, BIG, cannot, codesOf, column, gives, NEXT, otherwise, refused, tableOf, type Cells, type Given } from './matrix'; // prettier-ignore

const ROWS = 40;
const numbers = (of: (row: number) => CellInput) => Array.from({ length: ROWS }, (_, row) => of(row));
/** Without a pattern, and the same each time. */
const drawn = (row: number, salt: number) => ((row * 7919 + salt * 104729) % 97) / 97;
const words = ['low', 'middle', 'high'];

interface Changed {
  rows?: number;
  all?: 'missing';
  x?: (row: number) => CellInput;
  y?: (row: number) => CellInput;
  id?: true;
}

/** Rows with a number x, a category g, and an outcome of each kind. */
function sample({ rows = ROWS, all, x = (row) => drawn(row, 1), y, id }: Changed = {}): Table {
  const cells = (of: (row: number) => CellInput) => numbers(all ? () => undefined : of).slice(0, rows);
  return tableOf(
    id ? column('x', 'int64', numbers((row) => (row % 2 ? BIG : NEXT)).slice(0, rows)) : column('x', 'float64', cells(x)), // prettier-ignore
    column(
      'g',
      'text',
      cells((row) => ['a', 'b'][Math.floor(drawn(row, 2) * 2)])
    ),
    column('number', 'float64', cells(y ?? ((row) => drawn(row, 3) + drawn(row, 1)))),
    column('yes', 'float64', cells(y ?? ((row) => Number(drawn(row, 4) > 0.5)))),
    column('count', 'float64', cells(y ?? ((row) => Math.floor(drawn(row, 5) ** 4 * 9)))),
    column(
      'state',
      'text',
      cells((row) => words[Math.floor(drawn(row, 6) * 3)])
    ),
    column(
      'ward',
      'int64',
      cells((row) => BIG + BigInt(2 * (row % 8)))
    ),
    column(
      'day',
      'int64',
      cells((row) => BigInt(row))
    )
  );
}

type Run = (given: Given, changed?: Changed) => Promise<Analysis>;
const asked = (method: string, request: object): Run => (given, changed) => analyse(method, given(sample(changed)), request as Record<string, unknown>); // prettier-ignore

const units = cannot('units are what the columns say; a row in another unit is a far value, which the residuals show');
const untimed = 'no time of a row is read';

/** What all models of an outcome do alike. */
function modelCells(
  run: Run,
  { oneRow, impossible }: { oneRow: string; impossible: Cells['impossible values'] }
): Cells {
  return otherwise(untimed, {
    empty: refused('rows-none', (given) => run(given, { rows: 0 })),
    'one row': refused(oneRow, (given) => run(given, { rows: 1 })),
    'all missing': refused('rows-none', (given) => run(given, { all: 'missing' })),
    'impossible values': impossible,
    'mixed units': units,
    'ids beyond 2^53': refused('column-not-exact', (given) => run(given, { id: true }))
  });
}

const linear = asked('linear', { outcome: 'number', predictors: ['x'] });
const logistic = asked('logistic', { outcome: 'yes', predictors: ['x'] });
const firth = asked('firth', { outcome: 'yes', predictors: ['x'] });
const poisson = asked('poisson', { outcome: 'count', predictors: ['x'] });
const negativeBinomial = asked('negative-binomial', { outcome: 'count', predictors: ['x'] });
const ordinal = asked('ordinal', { outcome: 'state', predictors: ['x'], order: words });
const linearMixed = asked('linear-mixed', { outcome: 'number', predictors: ['x'], group: 'ward' });
const logisticMixed = asked('logistic-mixed', { outcome: 'yes', predictors: ['x'], group: 'ward' });
const correlation = asked('correlation', { columns: ['x', 'number'] });
const matching = asked('propensity-matching', { treatment: 'yes', predictors: ['x', 'g'], outcome: 'number' });
const weighting = asked('propensity-weighting', { treatment: 'yes', predictors: ['x', 'g'], outcome: 'number' });
const series = asked('interrupted-series', { value: 'number', start: 20, time: 'day' });

const endless = (row: number) => (row === 3 ? Infinity : drawn(row, 3));
const dropsEndless = (run: Run) =>
  gives(
    'an endless value counts as missing',
    (given) => run(given, { x: (row) => (row === 3 ? Infinity : drawn(row, 1)) }),
    ({ n, nDropped }) => expect([n, nDropped]).toEqual([ROWS - 1, 1])
  );

badInput(
  'analyses that relate',
  {
    linear,
    logistic,
    firth,
    poisson,
    negativeBinomial,
    ordinal,
    linearMixed,
    logisticMixed,
    correlation,
    matching,
    weighting,
    series
  },
  {
    linear: modelCells(linear, { oneRow: 'regression-too-few', impossible: dropsEndless(linear) }),
    logistic: modelCells(logistic, {
      oneRow: 'regression-one-class',
      impossible: refused('regression-response-binary', (given) => logistic(given, { y: () => 2 }))
    }),
    firth: modelCells(firth, {
      oneRow: 'regression-one-class',
      impossible: refused('regression-response-binary', (given) => firth(given, { y: () => 2 }))
    }),
    poisson: modelCells(poisson, {
      oneRow: 'regression-one-class',
      impossible: refused('regression-response-count', (given) => poisson(given, { y: () => -1 }))
    }),
    negativeBinomial: modelCells(negativeBinomial, {
      oneRow: 'regression-one-class',
      impossible: refused('regression-response-count', (given) => negativeBinomial(given, { y: () => 0.5 }))
    }),
    ordinal: modelCells(ordinal, { oneRow: 'regression-one-class', impossible: dropsEndless(ordinal) }),
    linearMixed: modelCells(linearMixed, { oneRow: 'mixed-groups-few', impossible: dropsEndless(linearMixed) }),
    logisticMixed: modelCells(logisticMixed, {
      oneRow: 'regression-one-class',
      impossible: refused('regression-response-binary', (given) => logisticMixed(given, { y: () => 2 }))
    }),
    correlation: otherwise(untimed, {
      empty: refused('test-too-few', (given) => correlation(given, { rows: 0 })),
      'one row': refused('test-too-few', (given) => correlation(given, { rows: 1 })),
      'all missing': refused('test-too-few', (given) => correlation(given, { all: 'missing' })),
      'impossible values': dropsEndless(correlation),
      'mixed units': units,
      'ids beyond 2^53': refused('column-not-exact', (given) => correlation(given, { id: true }))
    }),
    matching: propensityCells(matching),
    weighting: propensityCells(weighting),
    series: {
      empty: refused('series-start', (given) => series(given, { rows: 0 })),
      'one row': refused('series-start', (given) => series(given, { rows: 1 })),
      'all missing': refused('series-time', (given) => series(given, { all: 'missing' })),
      'impossible values': refused('series-gap', (given) => series(given, { y: endless })),
      'mixed units': units,
      'ids beyond 2^53': gives(
        'a number that a double cannot hold still puts points into their order',
        async (given) => {
          const { columns, rows } = sample();
          const time = column(
            'day',
            'int64',
            numbers((row) => BIG + BigInt(row))
          );
          const request = { value: 'number', start: 20, time: 'day' };
          return analyse('interrupted-series', given({ rows, columns: [...columns.filter(({ name }) => name !== 'day'), time] }), request); // prettier-ignore
        },
        ({ n }) => expect(n).toBe(ROWS)
      ),
      'duplicate times': refused('series-time', (given) => {
        const { columns, rows } = sample();
        const time = column(
          'day',
          'int64',
          numbers((row) => BigInt(row >> 1))
        );
        return analyse('interrupted-series', given({ rows, columns: [...columns.filter(({ name }) => name !== 'day'), time] }), { value: 'number', start: 20, time: 'day' }); // prettier-ignore
      })
    }
  }
);

function propensityCells(run: Run): Cells {
  return otherwise(untimed, {
    empty: refused('rows-none', (given) => run(given, { rows: 0 })),
    'one row': refused('formula-one-level', (given) => run(given, { rows: 1 })),
    'all missing': refused('rows-none', (given) => run(given, { all: 'missing' })),
    'impossible values': gives(
      'an endless value counts as missing, and the score is said to know only what it was told',
      (given) => run(given, { x: (row) => (row === 3 ? Infinity : drawn(row, 1)) }),
      ({ nDropped, remarks }) => {
        expect(nDropped).toBe(1);
        expect(codesOf(remarks)).toContain('propensity-unmeasured');
      }
    ),
    'mixed units': units,
    'ids beyond 2^53': refused('column-not-exact', (given) => run(given, { id: true }))
  });
}

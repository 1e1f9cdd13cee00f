import { expect } from 'vitest';
import type { CellInput } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { analyse } from '../../statistics';
import { badInput, BIG, cannot, cellsOf, codesOf, column, gives, NEXT, otherwise, refused, tableOf, type Given } from './matrix'; // prettier-ignore

type Row = readonly CellInput[];
const untimed = 'studies have no times';

/** Studies: id, estimate, standard error. */
const studies = (...rows: readonly Row[]): Table =>
  tableOf(
    column('study', 'int64', rows.map(([study]) => study)), // prettier-ignore
    column('estimate', 'float64', rows.map(([, estimate]) => estimate)), // prettier-ignore
    column('se', 'float64', rows.map(([, , se]) => se)) // prettier-ignore
  );
const pool = (given: Given, ...rows: readonly Row[]) => analyse('meta-analysis', given(studies(...rows)), { study: 'study', estimate: 'estimate', se: 'se' }); // prettier-ignore

/** Studies: id, events and persons of both groups. */
const counts = (...rows: readonly Row[]): Table =>
  tableOf(
    column('study', 'int64', rows.map(([study]) => study)), // prettier-ignore
    ...['events', 'persons', 'controlEvents', 'controlPersons'].map(
      (name, at) =>
      column(name, 'float64', rows.map((row) => row[at + 1])) // prettier-ignore
    )
  );
const names = { study: 'study', events: 'events', persons: 'persons', controlEvents: 'controlEvents', controlPersons: 'controlPersons' }; // prettier-ignore
const count = (given: Given, ...rows: readonly Row[]) => analyse('meta-counts', given(counts(...rows)), names);

badInput(
  'analyses that pool',
  { 'meta-analysis': pool, 'meta-counts': count },
  {
    'meta-analysis': otherwise(untimed, {
      empty: refused('meta-too-few', (given) => pool(given)),
      'one row': refused('meta-too-few', (given) => pool(given, [1n, 0.5, 0.2])),
      'all missing': refused('meta-too-few', (given) => pool(given, [1n], [2n], [3n])),
      'impossible values': refused('meta-standard-error', (given) => pool(given, [1n, 0.5, -0.2], [2n, 0.1, 0.3])),
      'mixed units': gives(
        'a study in another unit stands alone, and the studies differ more than by chance',
        (given) => pool(given, [1n, 0.5, 0.2], [2n, 0.4, 0.2], [3n, 45, 20], [4n, 0.45, 0.1]),
        ({ n, estimates }) => {
          expect(n).toBe(4);
          expect(estimates[0]?.estimate).toBeLessThan(45);
        }
      ),
      'ids beyond 2^53': gives(
        'two studies by their names as they are',
        (given) => pool(given, [BIG, 0.5, 0.2], [NEXT, 0.1, 0.3]),
        ({ table, remarks }) => {
          expect(cellsOf(table, 'study')).toEqual([String(BIG), String(NEXT)]);
          expect(codesOf(remarks)).toContain('meta-few-studies');
        }
      )
    }),
    'meta-counts': otherwise(untimed, {
      empty: refused('meta-too-few', (given) => count(given)),
      'one row': refused('meta-too-few', (given) => count(given, [1n, 5, 50, 8, 50])),
      'all missing': refused('meta-too-few', (given) => count(given, [1n], [2n])),
      'impossible values': refused('meta-counts', (given) => count(given, [1n, 51, 50, 8, 50], [2n, 3, 50, 8, 50])),
      'mixed units': cannot('events and persons are counted: per cent that are no whole numbers are refused'),
      'ids beyond 2^53': gives(
        'two studies by their names as they are',
        (given) => count(given, [BIG, 5, 50, 8, 50], [NEXT, 3, 50, 8, 50]),
        ({ table }) => expect(cellsOf(table, 'study')).toEqual([String(BIG), String(NEXT)])
      )
    })
  }
);

import { expect } from 'vitest';
import { interruptedTimeSeries, thirtyDayOutcomes } from '../../statistics';
import { BIG, badInput, cannot, cellsOf, column, gives, NEXT, refused } from './matrix';
import { ENDLESS_DAY, episodes, series } from './statistics-inputs';

// Beside the others of their door: `statistics.test.ts`.
badInput(
  'statistics over time',
  { interruptedTimeSeries, thirtyDayOutcomes },
  {
    thirtyDayOutcomes: {
      empty: refused('cases-none', (given) => thirtyDayOutcomes(given(episodes()))),
      'one row': gives(
        'one death within thirty days',
        (given) => thirtyDayOutcomes(given(episodes([1n, 0, 30, 30]))),
        ({ deaths, used }) => expect([deaths, used]).toEqual([1, 1])
      ),
      'all missing': gives(
        'excluded by reason, dropped without an episode',
        (given) =>
          thirtyDayOutcomes(
            given(episodes([1n, undefined, undefined, undefined], [undefined, 0, 0, 0], [2n, 0, undefined, undefined]))
          ),
        ({ excluded, dropped }) => {
          expect([excluded['operation undated'], excluded['follow-up unknown']]).toEqual([1, 1]);
          expect(dropped).toBe(1);
        }
      ),
      'impossible values': gives(
        'an endless day is no day; a death before the operation is excluded',
        (given) =>
          thirtyDayOutcomes(
            given(
              episodes(
                [1n, -ENDLESS_DAY, ENDLESS_DAY, 5],
                [2n, 0, ENDLESS_DAY, 60],
                [3n, 0, undefined, ENDLESS_DAY],
                [4n, 9, 1, 9]
              )
            )
          ),
        ({ table, excluded }) => {
          expect(cellsOf(table, 'died')).toEqual([undefined, 0, undefined, undefined]);
          expect(cellsOf(table, 'days')).toEqual([undefined, undefined, undefined, undefined]);
          expect(excluded).toMatchObject({
            'operation undated': 1,
            'follow-up unknown': 1,
            'death before operation': 1
          });
        }
      ),
      'mixed units': refused('column-not-dated', (given) =>
        thirtyDayOutcomes(given({ ...episodes([1n, 0, 1, 1]), death: column('death', 'float64', [1], 'd') }))
      ),
      'ids beyond 2^53': gives(
        'two episodes, their ids as they were',
        (given) => thirtyDayOutcomes(given(episodes([BIG, 0, 1, 1], [NEXT, 0, undefined, 60]))),
        ({ table }) =>
          expect([cellsOf(table, 'episode'), cellsOf(table, 'died')]).toEqual([
            [BIG, NEXT],
            [1, 0]
          ])
      ),
      'duplicate times': gives(
        'two operations of one day are one episode',
        (given) => thirtyDayOutcomes(given(episodes([1n, 0, 5, 5], [1n, 0, 5, 5]))),
        ({ episodes: n, deaths }) => expect([n, deaths]).toEqual([1, 1])
      )
    },
    interruptedTimeSeries: {
      empty: refused('series-start', (given) => interruptedTimeSeries(given(series()), { start: 3 })),
      'one row': refused('series-start', (given) => interruptedTimeSeries(given(series(1)), { start: 3 })),
      'all missing': refused('series-gap', (given) =>
        interruptedTimeSeries(given(series(...Array<undefined>(8))), { start: 4 })
      ),
      'impossible values': gives(
        'a point that is no finite number is a gap: series-gap; numbers too large to square are refused: series-large',
        () => {
          const code = (...cells: number[]) => {
            try {
              return JSON.stringify(interruptedTimeSeries(series(...cells), { start: 4 }));
            } catch (error) {
              return (error as { code?: string }).code;
            }
          };
          return [
            code(1, 2, Infinity, 4, 5, 7, 6, 9),
            code(1e308, -1e308, 1e308, -1e308, 1e308, 1e308, 1e308, -1e308),
            code(1e200, 2e200, 1e200, 5e200, 1e200, 7e200, 1e200, 3e200)
          ];
        },
        (found) => expect(found).toEqual(['series-gap', 'series-large', 'series-large'])
      ),
      'mixed units': cannot('one column is one measure: it has one unit or none'),
      'ids beyond 2^53': refused('column-not-exact', (given) =>
        interruptedTimeSeries(given(column('y', 'int64', Array<bigint>(8).fill(BIG))), { start: 4 })
      ),
      'duplicate times': cannot('points are counted 1 to n: a series has no column of times')
    }
  }
);

import { expect } from 'vitest';
import type { CellInput } from '../../shared/column-builder';
import * as door from '../pathway';
import { badInput, BIG, cannot, cellsOf, codesOf, column, gives, NEXT, otherwise, refused, tableOf } from './matrix';

const { checkConformance, mapPathways, parseReferencePath, readEventLog, writeReferencePath, writeStep } = door;

const HOUR = 3_600_000_000n;
/** How DuckDB writes `infinity`. */
const ENDLESS = 9223372036854775807n;

const table = (cases: CellInput[], activities: CellInput[], times: CellInput[]) =>
  tableOf(
    column('case', 'int64', cases),
    column('activity', 'text', activities),
    column('time', 'timestamp', times),
    column(
      'hospital',
      'text',
      cases.map(() => 'A')
    )
  );
const names = { case: 'case', activity: 'activity', time: 'time', hospital: 'hospital' };
const one = table([1n], ['A'], [0n]);
const gone = table([undefined, 2n, 3n], ['A', undefined, 'A'], [0n, 0n, undefined]);
const endless = table([1n, 1n, 1n], ['A', 'B', 'C'], [0n, ENDLESS, -ENDLESS]);
const apart = table([1n, 1n], ['A', 'B'], [-62135596800000000n, 253370764800000000n]);
const big = table([BIG, NEXT, BIG], ['A', 'A', 'B'], [0n, HOUR, 2n * HOUR]);
const tied = table([1n, 1n], ['B', 'A'], [HOUR, HOUR]);
const nowhere = { hospitals: [null] };
const noUnits = 'activities are words and times are points in time: there is no unit';

badInput('pathway', door, {
  readEventLog: {
    empty: refused('pathway-no-events', (given) => readEventLog(given(table([], [], [])), names)),
    'one row': gives(
      'a log of one event',
      (given) => readEventLog(given(one), names),
      ({ activities, starts }) => expect([activities, [...starts]]).toEqual([['A'], [0, 1]])
    ),
    'all missing': refused('pathway-no-events', (given) => readEventLog(given(gone), names)),
    'impossible values': gives(
      'endless times are counted as dropped; years 1 and 9999 are refused: pathway-times-apart',
      (given) => [readEventLog(given(endless), names), caught(() => readEventLog(given(apart), names))] as const,
      ([log, code]) => {
        expect(log.dropped).toEqual({ missingCase: 0, missingActivity: 0, missingTime: 0, endlessTime: 2 });
        expect(code).toBe('pathway-times-apart');
      }
    ),
    'mixed units': refused('pathway-column-type', (given) =>
      readEventLog(given(tableOf(...one.columns.slice(0, 2), column('time', 'float64', [1], 'h'))), {
        case: 'case',
        activity: 'activity',
        time: 'time'
      })
    ),
    'ids beyond 2^53': gives(
      'two cases, their ids as they were',
      (given) => readEventLog(given(big), names),
      ({ cases }) => expect([...cases.values]).toEqual([BIG, NEXT])
    ),
    'duplicate times': gives(
      'equal times keep the order of their rows',
      (given) => readEventLog(given(tied), names),
      ({ activity, activities }) => expect(Array.from(activity, (code) => activities[code])).toEqual(['B', 'A'])
    )
  },
  mapPathways: {
    empty: gives(
      'a filter that leaves nothing gives empty tables',
      (given) => mapPathways(readEventLog(given(one), names), nowhere),
      ({ counts, throughput, eventsPerCase }) =>
        expect([counts.cases, counts.events, throughput, eventsPerCase]).toEqual([0, 0, undefined, undefined])
    ),
    'one row': gives(
      'one case of one event, no arrow, throughput 0',
      (given) => mapPathways(readEventLog(given(one), names)),
      ({ counts, cases, edges }) => {
        expect([counts.cases, edges.rows]).toEqual([1, 0]);
        expect(cellsOf(cases, 'throughput_seconds')).toEqual([0]);
      }
    ),
    'all missing': refused('pathway-no-events', (given) => mapPathways(readEventLog(given(gone), names))),
    'impossible values': refused('pathway-share-range', (given) =>
      mapPathways(readEventLog(given(one), names), { variantShare: NaN })
    ),
    'mixed units': cannot(noUnits),
    'ids beyond 2^53': gives(
      'two cases, their ids as they were',
      (given) => mapPathways(readEventLog(given(big), names)),
      ({ cases }) => expect(cellsOf(cases, 'case_id')).toEqual([BIG, NEXT])
    ),
    'duplicate times': gives(
      'remark pathway-ties with rows and cases',
      (given) => mapPathways(readEventLog(given(tied), names)),
      ({ remarks }) => expect(remarks).toEqual([{ code: 'pathway-ties', rows: 2, cases: 1 }])
    )
  },
  checkConformance: {
    empty: gives(
      'a filter that leaves nothing has no fit',
      (given) => checkConformance(readEventLog(given(one), names), 'A', nowhere),
      ({ fit, cases }) => expect([fit, cases.rows]).toEqual([undefined, 0])
    ),
    'one row': gives(
      'one case that fits',
      (given) => checkConformance(readEventLog(given(one), names), 'A'),
      ({ fit }) => expect(fit).toMatchObject({ cases: 1, fittingCases: 1, meanFitness: 1, logFitness: 1 })
    ),
    'all missing': refused('pathway-no-events', (given) => checkConformance(readEventLog(given(gone), names), 'A')),
    'impossible values': gives(
      'a path whose steps never happen: unknownSteps, fitness 0',
      (given) => checkConformance(readEventLog(given(one), names), 'X > Y'),
      ({ unknownSteps, fit }) => {
        expect(unknownSteps.map(({ activity }) => activity)).toEqual(['X', 'Y']);
        expect(fit?.meanFitness).toBe(0);
      }
    ),
    'mixed units': cannot(noUnits),
    'ids beyond 2^53': gives(
      'two cases, their ids as they were',
      (given) => checkConformance(readEventLog(given(big), names), 'A > [B]'),
      ({ cases }) => expect(cellsOf(cases, 'case_id')).toEqual([BIG, NEXT])
    ),
    'duplicate times': gives(
      'the order of the rows counts, as the map remarks: pathway-ties',
      async (given) =>
        [
          await checkConformance(readEventLog(given(tied), names), 'B > A'),
          mapPathways(readEventLog(given(tied), names))
        ] as const,
      ([conformance, map]) => {
        expect(conformance.fit?.fittingCases).toBe(1);
        expect(codesOf(map.remarks)).toEqual(['pathway-ties']);
      }
    )
  },
  parseReferencePath: otherwise('it takes a text of steps, no data', {
    empty: refused('path-empty', () => parseReferencePath('  ')),
    'one row': gives(
      'a path of one step',
      () => writeReferencePath(parseReferencePath('A')),
      (path) => expect(path).toBe('A')
    ),
    'all missing': refused('path-step-missing', () => parseReferencePath('> >')),
    'impossible values': refused('path-bracket-open', () => parseReferencePath('A > (B'))
  }),
  writeReferencePath: otherwise('it takes a path that was parsed, no data', {
    'one row': gives(
      'what is written is read again',
      () => writeReferencePath(parseReferencePath('A>[B]>(C|D)*')),
      (path) => expect(writeReferencePath(parseReferencePath(path))).toBe(path)
    )
  }),
  writeStep: otherwise('it takes the name of an activity, no data', {
    empty: gives(
      'a name of no letters is read again as a step',
      () => parseReferencePath(writeStep('')),
      (path) => expect(writeReferencePath(path)).toBe('""')
    ),
    'impossible values': gives(
      'signs of the language are quoted and read again',
      () => writeReferencePath(parseReferencePath(writeStep('A > "B" [x] | y*'))),
      (path) => expect(path).toBe(writeStep('A > "B" [x] | y*'))
    )
  })
});

function caught(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
}

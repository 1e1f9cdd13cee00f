import { expect } from 'vitest';
import type { CellInput } from '../../shared/column-builder';
import * as door from '../events';
import { badInput, BIG, cannot, cellsOf, codesOf, column, gives, NEXT, otherwise, refused, tableOf } from './matrix';

const { checkEvents, findEvents, forgetEvents, mapEvents, openEvents } = door;

const HOUR = 3_600_000_000n;
/** How DuckDB writes `infinity`. */
const ENDLESS = 9223372036854775807n;
const table = (...rows: readonly (readonly [CellInput, CellInput, CellInput])[]) =>
  tableOf(
    column('case', 'int64', rows.map(([one]) => one)), // prettier-ignore
    column('activity', 'text', rows.map(([, one]) => one)), // prettier-ignore
    column('time', 'timestamp', rows.map(([, , one]) => one)) // prettier-ignore
  );
const names = { case: 'case', activity: 'activity', time: 'time' };
const one = table([1n, 'A', 0n]);
const gone = table([undefined, 'A', 0n], [2n, undefined, 0n], [3n, 'A', undefined]);
const big = table([BIG, 'A', 0n], [NEXT, 'A', HOUR], [BIG, 'B', 2n * HOUR]);
const tied = table([1n, 'B', HOUR], [1n, 'A', HOUR]);
const noUnits = 'activities are words and times are points in time: there is no unit';
const onlyKeys = 'it takes keys of events that were read, no data';

badInput('events kept between filters', door, {
  openEvents: {
    empty: refused('pathway-no-events', (given) => openEvents('k', '1', given(table()), names)),
    'one row': gives(
      'one case of one event',
      (given) => openEvents('k', '1', given(one), names),
      ({ cases, events, activities }) => expect([cases, events, activities]).toEqual([1, 1, ['A']])
    ),
    'all missing': refused('pathway-no-events', (given) => openEvents('k', '1', given(gone), names)),
    'impossible values': gives(
      'endless times are counted as dropped',
      (given) => openEvents('k', '1', given(table([1n, 'A', 0n], [1n, 'B', ENDLESS], [1n, 'C', -ENDLESS])), names),
      ({ dropped }) => expect(dropped.endlessTime).toBe(2)
    ),
    'mixed units': refused('pathway-column-type', (given) =>
      openEvents('k', '1', given(tableOf(...one.columns.slice(0, 2), column('time', 'float64', [1], 'h'))), names)
    ),
    'ids beyond 2^53': gives(
      'two cases',
      (given) => openEvents('k', '1', given(big), names),
      ({ cases }) => expect(cases).toBe(2)
    ),
    'duplicate times': gives(
      'all events are kept',
      (given) => openEvents('k', '1', given(tied), names),
      ({ events }) => expect(events).toBe(2)
    )
  },
  findEvents: otherwise(onlyKeys, {
    empty: gives('nothing under a key that is not known', () => findEvents('nobody', '1'), (found) => expect(found).toBeUndefined()), // prettier-ignore
    'one row': gives(
      'what was read, in this version only',
      async (given) => {
        await openEvents('k', '1', given(one), names);
        return [await findEvents('k', '1'), await findEvents('k', '2')] as const;
      },
      ([same, other]) => expect([same?.events, other]).toEqual([1, undefined])
    ),
    'all missing': gives(
      'nothing where the reading was refused: the older events are gone, too',
      async (given) => {
        await openEvents('k', '1', given(one), names);
        await openEvents('k', '2', given(gone), names).catch(() => undefined);
        return [await findEvents('k', '1'), await findEvents('k', '2')];
      },
      (found) => expect(found).toEqual([undefined, undefined])
    )
  }),
  mapEvents: {
    empty: refused('pathway-events-gone', () => mapEvents('nobody', {})),
    'one row': gives(
      'one case, no arrow',
      async (given) => {
        await openEvents('k', '1', given(one), names);
        return mapEvents('k', {});
      },
      ({ counts, edges }) => expect([counts.cases, edges.rows]).toEqual([1, 0])
    ),
    'all missing': refused('pathway-events-gone', async (given) => {
      await openEvents('k', '1', given(gone), names).catch(() => undefined);
      return mapEvents('k', {});
    }),
    'impossible values': refused('pathway-share-range', async (given) => {
      await openEvents('k', '1', given(one), names);
      return mapEvents('k', { variantShare: NaN });
    }),
    'mixed units': cannot(noUnits),
    'ids beyond 2^53': gives(
      'two cases, their ids as they were',
      async (given) => {
        await openEvents('k', '1', given(big), names);
        return mapEvents('k', {});
      },
      ({ cases }) => expect(cellsOf(cases, 'case_id')).toEqual([BIG, NEXT])
    ),
    'duplicate times': gives(
      'remark pathway-ties',
      async (given) => {
        await openEvents('k', '1', given(tied), names);
        return mapEvents('k', {});
      },
      ({ remarks }) => expect(codesOf(remarks)).toEqual(['pathway-ties'])
    )
  },
  checkEvents: {
    empty: refused('pathway-events-gone', () => checkEvents('nobody', 'A', {})),
    'one row': gives(
      'one case that fits',
      async (given) => {
        await openEvents('k', '1', given(one), names);
        return checkEvents('k', 'A', {});
      },
      ({ fit }) => expect(fit).toMatchObject({ cases: 1, fittingCases: 1 })
    ),
    'all missing': refused('pathway-events-gone', async (given) => {
      await openEvents('k', '1', given(gone), names).catch(() => undefined);
      return checkEvents('k', 'A', {});
    }),
    'impossible values': gives(
      'steps that never happen are unknownSteps',
      async (given) => {
        await openEvents('k', '1', given(one), names);
        return checkEvents('k', 'X > Y', {});
      },
      ({ unknownSteps }) => expect(unknownSteps.map(({ activity }) => activity)).toEqual(['X', 'Y'])
    ),
    'mixed units': cannot(noUnits),
    'ids beyond 2^53': gives(
      'two cases, their ids as they were',
      async (given) => {
        await openEvents('k', '1', given(big), names);
        return checkEvents('k', 'A > [B]', {});
      },
      ({ cases }) => expect(cellsOf(cases, 'case_id')).toEqual([BIG, NEXT])
    ),
    'duplicate times': gives(
      'the order of the rows counts',
      async (given) => {
        await openEvents('k', '1', given(tied), names);
        return checkEvents('k', 'B > A', {});
      },
      ({ fit }) => expect(fit?.fittingCases).toBe(1)
    )
  },
  forgetEvents: otherwise(onlyKeys, {
    empty: gives('keys that are not known are no error', () => forgetEvents(['nobody']), (done) => expect(done).toBeUndefined()), // prettier-ignore
    'one row': gives(
      'what was read is gone',
      async (given) => {
        await openEvents('k', '1', given(one), names);
        await forgetEvents(['k']);
        return findEvents('k', '1');
      },
      (found) => expect(found).toBeUndefined()
    )
  })
});

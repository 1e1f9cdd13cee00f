import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TableBuilder } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { mapPathways, readEventLog, type EventColumns } from './index';
import {
  codeOf,
  eventTable,
  inventedEvents,
  logOf,
  micros,
  rowsOf,
  valuesOf,
  type Event
} from './testing/event-tables';

const columns: EventColumns = { case: 'case', activity: 'activity', time: 'time' };

describe('rows that are no event', () => {
  const events: Event[] = [
    ['A', 'reg', '2024-01-01T08:00:00'],
    [undefined, 'reg', '2024-01-01T08:00:00'],
    ['A', undefined, '2024-01-01T09:00:00'],
    ['A', 'lab', undefined],
    [undefined, undefined, undefined],
    ['NA', 'reg', '2024-01-01T08:00:00'],
    ['', '', '2024-01-01T08:00:00']
  ];

  test('are counted under the first reason that holds; NA and an empty text are values', () => {
    const map = mapPathways(logOf(events));
    expect(map.dropped).toEqual({ missingCase: 2, missingActivity: 1, missingTime: 1, endlessTime: 0 });
    expect(valuesOf(map.cases, 'case_id')).toEqual(['A', 'NA', '']);
    expect(map.counts).toMatchObject({ cases: 3, events: 3, activities: 2 });
  });

  test('times without end are no times', () => {
    const table = eventTable([events[0]!, events[0]!, events[0]!]);
    const time = table.columns[2]!;
    if (time.type !== 'timestamp') throw new Error('no time');
    time.values[0] = 9223372036854775807n;
    time.values[1] = -9223372036854775807n;
    expect(readEventLog(table, columns).dropped.endlessTime).toBe(2);
  });
});

describe('the order of events', () => {
  test('equal times keep the order of their rows, others that of time', () => {
    const at = (minute: string) => `2024-01-01T08:${minute}:00`;
    const log = logOf([
      ['A', 'd', at('30')],
      ['A', 'b', at('05')],
      ['B', 'x', at('00')],
      ['A', 'a', at('05')],
      ['A', 'c', at('05')]
    ]);
    expect(valuesOf(mapPathways(log).variants, 'path')).toEqual(['b > a > c > d', 'x']);
    expect(mapPathways(log).remarks).toEqual([{ code: 'pathway-ties', rows: 3, cases: 1 }]);
  });

  function numbered(type: 'int64' | 'int32', numbers: readonly (number | bigint | undefined)[]): Table {
    const builder = new TableBuilder([
      { name: 'case', type: 'text' },
      { name: 'activity', type: 'text' },
      { name: 'time', type: 'date' },
      { name: 'line', type }
    ]);
    numbers.forEach((number, row) => builder.push('A', 'abc'[row], 19000, number));
    return builder.finish();
  }

  test.each([
    ['int32', [3, 1, 2], 'b > c > a'],
    ['int64', [9007199254740995n, 9007199254740994n, 9007199254740993n], 'c > b > a'],
    ['int32', [1, 1, 1], 'a > b > c']
  ] as const)('%s row numbers decide between equal times: %s', (type, numbers, path) => {
    const log = readEventLog(numbered(type, numbers), { ...columns, order: 'line' });
    expect(valuesOf(mapPathways(log).variants, 'path')).toEqual([path]);
  });

  test('an event without a row number is refused', () => {
    expect(codeOf(() => readEventLog(numbered('int32', [1, undefined, 2]), { ...columns, order: 'line' }))).toBe(
      'pathway-order-missing'
    );
  });

  test('shuffled rows of different times give the same map', () => {
    const table = inventedEvents(300);
    const plain = readEventLog(table, columns);
    const rows = Array.from({ length: plain.row.length }, (_, row): Event => {
      const [one, activity] = [table.columns[0]!.values[row], rowsOf(table, 'activity')[row]![0] as string];
      return [one as bigint, activity, new Date(row * 1000).toISOString().slice(0, 19)];
    });
    const expected = mapPathways(readEventLog(eventTable(rows, 'int64'), columns));
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const map = mapPathways(readEventLog(eventTable(shuffled, 'int64'), columns));
        expect(map.edges).toEqual(expected.edges);
        expect(valuesOf(map.variants, 'path')).toEqual(valuesOf(expected.variants, 'path'));
      }),
      { numRuns: 20 }
    );
  });
});

describe('ids and times keep their type', () => {
  test('ids above 2^53 stay apart', () => {
    const first = 9007199254740992n;
    const log = readEventLog(
      eventTable(
        [
          [first, 'a', '2024-01-01T00:00:00'],
          [first + 1n, 'a', '2024-01-01T00:00:00']
        ],
        'int64'
      ),
      columns
    );
    expect(valuesOf(mapPathways(log).cases, 'case_id')).toEqual([first, first + 1n]);
  });

  test('int32 cases', () => {
    const log = readEventLog(
      eventTable(
        [
          [7, 'a', '2024-01-01T00:00:00'],
          [-7, 'a', '2024-01-01T00:00:00']
        ],
        'int32'
      ),
      columns
    );
    expect(valuesOf(mapPathways(log).cases, 'case_id')).toEqual([7, -7]);
  });

  test('dates: a day is 86,400 seconds, and first and last are dates', () => {
    const builder = new TableBuilder([
      { name: 'case', type: 'int32' },
      { name: 'activity', type: 'text' },
      { name: 'time', type: 'date' }
    ]);
    builder.push(1, 'in', -3);
    builder.push(1, 'out', 4);
    const { cases } = mapPathways(readEventLog(builder.finish(), columns));
    expect(rowsOf(cases, 'first_time', 'last_time', 'throughput_seconds')).toEqual([[-3, 4, 7 * 86400]]);
  });

  test('microseconds of times long ago are exact', () => {
    const builder = new TableBuilder([
      { name: 'case', type: 'int32' },
      { name: 'activity', type: 'text' },
      { name: 'time', type: 'timestamp' }
    ]);
    const old = micros('1066-10-14T09:00:00');
    builder.push(1, 'in', old);
    builder.push(1, 'out', old + 1n);
    const { cases } = mapPathways(readEventLog(builder.finish(), columns));
    expect(rowsOf(cases, 'first_time', 'last_time', 'throughput_seconds')).toEqual([[old, old + 1n, 1e-6]]);
  });

  test('a year that stands for an unknown time is refused', () => {
    const events: Event[] = [
      ['A', 'a', '2024-01-01T00:00:00'],
      ['A', 'b', '9999-12-31T00:00:00']
    ];
    expect(codeOf(() => logOf(events))).toBe('pathway-times-apart');
  });
});

describe('hospitals', () => {
  test.each([
    ['text', ['North', undefined, 'NA', 'North'], ['North', 'NA']],
    [
      'int64',
      [9007199254740993n, undefined, 9007199254740992n, 9007199254740993n],
      ['9007199254740993', '9007199254740992']
    ],
    ['float64', [1.5, undefined, 2, 1.5], ['1.5', '2']],
    ['bool', [true, undefined, false, true], ['true', 'false']]
  ] as const)('of type %s', (type, values, expected) => {
    const builder = new TableBuilder([
      { name: 'case', type: 'int32' },
      { name: 'activity', type: 'text' },
      { name: 'time', type: 'date' },
      { name: 'place', type }
    ]);
    values.forEach((value, row) => builder.push(row === 3 ? 0 : row, 'a', row, value));
    builder.push(0, 'b', 9, values[2]);
    const log = readEventLog(builder.finish(), { ...columns, hospital: 'place' });
    expect(log.hospitals).toEqual(expected);
    const map = mapPathways(log);
    expect(valuesOf(map.cases, 'hospital')).toEqual([expected[0], undefined, expected[1]]);
    expect(map.remarks).toEqual([{ code: 'pathway-several-hospitals', cases: 1 }]);
    expect(mapPathways(log, { hospitals: [expected[1]] }).remarks).toEqual([]);
  });
});

describe('refusals', () => {
  test.each([
    ['pathway-no-events', eventTable([]), columns],
    [
      'pathway-no-events',
      eventTable([
        ['A', 'a', undefined],
        [undefined, 'a', undefined]
      ]),
      columns
    ],
    ['pathway-column-unknown', eventTable([]), { ...columns, case: 'cases' }],
    ['pathway-column-unknown', eventTable([]), { ...columns, hospital: 'ward' }],
    ['pathway-column-type', eventTable([]), { ...columns, case: 'time' }],
    ['pathway-column-type', eventTable([]), { ...columns, time: 'activity' }],
    ['pathway-column-type', eventTable([], 'int64'), { ...columns, activity: 'case' }],
    ['pathway-column-type', eventTable([]), { ...columns, order: 'case' }]
  ])('%s', (expected, table, names) => {
    expect(codeOf(() => readEventLog(table, names))).toBe(expected);
  });

  test('a slip in the name of a column is told', () => {
    expect(() => readEventLog(eventTable([]), { ...columns, activity: 'activty' })).toThrow(
      expect.objectContaining({ hint: 'Is it activity?' }) as Error
    );
  });
});

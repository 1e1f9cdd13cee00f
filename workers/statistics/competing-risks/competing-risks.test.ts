import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import type { Classes, Design } from '../survival';
import { cumulativeIncidence, fineGray, grayTest, predictIncidence, type Endings } from './index';

const endings = (time: number[], ending: number[], causes = ['one', 'two']): Endings => ({
  time: Float64Array.from(time),
  ending,
  causes
});
const classes = (codes: number[]): Classes => ({
  codes: Int32Array.from(codes),
  names: Array.from({ length: Math.max(...codes) + 1 }, (_, code) => `g${code}`)
});
const design = (columns: Record<string, number[]>): Design => ({
  names: Object.keys(columns),
  values: Float64Array.from(Object.values(columns).flat())
});
const code = (name: string) => expect.objectContaining({ code: name }) as Error;
const numbers = (table: Table, name: string) =>
  Array.from(table.columns.find((one) => one.name === name)?.values as Float64Array);

const time = [5, 8, 3, 9, 12, 4, 7, 2, 11, 6, 10, 1];
const ending = [1, 2, 0, 1, 0, 1, 2, 1, 1, 0, 2, 1];
const group = classes(time.map((_, row) => row % 2));
const x = [0.2, -1, 0.5, 1.4, -0.3, 0.8, -0.6, 1.1, 0.1, -1.2, 0.4, 0.3];
const data = endings(time, ending);

describe('refused', () => {
  test.each<[string, Endings, string]>([
    ['an empty table', endings([], []), 'survival-rows-none'],
    ['all missing', endings([NaN, 1], [1, -1]), 'survival-rows-none'],
    ['a negative time', endings([-1, 1], [1, 1]), 'survival-time-negative'],
    ['an ending without a name', endings([1, 2], [1, 3]), 'survival-status-other'],
    ['no cause', endings([1, 2], [0, 0], []), 'competing-causes']
  ])('%s', async (_, bad, name) => {
    expect(() => cumulativeIncidence(bad)).toThrowError(code(name));
    expect(() => grayTest(bad, classes(bad.time.length > 0 ? [0, 1] : [0]))).toThrowError();
    await expect(fineGray(bad, design({ x: Array.from(bad.time, () => 1) }))).rejects.toThrowError(code(name));
  });

  test.each<[string, () => unknown, string]>([
    ['a third cause of two', () => grayTest(data, group, 3), 'competing-cause-unknown'],
    ['one group', () => grayTest(data, classes(time.map(() => 0))), 'competing-one-group'],
    [
      'a cause nobody had',
      () =>
        grayTest(
          endings(
            time,
            ending.map((one) => (one === 2 ? 0 : one))
          ),
          group,
          2
        ),
      'competing-no-event'
    ],
    [
      'groups one after the other',
      () => grayTest(endings([1, 2, 3, 4], [0, 0, 1, 1]), classes([0, 0, 1, 1])),
      'competing-not-comparable'
    ],
    ['a level of 0', () => cumulativeIncidence(data, { level: 0 }), 'level-range'],
    ['a time of −1', () => cumulativeIncidence(data, { at: [-1] }), 'competing-options']
  ])('%s', (_, run, name) => {
    expect(run).toThrowError(code(name));
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'no event of the cause',
      () =>
        fineGray(
          endings(
            time,
            time.map(() => 2)
          ),
          design({ x })
        ),
      'competing-no-event'
    ],
    ['a constant', () => fineGray(data, design({ x: time.map(() => 7) })), 'survival-collinear'],
    [
      'fewer events than terms',
      () =>
        fineGray(
          endings(
            time,
            ending.map((one, row) => (row > 0 && one === 1 ? 2 : one))
          ),
          design({ x, y: x.map((v) => v * v) })
        ),
      'competing-too-few'
    ],
    [
      'a group without the event',
      () => fineGray(data, design({ x, b: ending.map((one) => +(one === 2)) })),
      'survival-no-finite-estimate'
    ],
    ['no term', () => fineGray(data, design({})), 'survival-terms-none']
  ])('%s', async (_, run, name) => {
    await expect(run()).rejects.toThrowError(code(name));
  });
});

describe('cumulativeIncidence', () => {
  test('all censored: 0, with a remark, and no estimate', () => {
    const got = cumulativeIncidence(endings([1, 2], [0, 0]), { at: [1] });
    expect(numbers(got.curves, 'incidence')).toEqual([0, 0, 0, 0]);
    expect(got.estimates).toEqual([]);
    expect(got.remarks.map((remark) => remark.code)).toEqual([
      'competing-no-event-in-group',
      'competing-no-event-in-group'
    ]);
  });

  test('one patient', () => {
    expect(numbers(cumulativeIncidence(endings([3], [2])).curves, 'incidence')).toEqual([0, 1]);
  });

  test('behind the last time nothing is known unless all had an event', () => {
    const known = (ends: number[]) =>
      cumulativeIncidence(endings([1, 2], ends), { at: [5] }).at.columns.find((one) => one.name === 'incidence');
    expect(known([1, 0])?.validity?.[0]).toBe(0);
    expect(Array.from(known([1, 2])?.values as Float64Array)).toEqual([0.5, 0.5]);
  });

  test('incidences and survival make 1; rises only; order of rows does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 })), {
          minLength: 1,
          maxLength: 40
        }),
        (rows) => {
          const of = (list: typeof rows) =>
            numbers(
              cumulativeIncidence(
                endings(
                  list.map(([at]) => at),
                  list.map(([, end]) => end)
                )
              ).curves,
              'incidence'
            );
          const got = of(rows);
          const half = got.length / 2;
          expect(of([...rows].reverse())).toEqual(got);
          return got.every((value, at) => {
            const other = got[(at + half) % got.length]!;
            return value + other <= 1 + 1e-12 && (at % half === 0 || value >= got[at - 1]!);
          });
        }
      ),
      { seed: 6, numRuns: 60 }
    );
  });
});

describe('grayTest and fineGray', () => {
  test('names of groups do not matter', () => {
    const turned = { ...group, codes: group.codes.map((one) => 1 - one) };
    expect(grayTest(data, turned).statistic).toBeCloseTo(grayTest(data, group).statistic, 12);
  });

  test('a repeated term is left out and named; few events are told; missing rows are counted', async () => {
    const got = await fineGray(data, design({ x: [NaN, ...x.slice(1)], twice: x.map((value) => 2 * value) }));
    expect([got.n, got.nDropped, got.aliased]).toEqual([11, 1, ['twice']]);
    expect(got.remarks).toContainEqual({ code: 'competing-few-events', values: { events: 5, terms: 1, wanted: 10 } });
  });

  test('units only turn the numbers', async () => {
    const plain = await fineGray(data, design({ x }));
    const other = await fineGray(
      endings(
        time.map((value) => value * 30),
        ending
      ),
      design({ x: x.map((value) => 100 - 5 * value) })
    );
    expect(other.estimates[0]!.estimate * -5).toBeCloseTo(plain.estimates[0]!.estimate, 10);
    expect(other.estimates[0]!.se! * 5).toBeCloseTo(plain.estimates[0]!.se!, 10);
  });

  test('a prediction has a value a term, and a hazard that numbers hold', async () => {
    const fit = await fineGray(data, design({ x }));
    expect(() => predictIncidence(fit, [1, 2])).toThrowError(code('competing-values'));
    const far = Math.sign(fit.estimates[0]!.estimate) * 1e6;
    expect(() => predictIncidence(fit, [far])).toThrowError(code('competing-not-finite'));
    expect(numbers(predictIncidence(fit, [-far]), 'incidence').every((value) => value === 0)).toBe(true);
  });
});

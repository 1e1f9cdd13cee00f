import { describe, expect, test } from 'vitest';
import { checkConformance, MOVES, readEventLog } from './index';
import { inventedEvents, lettersLog, rowsOf, valuesOf } from './testing/event-tables';

describe('four cases against A > B > [C] > D', () => {
  const log = lettersLog(['ABCD', 'ABD', 'AD', 'ABXD', 'ABD']);
  const checked = checkConformance(log, 'A > B > [C] > D');

  test('fitness of a case: 1 − cost ÷ (events + shortest run)', async () => {
    const { cases } = await checked;
    expect(rowsOf(cases, 'case_id', 'events', 'skipped', 'extra', 'cost', 'fitness')).toEqual([
      ['case 0', 4, 0, 0, 0, 1],
      ['case 1', 3, 0, 0, 0, 1],
      ['case 2', 2, 1, 0, 1, 1 - 1 / 5],
      ['case 3', 4, 0, 1, 1, 1 - 1 / 7],
      ['case 4', 3, 0, 0, 0, 1]
    ]);
  });

  test('the cases together', async () => {
    const { fit } = await checked;
    expect(fit).toMatchObject({ cases: 5, fittingCases: 3, skipped: 1, extra: 1 });
    expect(fit!.meanFitness).toBeCloseTo((3 + 4 / 5 + 6 / 7) / 5, 14);
    expect(fit!.logFitness).toBeCloseTo(1 - 2 / (7 + 6 + 5 + 7 + 6), 14);
  });

  test('steps done and skipped; an absent optional step is not skipped', async () => {
    const { steps } = await checked;
    const names = ['step', 'activity', 'required', 'done', 'cases_done', 'skipped', 'cases_skipped'];
    expect(rowsOf(steps, ...names)).toEqual([
      [1, 'A', 1, 5, 5, 0, 0],
      [2, 'B', 1, 4, 4, 1, 1],
      [3, 'C', 0, 1, 1, 0, 0],
      [4, 'D', 1, 5, 5, 0, 0]
    ]);
  });

  test('extra events, variants and their alignments', async () => {
    const { extras, variants, alignments, path } = await checked;
    expect(path).toBe('A > B > [C] > D');
    expect(rowsOf(extras, 'activity', 'count', 'cases')).toEqual([['X', 1, 1]]);
    expect(rowsOf(variants, 'path', 'cases', 'cost')).toEqual([
      ['A > B > D', 2, 0],
      ['A > B > C > D', 1, 0],
      ['A > B > X > D', 1, 1],
      ['A > D', 1, 1]
    ]);
    expect(Array.from(alignments[2]!.moves, (move) => MOVES[move])).toEqual(['done', 'done', 'extra', 'done']);
    expect([...alignments[3]!.steps]).toEqual([1, 2, 4]);
  });
});

test('steps repeated in a case count each time, the case once', async () => {
  const { steps, extras } = await checkConformance(lettersLog(['ABBBXX', 'A']), 'A > B*');
  expect(rowsOf(steps, 'done', 'cases_done')).toEqual([
    [2, 2],
    [3, 1]
  ]);
  expect(rowsOf(extras, 'count', 'cases')).toEqual([[2, 1]]);
});

test('a step that no event is called is told, with what it may be', async () => {
  const log = readEventLog(inventedEvents(200), { case: 'case', activity: 'activity', time: 'time' });
  const { unknownSteps } = await checkConformance(log, 'Step 0 > Stepp 1 > Lunch > Lunch');
  expect(unknownSteps.map((one) => one.activity)).toEqual(['Stepp 1', 'Lunch']);
  expect(unknownSteps[0]!.near).toContain('Step 1');
});

test('filters hold: cut activities are no extra events', async () => {
  const log = lettersLog(['AXB', 'X', 'BA']);
  const { cases, leftOut } = await checkConformance(log, 'A > B', { activities: ['A', 'B'], variantShare: 0.5 });
  expect(rowsOf(cases, 'case_id', 'cost')).toEqual([['case 0', 0]]);
  expect(leftOut).toEqual({ hospital: 0, period: 0, activities: 1, variants: 1 });
});

test('no case left: no fitness', async () => {
  const { fit, cases, steps } = await checkConformance(lettersLog(['A']), 'A', { period: { until: -1n } });
  expect(fit).toBeUndefined();
  expect(cases.rows).toBe(0);
  expect(valuesOf(steps, 'done')).toEqual([0]);
});

test('a path that is none is refused with its column', async () => {
  await expect(checkConformance(lettersLog(['A']), 'A > ]')).rejects.toMatchObject({
    code: 'path-step-missing',
    place: { line: 1, column: 5 }
  });
});

test('a long check can be stopped', async () => {
  const log = readEventLog(inventedEvents(40_000), { case: 'case', activity: 'activity', time: 'time' });
  const path = Array.from({ length: 60 }, (_, step) => `Step ${step % 20}`).join(' > ');
  const stop = new AbortController();
  stop.abort();
  await expect(checkConformance(log, path, {}, { signal: stop.signal })).rejects.toMatchObject({ code: 'stopped' });
});

import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { strangeNumbers } from '../../shared/testing/strange-numbers';
import type { Estimate, StatisticsRemark } from '../estimate';
import { CHANGES, cohort, TROUBLES, type Change, type Trouble } from './cohort';
import type { Run } from './models';

/** Why a condition cannot come about, where a method has “–”. */
const CANNOT: Readonly<Record<Trouble | Change, string>> = {
  separation: 'it fits no model that classes could be told apart by',
  'non-convergence': 'it is found without steps, or reads neither column',
  collinearity: 'it reads one column, or none that repeats another',
  'zero cells': 'it counts no cells of group and event',
  'one class': 'it reads neither classes nor groups',
  'one event': 'it reads no events',
  'ties everywhere': 'it reads counts only',
  'all censored': 'it knows no follow-up that ends without an event',
  'row order': 'the order of its rows means something, or names random numbers',
  scaling: 'it reads no unit',
  relabelling: 'it reads no names'
};
const CONDITIONS = Object.keys(CANNOT) as (Trouble | Change)[];

/** An error on a logarithmic scale beyond this is as good as none: it stands there with a remark, or not at all. */
const HUGE = 10;
const CLOSE = 1e-7;

type Result = { estimates?: readonly Estimate[]; remarks?: readonly StatisticsRemark[] } & Record<string, unknown>;

/**
 * The matrix of a room: a line a method, a column a condition, in the order of {@link CONDITIONS}, parted by “|”. A cell is
 * “! code” (refused), “code” (a remark tells it), “numbers” (finite, and no huge error in silence), “same” (the answer does
 * not change) or “–” (cannot come about).
 */
export function honesty(room: string, methods: Readonly<Record<string, Run>>, matrix: string): void {
  const lines = matrix.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim())); // prettier-ignore
  const base = cohort();
  describe(`honesty | ${room}`, () => {
    test('every method is in the matrix', () => {
      expect(lines.map(([name]) => name)).toEqual(Object.keys(methods));
    });
    for (const [name = '', ...cells] of lines) {
      const run = methods[name] as Run;
      CONDITIONS.forEach((condition, at) => {
        const cell = cells[at] ?? '';
        test(`| ${name} | ${condition} | ${toldOf(cell, condition)}`, async () => {
          if (cell === '–') return expect(CANNOT[condition]).toMatch(/\w/);
          if (condition in CHANGES) return expectSame(run, base, condition as Change);
          return expectHonest(run, cell, TROUBLES[condition as Trouble](base));
        });
      });
    }
  });
}

function toldOf(cell: string, condition: Trouble | Change): string {
  if (cell === '–') return `cannot apply: ${CANNOT[condition]}`;
  if (cell.startsWith('! ')) return `is refused: ${cell.slice(2)}`;
  return cell === 'numbers' || cell === 'same' ? `gives ${cell}` : `gives a remark: ${cell}`;
}

async function expectHonest(run: Run, cell: string, given: ReturnType<typeof cohort>): Promise<void> {
  const answer: unknown = await (async () => run(given))().catch((error: unknown) => error);
  if (cell.startsWith('! ')) {
    if (!(answer instanceof AppError)) throw new Error(`not refused: ${JSON.stringify(answer).slice(0, 300)}`);
    expect(answer.code).toBe(cell.slice(2));
    // A reason, and advice.
    for (const words of [answer.message, answer.hint]) expect(words).toMatch(/\S[.?]$/u);
    expect(`${answer.message} ${answer.hint}`).not.toMatch(/undefined|NaN|\[object/u);
    return;
  }
  if (answer instanceof Error) throw answer;
  const result = answer as Result;
  expect(strangeNumbers(result)).toEqual([]);
  const codes = (result.remarks ?? []).map(({ code }) => code);
  if (cell !== 'numbers') expect(codes).toContain(cell);
  const silent = (result.estimates ?? []).filter(
    ({ se, scale }) => se !== null && (se === 0 || (scale !== 'identity' && se > HUGE))
  );
  if (codes.length === 0) expect(silent).toEqual([]);
}

async function expectSame(run: Run, given: ReturnType<typeof cohort>, change: Change): Promise<void> {
  const [before, after] = [await run(given), await run(CHANGES[change](given))].map((one) =>
    figuresOf(one as Result, change)
  );
  expect(before).not.toEqual([]);
  expect(after).toHaveLength(before!.length);
  before!.forEach((value, at) => {
    expect(Math.abs(after![at]! - value), `${value} became ${after![at]}`).toBeLessThanOrEqual(CLOSE * Math.max(1, Math.abs(value))); // prettier-ignore
  });
}

/**
 * What is free of units and of the direction of a comparison: p of the whole, and of each estimate p, else its error
 * relative to it or on a logarithmic scale, else itself; sorted, since other names stand in another order.
 */
function figuresOf(result: Result, change: Change): number[] {
  const of = (result.estimates ?? []).flatMap(({ name, estimate, se, p, scale }) => {
    // An intercept is about the first group, and the origin of a unit.
    if (name === '(Intercept)') return [];
    if (p !== null) return [p];
    if (se) return [scale === 'identity' ? Math.abs(estimate / se) : se];
    return change === 'scaling' ? [] : [Math.abs(estimate)];
  });
  const whole = ['p', 'area'].map((key) => result[key]).filter((value) => typeof value === 'number');
  const tests = tableFigures(result);
  return [...of, ...whole, ...tests].sort((one, other) => one - other);
}

/** p of every row of a table, or survival, incidence and net benefit, where a method gives no estimate. */
function tableFigures(result: Result): number[] {
  return Object.values(result).flatMap((value) => {
    if (typeof value !== 'object' || value === null || !('columns' in value)) return [];
    return (value.columns as { name: string; values: ArrayLike<number> }[])
      .filter(({ name }) => ['p', 'survival', 'incidence', 'net_benefit', 'ic'].includes(name))
      .flatMap(({ values }) => Array.from(values, Number).filter(Number.isFinite));
  });
}

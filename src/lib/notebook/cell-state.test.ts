import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '$workers/shared/errors';
import { CellState } from './cell-state.svelte';
import { shownStatus, type Result, type Run, type Status } from './cell-status';
import { newCell } from './edits';
import type { CellKey } from './model';

describe('shownStatus', () => {
  test.each<[Run, Result, boolean, Status]>([
    ['running', 'failed', true, 'running'],
    ['stopping', 'fresh', false, 'stopping'],
    ['queued', 'blocked', false, 'queued'],
    ['idle', 'blocked', true, 'blocked'],
    ['idle', 'failed', true, 'edited'],
    ['idle', 'stale', false, 'stale'],
    ['idle', 'failed', false, 'failed'],
    ['idle', 'stopped', false, 'stopped'],
    ['idle', 'fresh', false, 'fresh'],
    ['idle', 'none', true, 'none']
  ])('%s, %s, edited %s shows %s', (run, result, edited, shown) => {
    expect(shownStatus(run, result, edited)).toBe(shown);
  });
});

const outcome = (output: unknown) => ({ spec: output, output, values: new Map(), warnings: [] });
const error = new AppError('x', 'It stopped.');

describe('CellState', () => {
  test('a good output stays through a failure, with its time', () => {
    const state = new CellState('k' as CellKey);
    state.queue();
    state.succeed(state.start(newCell('sql', 'a'), 1000), outcome('good'), { now: 3000, fresh: true });
    state.queue();
    state.fail(state.start(newCell('sql', 'b'), 4000), error, 4500);
    expect([state.status, state.output, state.outputAt, state.seconds, state.error]).toEqual([
      'failed',
      'good',
      3000,
      0.5,
      error
    ]);
    // Issue 5: a result of another text than the one that failed is told from one of the same.
    expect([state.outputText, state.ran?.text]).toEqual(['a', 'b']);
  });

  test('what a run showed before a bad end stays until the next one begins, and goes with a good end', () => {
    const state = new CellState('k' as CellKey);
    const begin = () => {
      state.queue();
      return state.start(newCell('js', 'a'), 0);
    };
    const first = begin();
    state.showSoFar(first, { spec: 1, output: 'line 1' });
    expect(state.soFar).toEqual({ spec: 1, output: 'line 1', kind: 'js' });
    state.fail(first, error, 1);
    expect(state.soFar?.output).toBe('line 1');
    const second = begin();
    expect(state.soFar).toBeUndefined();
    state.showSoFar(first, { spec: 1, output: 'late' });
    expect(state.soFar).toBeUndefined();
    state.stopping();
    state.showSoFar(second, { spec: 1, output: 'line 2' });
    state.stopped(second, 2);
    expect([state.soFar?.output, state.output]).toEqual(['line 2', undefined]);
    const third = begin();
    state.showSoFar(third, { spec: 1, output: 'line 3' });
    state.succeed(third, outcome('whole'), { now: 3, fresh: true });
    expect([state.soFar, state.output]).toEqual([undefined, 'whole']);
  });

  test('text that comes back to what ran is not edited, but stale until it runs', () => {
    const state = new CellState('k' as CellKey);
    const cell = newCell('sql', 'a');
    state.queue();
    state.succeed(state.start(cell, 0), outcome(1), { now: 1, fresh: true });
    state.textChanged({ ...cell, text: 'ab' });
    expect(state.status).toBe('edited');
    state.textChanged(cell);
    expect(state.status).toBe('stale');
  });

  test('10,000 random sequences: only the newest start reports, and a good output is never lost', () => {
    const event = fc.record({ what: fc.nat(10), which: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const state = new CellState('k' as CellKey);
        const attempts: number[] = [0];
        let good: unknown;
        events.forEach(({ what, which }, at) => {
          const attempt = attempts.at(-1 - (which % attempts.length))!;
          const newest = attempt === state.attempt && (state.run === 'running' || state.run === 'stopping');
          const before = { run: state.run, result: state.result, output: state.output };
          if (what === 0) state.queue();
          else if (what === 1 && state.run === 'queued') attempts.push(state.start(newCell('sql', `${at}`), at));
          else if (what === 2) {
            const took = state.succeed(attempt, outcome(at), { now: at, fresh: which % 2 === 0 });
            expect(took).toBe(newest);
            if (took) good = at;
          } else if (what === 3) expect(state.fail(attempt, error, at)).toBe(newest);
          else if (what === 4) expect(state.stopped(attempt, at)).toBe(newest);
          else if (what === 5) state.stopping();
          else if (what === 6) state.unqueue();
          else if (what === 7) state.markStale();
          else if (what === 8) state.refuse('blocked', error);
          else if (what === 9) state.release();
          else if (what === 10) state.report(attempt, { step: 's', done: at });
          if (what >= 2 && what <= 4 && !newest) {
            expect({ run: state.run, result: state.result, output: state.output }).toEqual(before);
          }
          expect(state.output).toBe(good);
          if (state.result === 'fresh' || state.result === 'stale') expect(state.outputAt).toBeDefined();
          if (state.result === 'failed' || state.result === 'blocked') expect(state.error).toBe(error);
          if (state.run === 'idle' || state.run === 'queued') expect(state.result).not.toBe(undefined);
          if (state.run === 'idle') expect(state.progress).toBeUndefined();
        });
      }),
      { seed: 8, numRuns: 10_000 }
    );
  });
});

import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {(output?: number) => Promise<Counts>} run `output`: an open file for what its programs print; stderr without
 *
 * @typedef {object} Outcome
 * @property {Step} step
 * @property {Counts} counts
 * @property {number} seconds
 * @property {string} printed what its programs printed, where that was kept
 */

/**
 * Runs steps beside each other, so many at a time, and tells them in the order of the list. What they print is kept
 * apart: lines of two programs in turn are read by nobody. Who stops listening waits for those that have begun.
 * @param {readonly Step[]} steps none needs what another makes
 * @param {{lanes: number}} options
 * @returns {AsyncGenerator<Outcome>}
 */
export async function* beside(steps, { lanes }) {
  let free = lanes;
  let over = false;
  /** @type {(() => void)[]} */
  const waiting = [];
  const folder = mkdtempSync(join(tmpdir(), 'phems-steps-'));
  const outcomes = steps.map(async (step, place) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    try {
      return over ? undefined : await kept(step, join(folder, `${place}.log`));
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  });
  try {
    for (const outcome of outcomes) {
      const told = await outcome;
      if (told) yield told;
    }
  } finally {
    over = true;
    await Promise.all(outcomes);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Step} step @param {string} path @returns {Promise<Outcome>} */
async function kept(step, path) {
  const output = openSync(path, 'w');
  try {
    const outcome = await timed(step, output);
    return { ...outcome, printed: readFileSync(path, 'utf8') };
  } finally {
    closeSync(output);
  }
}

/**
 * Runs one step; what it throws is its failure.
 * @param {Step} step @param {number} [output]
 * @returns {Promise<Outcome>}
 */
export async function timed(step, output) {
  const started = performance.now();
  const counts = await step.run(output).catch((/** @type {unknown} */ error) => ({
    passed: 0,
    failed: 1,
    problems: [error instanceof Error ? error.message : String(error)]
  }));
  return { step, counts, seconds: (performance.now() - started) / 1000, printed: '' };
}

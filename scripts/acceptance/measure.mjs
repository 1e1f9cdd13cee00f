import { performance } from 'node:perf_hooks';

/**
 * @typedef {{measured: string | object, holds: boolean}} Measured
 *
 * @typedef {object} Line
 * @property {string} line its name in the table of the issue
 * @property {string} asked the figure of the issue
 * @property {(context: import('./context.mjs').Context) => Promise<Measured>} measure
 */

/**
 * A measurement that could not be made does not hold.
 * @param {Line} line
 * @param {import('./context.mjs').Context} context
 * @returns {Promise<{line: string, asked: string, measured: string | object, holds: boolean, seconds: number}>}
 */
export async function measureLine({ line, asked, measure }, context) {
  context.log(`── ${line}`);
  const started = performance.now();
  /** @type {Measured} */
  const { measured, holds } = await measure(context).catch((error) => ({
    measured: `not measured: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
    holds: false
  }));
  return { line, asked, measured, holds, seconds: Math.round((performance.now() - started) / 100) / 10 };
}

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** @param {number} value @param {number} [digits] @returns {number} */
export const rounded = (value, digits = 1) => Number(value.toFixed(digits));

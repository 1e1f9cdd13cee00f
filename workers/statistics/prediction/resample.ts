import { randomStream } from '../../shared/random';

/** More than this the quick way of drawing is not exact for. */
const MOST_AT_ONCE = 2097152;

/**
 * Draws a bootstrap sample of persons: how often each was drawn. Every resample has its own stream, so the tenth is the
 * same whether nine or none were drawn before.
 */
export function drawCounts(counts: Float64Array, seed: number, resample: number): void {
  const stream = randomStream(seed, 'bootstrap-persons', resample);
  counts.fill(0);
  const persons = counts.length;
  if (persons <= MOST_AT_ONCE) stream.tally(counts);
  else for (let drawn = 0; drawn < persons; drawn++) counts[stream.integer(0, persons)]! += 1;
}

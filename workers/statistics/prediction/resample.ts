import { randomStream, type RandomStream } from '../../shared/random';

const TWO_32 = 4294967296;
/** Up to so many, a product with 32 random bits is exact. */
const MOST_EXACT = 2097152;

/**
 * Draws a bootstrap sample of persons: how often each was drawn. Every resample has its own stream, so the tenth is the
 * same whether nine or none were drawn before.
 */
export function drawCounts(counts: Float64Array, seed: number, resample: number): void {
  const stream = randomStream(seed, 'bootstrap-persons', resample);
  counts.fill(0);
  const persons = counts.length;
  const draw = persons <= MOST_EXACT ? quickly : slowly;
  for (let drawn = 0; drawn < persons; drawn++) counts[draw(stream, persons)]! += 1;
}

/** Each equally likely, without a division. @see Lemire 2019, ACM Trans Model Comput Simul 29:3 */
function quickly(stream: RandomStream, span: number): number {
  for (;;) {
    const product = stream.word() * span;
    const drawn = Math.floor(product / TWO_32);
    const rest = product - drawn * TWO_32;
    if (rest >= span || rest >= TWO_32 % span) return drawn;
  }
}

const slowly = (stream: RandomStream, span: number) => stream.integer(0, span);

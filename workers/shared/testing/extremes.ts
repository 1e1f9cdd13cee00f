import { createContext, Script } from 'node:vm';
import { AppError } from '../errors';
import { randomStream, type RandomStream } from '../random';

/** Numbers that nobody means, between some that somebody might. */
export const EXTREMES = [
  0,
  5e-324,
  -5e-324,
  1e-300,
  1e-12,
  0.3,
  1,
  7,
  -1,
  1e6,
  1e10,
  2 ** 53 - 1,
  2 ** 53,
  1e20,
  1e100,
  1e308,
  -1e308,
  NaN,
  Infinity,
  -Infinity
] as const;

/** A seeded choice of them. */
export function drawn(seed: number): (count: number) => number[] {
  const stream: RandomStream = randomStream(seed, 'extremes');
  return (count) => Array.from({ length: count }, () => EXTREMES[stream.integer(0, EXTREMES.length)] as number);
}

const context = createContext({ call: undefined as (() => unknown) | undefined });
const script = new Script('call()');

/** What a call gives within its own limit of time: the numbers in its answer, or the code of its failure. */
export type Answer = { numbers: readonly number[] } | { code: string };

/**
 * Calls something that must not go on for ever: ended after two seconds of a machine that others use too, it throws. A failure that is none of ours is
 * thrown on.
 */
export function answerOf(call: () => unknown): Answer {
  context.call = call;
  try {
    return { numbers: [...numbersIn(script.runInContext(context, { timeout: 2000 }))] };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code };
    throw error;
  }
}

function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value;
  else if (value instanceof Float64Array) yield* value;
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const part of Object.values(value)) yield* numbersIn(part);
  }
}

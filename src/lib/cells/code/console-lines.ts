import type { ConsoleOutput } from '$workers/sandbox/contract';

/** Lines kept at the end where some between were left out; the sandbox keeps so many at most. */
const lastKept = 200;

/** How many lines stand before the gap. */
export function firstKept({ lines, left }: ConsoleOutput): number {
  return left === 0 ? lines.length : Math.max(0, lines.length - lastKept);
}

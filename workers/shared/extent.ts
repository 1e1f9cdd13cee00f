/**
 * The largest of some numbers, −Infinity of none; NaN if one is NaN, as `Math.max` says. Spread into its arguments, some
 * hundred thousand numbers would overflow the stack.
 */
export function largestOf(numbers: Iterable<number>): number {
  let largest = -Infinity;
  for (const number of numbers) largest = Math.max(largest, number);
  return largest;
}

/** The smallest of some numbers, Infinity of none; NaN if one is NaN. */
export function smallestOf(numbers: Iterable<number>): number {
  let smallest = Infinity;
  for (const number of numbers) smallest = Math.min(smallest, number);
  return smallest;
}

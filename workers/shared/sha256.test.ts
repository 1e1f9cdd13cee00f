import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256, Sha256 } from './sha256';

const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 3)) & 255);
const known = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000])('%d bytes', (length) => {
  expect(sha256(bytes(length))).toBe(known(bytes(length)));
});

test.each([
  [1, 63, 64, 65, 7],
  [55, 9],
  [0, 200, 0, 1]
])('in pieces of %s', (...pieces) => {
  const hash = new Sha256();
  const whole = bytes(pieces.reduce((sum, size) => sum + size, 0));
  let from = 0;
  for (const size of pieces) hash.add(whole.subarray(from, (from += size)));
  expect(hash.end()).toBe(known(whole));
});

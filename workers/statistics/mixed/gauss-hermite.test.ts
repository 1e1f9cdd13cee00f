import { expect, test } from 'vitest';
import { gaussHermite } from './gauss-hermite';

test.each([1, 2, 5, 10, 25, 100])('%i nodes integrate polynomials of degree 2n − 1 exactly', (n) => {
  const { nodes, weights } = gaussHermite(n);
  expect(nodes.length).toBe(n);
  // ∫ e^(−x²) x^(2m) dx/√π = (2m − 1)!!/2^m; the weights hold e^(x²).
  let moment = 1;
  for (let m = 0; m < Math.min(n, 20); m++) {
    const sum = nodes.reduce((all, x, at) => all + weights[at]! * Math.exp(-x * x) * x ** (2 * m), 0);
    expect(sum / moment).toBeCloseTo(1, 11);
    moment *= (2 * m + 1) / 2;
  }
});

test('three nodes are known', () => {
  const { nodes } = gaussHermite(3);
  expect([...nodes]).toEqual([-Math.sqrt(1.5), 0, Math.sqrt(1.5)].map((x) => expect.closeTo(x, 14) as number));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cholesky, hessianOf, inverseOf, minimise, nelderMead, newton, solve, type Smooth } from './index';

const of = (...values: number[]) => Float64Array.from(values);

const rosenbrock: Smooth = {
  value: ([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: ([x = 0, y = 0]) => of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x))
};
/** Two valleys with a ridge at 0, where the second derivative is negative. */
const valleys: Smooth = {
  value: ([x = 0]) => x ** 4 - 2 * x ** 2,
  gradient: ([x = 0]) => of(4 * x ** 3 - 4 * x)
};
/** Defined for x > 0 only; least at 1. */
const barrier: Smooth = { value: ([x = 0]) => x - Math.log(x), gradient: ([x = 0]) => of(1 - 1 / x) };

describe('minimise', () => {
  test.each<[string, Smooth, number[], number[]]>([
    // name, problem, start, minimum
    ['Rosenbrock from the classical start', rosenbrock, [-1.2, 1], [1, 1]],
    ['Rosenbrock from far away', rosenbrock, [-30, 40], [1, 1]],
    ['a start where the curvature is negative', valleys, [0.1], [1]],
    ['a domain with an edge', barrier, [0.01], [1]],
    ['a domain with an edge, from beyond the minimum', barrier, [50], [1]]
  ])('%s', (_, problem, start, minimum) => {
    const found = minimise(problem, of(...start));
    expect(found.converged).toBe(true);
    expect(found.gradientNorm).toBeLessThan(1e-8);
    for (const [row, value] of minimum.entries()) expect(found.x[row]).toBeCloseTo(value, 7);
  });

  test('falls back to the simplex where the gradient misleads, and says so', () => {
    // Derivatives that point uphill: only values lead down, and only at the minimum are both right.
    const misled: Smooth = {
      value: ([x = 0]) => (x - 2) ** 2,
      gradient: ([x = 0]) => (Math.abs(x - 2) > 0.1 ? of(-2 * (x - 2)) : of(2 * (x - 2)))
    };
    const found = minimise(misled, of(0));
    expect(found.method).toBe('nelder-mead, then newton');
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(2, 8);
  });

  test('a corner has no gradient: not converged, and the corner is still found', () => {
    const corner: Smooth = { value: ([x = 0]) => Math.abs(x - 3), gradient: ([x = 0]) => of(Math.sign(x - 3) || 1) };
    const found = minimise(corner, of(0));
    expect(found.converged).toBe(false);
    expect(found.x[0]).toBeCloseTo(3, 6);
  });

  test('a valley so steep that its gradient never gets small is still found', () => {
    const steep: Smooth = {
      value: ([x = 0]) => 1e12 * (x - Math.SQRT2) ** 2 + 1e6,
      gradient: ([x = 0]) => of(2e12 * (x - Math.SQRT2) + 1e-5)
    };
    const found = minimise(steep, of(0));
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(Math.SQRT2, 12);
  });

  test('a start outside the domain is not a minimum', () => {
    expect(minimise(barrier, of(-1)).converged).toBe(false);
  });

  test('a start at the minimum stays', () => {
    expect(newton(rosenbrock, of(1, 1))).toMatchObject({ iterations: 0, converged: true, value: 0 });
  });
});

test('the simplex finds the minimum of a function of three variables', () => {
  const { x } = nelderMead(([a = 0, b = 0, c = 0]) => (a - 1) ** 2 + 3 * (b + 2) ** 2 + (c - a) ** 2, of(0, 0, 0));
  expect(x[0]).toBeCloseTo(1, 6);
  expect(x[1]).toBeCloseTo(-2, 6);
  expect(x[2]).toBeCloseTo(1, 6);
});

test('second derivatives of Rosenbrock are exact to 1e-9', () => {
  const [x, y] = [0.3, -0.7];
  const hessian = hessianOf(rosenbrock.gradient, of(x, y));
  const exact = [2 - 400 * (y - 3 * x * x), -400 * x, -400 * x, 200];
  for (const [entry, value] of exact.entries()) expect(Math.abs(hessian[entry]! - value)).toBeLessThan(1e-9 * 400);
});

describe('cholesky', () => {
  test('solves and inverts what is positive definite', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 }), (entries) => {
        // B·Bᵀ + 1 is positive definite for every B.
        const matrix = new Float64Array(9);
        for (let row = 0; row < 3; row++) {
          for (let column = 0; column < 3; column++) {
            let sum = row === column ? 1 : 0;
            for (let k = 0; k < 3; k++) sum += entries[3 * row + k]! * entries[3 * column + k]!;
            matrix[3 * row + column] = sum;
          }
        }
        const factor = cholesky(matrix, 3)!;
        const x = solve(factor, of(1, 2, 3));
        const inverse = inverseOf(factor, 3);
        for (let row = 0; row < 3; row++) {
          let right = 0;
          let byInverse = 0;
          for (let k = 0; k < 3; k++) {
            right += matrix[3 * row + k]! * x[k]!;
            byInverse += inverse[3 * row + k]! * (k + 1);
          }
          expect(right).toBeCloseTo(row + 1, 8);
          expect(byInverse).toBeCloseTo(x[row]!, 8);
        }
      })
    );
  });

  test.each([
    ['indefinite', [1, 2, 2, 1]],
    ['singular', [1, 1, 1, 1]],
    ['not finite', [NaN, 0, 0, 1]]
  ])('%s: no factor', (_, matrix) => {
    expect(cholesky(of(...matrix), 2)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../random';
import {
  crossProduct,
  independentColumns,
  inverseOfSquare,
  linearCombination,
  solveUpper,
  solveUpperTransposed,
  squareProduct,
  transposedProduct,
  triangleOf
} from './index';

function randomDesign(rows: number, width: number, seed: number): Float64Array[] {
  const random = randomStream('matrix', seed);
  return Array.from({ length: width }, () => Float64Array.from({ length: rows }, () => random.uniform() - 0.5));
}

describe('triangleOf', () => {
  test('RᵀR is XᵀWX, over several blocks and their rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 6 }), fc.nat(), (rows, width, seed) => {
        const design = randomDesign(rows, width, seed);
        const [weights] = randomDesign(rows, 1, seed + 1);
        const positive = weights!.map((value) => value + 0.5);
        const { r } = triangleOf(design, { weights: positive });
        const expected = crossProduct(design, positive);
        for (let a = 0; a < width; a++) {
          for (let b = 0; b < width; b++) {
            let sum = 0;
            for (let row = 0; row < width; row++) sum += r[row * width + a]! * r[row * width + b]!;
            expect(sum).toBeCloseTo(expected[a * width + b]!, 10);
          }
        }
      }),
      { numRuns: 40, seed: 1 }
    );
  });

  test('solves least squares, and its rest is the sum of squares that is left', () => {
    const design = randomDesign(500, 4, 7);
    const [noise] = randomDesign(500, 1, 8);
    const y = linearCombination(design, Float64Array.of(1, -2, 3, 0.5)).map((value, row) => value + noise![row]!);
    const triangle = triangleOf(design, { right: y });
    const solution = solveUpper(triangle.r, triangle.right);
    const residuals = linearCombination(design, solution).map((value, row) => y[row]! - value);
    transposedProduct(design, residuals).forEach((score) => expect(Math.abs(score)).toBeLessThan(1e-12));
    expect(triangle.rest).toBeCloseTo(transposedProduct([residuals], residuals)[0]!, 10);
  });

  test('keeps its digits where normal equations lose them all', () => {
    // Läuchli's matrix: XᵀX is singular in doubles.
    const small = 1e-9;
    const design = [Float64Array.of(1, small, 0), Float64Array.of(1, 0, small)];
    const { r } = triangleOf(design);
    expect(Math.abs(r[3]!)).toBeCloseTo(small * Math.SQRT2, 15);
  });

  test('no rows and no columns', () => {
    expect(triangleOf([new Float64Array(0)])).toMatchObject({ rows: 0, width: 1, rest: 0 });
    expect(triangleOf([], { right: Float64Array.of(3, 4) }).rest).toBeCloseTo(25, 12);
  });
});

test('the inverse undoes the square, and both triangular solves agree with it', () => {
  const design = randomDesign(60, 5, 3);
  const triangle = triangleOf(design);
  const identity = squareProduct(inverseOfSquare(triangle), crossProduct(design), 5);
  identity.forEach((value, at) => expect(value).toBeCloseTo(at % 6 === 0 ? 1 : 0, 10));
  const right = Float64Array.of(1, 2, 3, 4, 5);
  const solved = solveUpper(triangle.r, solveUpperTransposed(triangle.r, right));
  linearCombination(
    [...Array(5).keys()].map((at) => crossProduct(design).slice(at * 5, at * 5 + 5)),
    solved
  ).forEach((value, at) => expect(value).toBeCloseTo(right[at]!, 9));
});

describe('independentColumns', () => {
  const [a, b] = randomDesign(40, 2, 5) as [Float64Array, Float64Array];
  test.each<[string, Float64Array[], number[]]>([
    ['nothing repeated', [a, b], []],
    ['a multiple, and the later one is named', [a, a.map((value) => value * -3), b], [1]],
    ['a sum', [a, b, a.map((value, row) => value + b[row]!)], [2]],
    ['a column of zeros', [new Float64Array(40), a], [0]],
    ['scales as far apart as units are', [a.map((value) => value * 1e9), b.map((value) => value * 1e-9)], []],
    ['nearly the same', [a, a.map((value, row) => value + 1e-6 * b[row]!)], []]
  ])('%s', (_, design, aliased) => {
    expect(independentColumns(triangleOf(design)).aliased).toEqual(aliased);
  });
});

import { describe, expect, test } from 'vitest';
import { logNormalProbability } from './normal-tail';

/** Relative distance, absolute where the value is 0. */
const apart = (got: number, expected: number) => Math.abs(got - expected) / Math.max(Math.abs(expected), 1e-300);

describe('ln Φ', () => {
  test.each([
    // z, ln Φ(z), φ(z)/Φ(z)                    mpmath 1.3 with 90 digits
    [-1e6, -500000000014.73445, 1000000.000001],
    [-300, -45006.622732118663, 300.00333325926337],
    [-40, -804.60844201375379, 40.024968847207264],
    [-8, -35.01343715991455, 8.1213681122361127],
    [-3, -6.6077262215103495, 3.2830986549304365],
    [-1.5, -2.7059444008238898, 1.9386771666225432],
    [-1.4999, -2.7057505373594807, 1.9385921216976673],
    [-1, -1.8410216450092635, 1.5251352761609812],
    [-0.25, -0.91306176481113506, 0.96355397941640391],
    [-1e-9, -0.69314718135782987, 0.79788456143948513],
    [0, -0.69314718055994531, 0.79788456080286536],
    [0.5, -0.36894641528865639, 0.50916043383703349],
    [1.5, -0.069143455612233983, 0.13878975045885076],
    [3, -0.0013508099647481938, 0.0044378390421256638],
    [8, -6.2209605742717861e-16, 5.0522710835368954e-15],
    [12, -1.776482112077679e-33, 2.1463837356630603e-32]
  ])('at %d', (z, value, slope) => {
    const got = logNormalProbability(z);
    expect(apart(got.value, value)).toBeLessThan(2e-14);
    expect(apart(got.slope, slope)).toBeLessThan(2e-14);
  });

  test.each([-12, -25, -80, -1e4])('at %d equals the asymptotic series of the tail', (z) => {
    // 1 − 1/z² + 3/z⁴ − 15/z⁶ + …: at −12 the seventh term is below 1e-10.
    let series = 1;
    let term = 1;
    for (let odd = 1; odd <= 13; odd += 2) series += term *= -odd / (z * z);
    const expected = -(z * z) / 2 - Math.log(-z * Math.sqrt(2 * Math.PI)) + Math.log(series);
    expect(apart(logNormalProbability(z).value, expected)).toBeLessThan(1e-11);
  });

  test('is finite wherever z² is', () => {
    expect(Number.isFinite(logNormalProbability(-1e150).value)).toBe(true);
    expect(logNormalProbability(1e150)).toEqual({ value: -0, slope: 0 });
  });
});

import { exp } from '../elementary';

/** Coefficients of Cody 1969, Mathematics of Computation 23:631 (as in his program CALERF): highest power first. */
const CENTRE = {
  above: [
    1.85777706184603153e-1, 3.1611237438705656, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3
  ],
  below: [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3]
};
const SHOULDER = {
  above: [
    2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2,
    8.8195222124176909e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3
  ],
  below: [
    1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
    3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3
  ]
};
const TAIL = {
  above: [
    1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
    1.60837851487422766e-2, 6.58749161529837803e-4
  ],
  below: [
    1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3
  ]
};
const CENTRE_END = 0.46875;
const ONE_BY_ROOT_PI = 0.5641895835477563;

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

function ratio(part: typeof CENTRE, x: number): number {
  return polynomial(part.above, x) / polynomial(part.below, x);
}

/** e^−x² without the rounding of the square: x is split into a part of few bits and the rest. */
export function expMinusSquare(x: number, factor = 1): number {
  if (Math.abs(x) > 100) return 0;
  const coarse = Math.trunc(x * 16) / 16;
  return exp(-coarse * coarse * factor) * exp(-(x - coarse) * (x + coarse) * factor);
}

/** e^x² erfc(x) for x ≥ 0.46875. */
function scaledTail(x: number): number {
  if (x <= 4) return ratio(SHOULDER, x);
  const square = 1 / (x * x);
  return (ONE_BY_ROOT_PI - square * ratio(TAIL, square)) / x;
}

/**
 * Error function. @param x any number
 *
 * @see Cody 1969, Mathematics of Computation 23:631
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size <= CENTRE_END) return x * ratio(CENTRE, x * x);
  return Math.sign(x) * (1 - scaledTail(size) * expMinusSquare(size));
}

/** 1 − erf(x), with all digits in its tail. */
export function erfc(x: number): number {
  if (Math.abs(x) <= CENTRE_END) return 1 - x * ratio(CENTRE, x * x);
  const rest = scaledTail(Math.abs(x)) * expMinusSquare(Math.abs(x));
  return x > 0 ? rest : 2 - rest;
}

/** e^x² erfc(x) for x ≥ 0: the tail without its decay, for logarithms. */
export function erfcScaled(x: number): number {
  return x <= CENTRE_END ? exp(x * x) * erfc(x) : scaledTail(x);
}

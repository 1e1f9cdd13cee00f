import { exp, log } from '../../shared/elementary';
import { chiSquare, normalUpper } from '../../shared/distributions';

/** A density below e^−45 of its peak adds nothing; nor does a normal one beyond 9.5. */
const NOTHING = -45;
const FAR = 9.5;

/**
 * Upper tail of the noncentral t distribution: of (Z + shift) / S, S² = χ²/df, the probability to exceed t. By the
 * trapezoid rule, which converges exponentially here, over ln S or, where that would take very small steps, over Z;
 * absolute error about 1e-13.
 *
 * @param df above 0
 * @see Owen 1968, Technometrics 10:445 (the integral); Trefethen and Weideman 2014, SIAM Rev 56:385 (the rule)
 */
export function noncentralTUpper(t: number, df: number, shift: number): number {
  if (t < 0) return 1 - noncentralTUpper(-t, df, -shift);
  if (shift < -40) return 0;
  // S would have to reach so far that it never does.
  const reach = (shift - FAR) / t;
  if (reach > 1 && logHeight(log(reach), df) < NOTHING) return 1;
  return shift > 30 && t * t >= df / 2 ? overZ(t, df, shift) : overLogS(t, df, shift);
}

/** ln of the density of ln S over its peak. */
const logHeight = (logS: number, df: number) => df * (logS - (exp(2 * logS) - 1) / 2);

function overLogS(t: number, df: number, shift: number): number {
  // The normal tail turns within 1 / shift of ln S.
  const step = Math.min(1 / (4 * Math.sqrt(2 * df)), 0.1, 1 / (3 * Math.max(1, Math.abs(shift))));
  let [mass, above] = [0, 0];
  const add = (place: number): boolean => {
    const logS = place * step;
    const height = logHeight(logS, df);
    if (height < NOTHING) return false;
    const density = exp(height);
    mass += density;
    above += density * normalUpper(t * exp(logS) - shift);
    return true;
  };
  add(0);
  for (let place = 1; add(place); place++);
  for (let place = -1; add(place); place--);
  return above / mass;
}

function overZ(t: number, df: number, shift: number): number {
  const reference = chiSquare(df);
  let [mass, above] = [0, 0];
  for (let z = -FAR; z <= FAR; z += 0.05) {
    const density = exp((-z * z) / 2);
    const root = (z + shift) / t;
    mass += density;
    above += density * reference.lower(df * root * root);
  }
  return above / mass;
}

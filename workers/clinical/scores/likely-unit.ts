import type { ScoreInput } from './definition';
import { remark, type Remark } from './remarks';

/**
 * A value without a declared unit that can only be of another than the rubric's: FiO2 above 1 is percent, SpO2 up to 1 a
 * fraction. A saturation of 0 is left as it is.
 */
export function asMeant(quantity: ScoreInput['quantity'], value: number): number {
  if (quantity === 'oxygen fraction' && value > 1 && value <= 100) return value / 100;
  return quantity === 'saturation' && value > 0 && value <= 1 ? value * 100 : value;
}

/** Of how many values of an input that was done. */
export function meantRemark({ name, quantity }: Pick<ScoreInput, 'name' | 'quantity'>, values: number): Remark {
  return remark(quantity === 'saturation' ? 'fraction-assumed' : 'percent-assumed', { input: name, values });
}

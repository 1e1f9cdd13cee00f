import type { Place } from '$workers/shared/errors';
import { failInput } from './failures';

type PlaceOf = (path: readonly string[]) => Place;

/** One where everything is whole, else a hundredth of the span as a round number. */
export function defaultStep(min: number | undefined, max: number | undefined, value: number): number {
  if ([min, max, value].every((one) => one === undefined || Number.isInteger(one))) return 1;
  const span = (max ?? value) - (min ?? 0);
  return span > 0 ? 10 ** Math.floor(Math.log10(span / 50)) : 0.1;
}

/** How many decimal places a number shows: 0.05 has two. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent ?? 0));
}

/** The nearest value that the steps from `min` reach, without the crumbs of binary fractions. */
export function onStep(value: number, min: number, step: number): number {
  const decimals = Math.min(Math.max(decimalsOf(min), decimalsOf(step)), 20);
  return Number((min + Math.round((value - min) / step) * step).toFixed(decimals));
}

interface NumberLimits {
  min: number | undefined;
  max: number | undefined;
  value: number;
  step: number;
  /** The control can only stand on a step; another value would show as something it is not. */
  snaps: boolean;
}

export function checkNumber({ min, max, value, step, snaps }: NumberLimits, placeOf: PlaceOf): void {
  if (min !== undefined && max !== undefined && !(min < max)) {
    throw failInput('input-order', { min, max }, { place: placeOf(['max']) });
  }
  if (!(step > 0))
    throw failInput('input-step', { value, step, min: min ?? 0, near: value }, { place: placeOf(['step']) });
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    const values = { value, min: min ?? '−∞', max: max ?? '∞' };
    throw failInput('input-outside', values, { place: placeOf(['value']) });
  }
  if (!snaps || min === undefined) return;
  const near = onStep(value, min, step);
  if (near !== value) throw failInput('input-step', { value, step, min, near }, { place: placeOf(['value']) });
}

interface DateLimits {
  min: string | undefined;
  max: string | undefined;
  value: string;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function checkDate(limits: DateLimits, placeOf: PlaceOf): void {
  for (const key of ['min', 'max', 'value'] as const) {
    const value = limits[key];
    if (value !== undefined && !isDay(value)) throw failInput('input-date', { key, value }, { place: placeOf([key]) });
  }
  const { min, max, value } = limits;
  if (min !== undefined && max !== undefined && min > max) {
    throw failInput('input-order', { min, max }, { place: placeOf(['max']) });
  }
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    throw failInput(
      'input-outside',
      { value, min: min ?? 'any day', max: max ?? 'any day' },
      { place: placeOf(['value']) }
    );
  }
}

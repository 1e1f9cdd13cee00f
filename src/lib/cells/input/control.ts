import { formatNumber } from '$workers/shared/number-format';
import { input as words } from '$lib/messages/input';
import { isDay, onStep } from './limits';
import type { DateInput, NumberInput } from './spec';

/** How far Page keys go: about a tenth of the span, on the steps. */
export function pageStep({ min, max, step }: NumberInput): number {
  if (min === undefined || max === undefined) return step * 10;
  return Math.max(step, onStep((max - min) / 10, 0, step));
}

/** @returns where a key takes a slider, undefined for keys that are not ours */
export function steppedBy(key: string, spec: NumberInput): number | undefined {
  const by = key === 'PageUp' ? pageStep(spec) : key === 'PageDown' ? -pageStep(spec) : undefined;
  if (by === undefined) return undefined;
  const { min = -Infinity, max = Infinity, step, value } = spec;
  const origin = Number.isFinite(min) ? min : 0;
  const last = Number.isFinite(max) ? onStep(max - step / 2 + step / 1e6, origin, step) : max;
  return Math.max(min, Math.min(last > max ? max : last, onStep(value + by, origin, step)));
}

/** A typed day: a value to write, or words why it is not used yet. */
export function readDay(text: string, { min, max }: DateInput): { value: string } | { problem: string } {
  if (!isDay(text)) return { problem: words.dateWanted };
  const inside = (min === undefined || text >= min) && (max === undefined || text <= max);
  return inside ? { value: text } : { problem: words.outside(min ?? '…', max ?? '…') };
}

/** The line beside the control: what the writer said, else its limits and, where there is a keyboard, its keys. */
export function helpOf(spec: NumberInput, { keyboard = true } = {}): string {
  if (spec.help !== undefined) return spec.help;
  const { min, max, step } = spec;
  const limits = min !== undefined && max !== undefined ? [words.rangeHelp(figure(min), figure(max))] : [];
  const keys = spec.type === 'range' && keyboard ? [words.arrowHelp(figure(step), figure(pageStep(spec)))] : [];
  return [...limits, ...keys].join(' · ');
}

/** A number with all its digits, set as people read it. */
export function figure(value: number): string {
  return formatNumber(value, 15);
}

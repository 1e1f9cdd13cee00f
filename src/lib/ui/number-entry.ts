import { ui } from '$lib/messages/ui';

export interface NumberLimits {
  min?: number | undefined;
  max?: number | undefined;
  /** Whole numbers only. */
  whole?: boolean | undefined;
}

export type NumberEntry = { value: number | undefined; error?: undefined } | { error: string };

/**
 * Reads what a person typed. Empty is `undefined`. A comma is refused, not guessed at: `1,204` is one thousand to some
 * and one and a bit to others.
 */
export function numberEntry(text: string, limits: NumberLimits = {}): NumberEntry {
  const trimmed = text.trim().replace('\u2212', '-');
  if (trimmed === '') return { value: undefined };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return { error: ui.field.numberExpected };
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return { error: ui.field.numberExpected };
  if (limits.whole && !Number.isInteger(value)) return { error: ui.field.numberWhole };
  if (limits.min !== undefined && value < limits.min) return { error: ui.field.numberTooSmall(limits.min) };
  if (limits.max !== undefined && value > limits.max) return { error: ui.field.numberTooLarge(limits.max) };
  return { value };
}

/** One step up or down, kept inside the limits and free of binary dust (0.1 + 0.2 is 0.3). */
export function stepped(value: number, steps: number, step: number, limits: NumberLimits = {}): number {
  const decimals = Math.max(decimalsOf(step), decimalsOf(value));
  const moved = Number((value + steps * step).toFixed(Math.min(decimals, 12)));
  return Math.min(limits.max ?? Infinity, Math.max(limits.min ?? -Infinity, moved));
}

function decimalsOf(value: number): number {
  const text = String(value);
  const exponent = /e-(\d+)$/.exec(text);
  return exponent ? Number(exponent[1]) : (text.split('.')[1]?.length ?? 0);
}

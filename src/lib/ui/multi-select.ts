import type { Choice } from './choice';
import { ui } from '$lib/messages/ui';

/** What a closed MultiSelect says: up to two names, else a count; `none` where nothing is chosen. */
export function chosenWords<Value extends string>(
  choices: readonly Choice<Value>[],
  chosen: readonly Value[],
  none: string = ui.choice.none
): string {
  const labels = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.label);
  if (labels.length === 0) return none;
  if (labels.length === choices.length && labels.length > 2) return ui.choice.all(labels.length);
  return labels.length <= 2 ? labels.join(', ') : ui.choice.some(labels.length, choices.length);
}

/** The choices whose label holds what was typed, case aside. */
export function found<Value extends string>(choices: readonly Choice<Value>[], typed: string): Choice<Value>[] {
  const part = typed.trim().toLowerCase();
  return choices.filter((choice) => choice.label.toLowerCase().includes(part));
}

/** Chosen values with one more or one fewer, in the order of the choices. */
export function switched<Value extends string>(
  choices: readonly Choice<Value>[],
  chosen: readonly Value[],
  value: Value
): Value[] {
  const now = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return choices.map((choice) => choice.value).filter((one) => now.includes(one));
}

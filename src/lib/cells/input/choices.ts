import type { Place } from '$workers/shared/errors';
import { failInput } from './failures';

/** What can be chosen. Whole numbers beyond 2^53 are `bigint`, so that ids stay exact. */
export type ChoiceValue = string | number | bigint | boolean;

/**
 * A written choice, or a list of them.
 * @returns undefined where nothing is written
 */
export function readChoices(
  written: unknown,
  key: string,
  { list }: { list: boolean },
  placeOf: (path: readonly (string | number)[]) => Place
): readonly ChoiceValue[] | undefined {
  if (written === undefined || written === null) return undefined;
  const values: readonly unknown[] = Array.isArray(written) ? written : [written];
  if (!list && Array.isArray(written)) throw failInput('input-option-kind', { key }, { place: placeOf([key]) });
  const seen = new Map<string, ChoiceValue>();
  for (const [index, value] of values.entries()) {
    const place = Array.isArray(written) ? placeOf([key, index]) : placeOf([key]);
    if (!isChoice(value)) throw failInput('input-option-kind', { key }, { place });
    if (seen.has(String(value))) throw failInput('input-option-repeats', { value: String(value) }, { place });
    seen.set(String(value), value);
  }
  return [...seen.values()];
}

function isChoice(value: unknown): value is ChoiceValue {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}

/**
 * The chosen ones among the options; compared as text, since `1` in YAML may stand for a column of texts.
 * @param chosen undefined: the first of one choice, all of several
 * @throws `input-not-offered`
 */
export function choose(
  options: readonly ChoiceValue[],
  chosen: readonly ChoiceValue[] | undefined,
  { several, place }: { several: boolean; place: Place }
): readonly ChoiceValue[] {
  if (chosen === undefined) return several ? options : options.slice(0, 1);
  const byText = new Map(options.map((option) => [String(option), option]));
  return chosen.map((value) => {
    const option = byText.get(String(value));
    if (option === undefined)
      throw failInput('input-not-offered', { value: String(value), n: options.length }, { place });
    return option;
  });
}

/** The chosen ones in the order of the options, after one was pressed. */
export function orderedChoice(
  options: readonly ChoiceValue[],
  chosen: ReadonlySet<string>,
  pressed: ChoiceValue
): readonly ChoiceValue[] {
  return options.filter((option) =>
    String(option) === String(pressed) ? !chosen.has(String(option)) : chosen.has(String(option))
  );
}

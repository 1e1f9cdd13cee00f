import type { Values } from '$workers/shared/errors';

/*
 * Sentences as in a paper. All values come as texts, written by the page: figures of one measure alike, `p` as
 * "p = 0.012", `level` as "95 %", `measure` by its name. What depends on a value is a sentence of its own, chosen by the
 * engine.
 */

/** " (95 % CI 1.01 to 1.07, p = 0.012)", of what there is; `first` stands before it. */
export function limits({ level, lower, upper, p }: Values, first?: string): string {
  const interval = lower === undefined && upper === undefined ? [] : [`${level} CI ${between(lower, upper)}`];
  const said = [...(first === undefined ? [] : [first]), ...interval, ...(p === undefined ? [] : [p])];
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

/** A measure within a sentence: "odds ratio", but "AUC". */
export const lowered = (measure: Values[string]): string =>
  String(measure).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** A limit may not exist, as that of a median that is not reached. */
function between(lower: Values[string], upper: Values[string]): string {
  if (lower === undefined) return `up to ${upper}`;
  return upper === undefined ? `from ${lower}` : `${lower} to ${upper}`;
}

/** Of any method. */
export const sentences = {
  estimate: (v: Values) => `${v.measure}, ${v.of}: ${v.estimate}${limits(v)}.`
};

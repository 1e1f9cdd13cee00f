import type { Values } from '$workers/shared/errors';
import type * as en from '../../en/statistics/sentence';
import type { Words } from '../../words';

/** " (95 %:n luottamusväli 1,01–1,07, p = 0,012)", siitä mitä on. */
export function limits({ level, lower, upper, p }: Values, first?: string): string {
  const interval =
    lower === undefined && upper === undefined ? [] : [`${level}:n luottamusväli ${between(lower, upper)}`];
  const said = [...(first === undefined ? [] : [first]), ...interval, ...(p === undefined ? [] : [p])];
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

export const lowered = (measure: Values[string]): string =>
  String(measure).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

function between(lower: Values[string], upper: Values[string]): string {
  if (lower === undefined) return `enintään ${upper}`;
  return upper === undefined ? `vähintään ${lower}` : range(String(lower), String(upper));
}

/**
 * "1,23–5,90", "11–71 %": a unit that both ends have stands behind the second. Beside a minus a dash would be read as
 * another: "−0,04 … 1,85".
 */
export function range(lower: string, upper: string): string {
  const [, number, unit] = /^([\d,\u00a0]+?)(\u00a0%)$/.exec(lower) ?? [];
  const from = number !== undefined && unit !== undefined && upper.endsWith(unit) ? number : lower;
  if (/\u2212/.test(lower + upper)) return `${from} … ${upper}`;
  return /[^\d,\u00a0 %]/.test(lower + upper) ? `${from} – ${upper}` : `${from}–${upper}`;
}

export const sentences: Words<typeof en.sentences> = {
  estimate: (v) => `${v.measure}, ${v.of}: ${v.estimate}${limits(v)}.`
};

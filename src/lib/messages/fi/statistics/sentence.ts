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
  return upper === undefined ? `vähintään ${lower}` : `${lower} – ${upper}`;
}

export const sentences: Words<typeof en.sentences> = {
  estimate: (v) => `${v.measure}, ${v.of}: ${v.estimate}${limits(v)}.`
};

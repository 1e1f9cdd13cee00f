import { pkWords as words } from '$lib/messages/pk';
import type { KeyPart } from '$lib/ui/chart/chart-key';
import type { CurveOutput } from './run-curve';

/** What the signs of a curve mean: those that are drawn. */
export function curveKey({ study, inhibitor }: CurveOutput): KeyPart[] {
  const has = (name: string) => study.curve.columns.some((column) => column.name === name);
  const { from, to } = study.window;
  const parts: (KeyPart | false | undefined)[] = [
    { look: 'line', color: '--c1', words: study.isEstimated ? words.key.curve : words.key.typical },
    has('lower') && { look: 'area', color: '--c1-area', words: words.key.band },
    study.isEstimated && { look: 'dashdot', color: '--ink-faint', words: words.key.population },
    has('what_if') && { look: 'dashed', color: '--c2', words: words.key.whatIf },
    study.levels.rows > study.belowQuantification && { look: 'dot', color: '--ink', words: words.key.level },
    study.belowQuantification > 0 && { look: 'triangle', color: '--ink', words: words.key.below },
    { look: 'dotted', color: '--line-strong', words: words.key.threshold },
    inhibitor &&
      inhibitor.from < to &&
      inhibitor.to > from && { look: 'area', color: '--stale', words: words.key.inhibitor }
  ];
  return parts.filter((part): part is KeyPart => part !== false && part !== undefined);
}

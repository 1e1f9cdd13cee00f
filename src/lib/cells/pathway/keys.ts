import { pathwayWords as words } from '$lib/messages/pathway';
import type { KeyPart } from '$lib/ui/chart/chart-key';
import type { Line } from './lines';
import { the } from './the';

/** What the signs of a map mean: those that are drawn. */
export function mapKey(lines: readonly Line[], shown: readonly number[]): KeyPart[] {
  const goesBack = shown.some((place) => the(lines, place).isBack);
  return [
    { look: 'thick', color: '--c1', words: words.wide },
    ...(goesBack ? [{ look: 'thick', color: '--c2', words: words.back } as const] : []),
    { look: 'dot', color: '--ink', words: words.startsHere },
    { look: 'ring', color: '--ink', words: words.endsHere }
  ];
}

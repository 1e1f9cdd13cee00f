import type { CellKey } from '../model';
import type { BinnedCell } from './contract';

/** Where a deleted cell goes, and those in the Bin whose place is another one from then on. */
export interface PlaceBack {
  index: number;
  shifted: readonly BinnedCell[];
}

/**
 * The place of a deleted cell in the notebook as it is now. What was deleted after it, and still lies in the Bin, stood
 * around it then: it is thought back in, one after the other, and out again. So cells come back where they stood in
 * whatever order they are put back.
 * @param cells of the notebook now
 */
export function placeBack(binned: readonly BinnedCell[], key: CellKey, cells: number): PlaceBack {
  // Of cells that went together the last went first: then each place is one in the notebook at that moment.
  const ordered = [...binned].sort((a, b) => a.at - b.at || b.index - a.index);
  const turn = ordered.findIndex((one) => one.key === key);
  const sequence: (BinnedCell | undefined)[] = Array.from({ length: cells }, () => undefined);
  for (const one of ordered.slice(turn).reverse()) sequence.splice(Math.min(one.index, sequence.length), 0, one);
  const place = sequence.findIndex((one) => one?.key === key);
  const index = sequence.slice(0, place).filter((one) => one === undefined).length;

  // What was deleted after it, from behind it: the notebook of that moment now has one cell more before it.
  const shifted = ordered
    .slice(turn + 1)
    .filter((one) => sequence.indexOf(one) > place)
    .map((one) => ({ ...one, index: one.index + 1 }));
  return { index, shifted };
}

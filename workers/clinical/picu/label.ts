import type { RandomStream } from '../../shared/random';
import { LEAK, SEPSIS } from './constants';
import type { Sepsis } from './course';

/** The 24 hours around onset that an early warning should find: six before, seventeen after, onset included. */
export function isLabelled(sepsis: Sepsis | undefined, hour: number): boolean {
  if (!sepsis) return false;
  return hour >= sepsis.onset + SEPSIS.labelFrom && hour <= sepsis.onset + SEPSIS.labelTo;
}

/** The planted leak: in label hours nearly always 1, so already six hours before onset; charted with hindsight. */
export function chartedAntibiotic(stream: RandomStream, label: Uint8Array): Uint8Array {
  return label.map((isOne) => Number(stream.uniform() < (isOne ? LEAK.inLabel : LEAK.elsewhere)));
}

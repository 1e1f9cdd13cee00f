import type { ScoreInput } from '../definition';

/** What a suspected infection is made of, where it is not recorded itself. */
export const INFECTION_INPUTS: readonly ScoreInput[] = [
  {
    name: 'infection_test',
    label: 'Tests for an infection ordered, whatever the result',
    kind: 'count',
    valid: [0, 1000],
    whole: true,
    words: { yes: 1, true: 1, no: 0, false: 0 },
    optional: true
  },
  {
    name: 'antimicrobial_doses',
    label: 'Doses of systemic antimicrobials given',
    kind: 'count',
    valid: [0, 1000],
    whole: true,
    optional: true
  }
];

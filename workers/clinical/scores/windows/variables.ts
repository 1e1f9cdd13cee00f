import type { ScoreInput } from '../definition';
import { AGENTS, phoenix8 } from '../definitions/phoenix';
import { measured } from '../definitions/inputs';

/** One thing that is observed over time, and for how long its newest value holds. */
export interface WindowVariable extends ScoreInput {
  /** A value holds while now − t ≤ this. */
  hours: 6 | 12 | 24;
}

function like(name: string, hours: WindowVariable['hours'], input = name, label?: string): WindowVariable {
  const found = phoenix8.inputs.find((one) => one.name === input);
  if (!found) throw new RangeError(`Phoenix has no input ${input}.`);
  return { ...found, name, hours, feeds: [], ...(label !== undefined && { label }) };
}

function gcsPart(name: string, label: string, most: number): WindowVariable {
  return { ...measured([name, label], ['points', 'points'], [1, most], { whole: true }), hours: 12 };
}

/** "1T": intubated, counts as 1. */
const VERBAL_WORDS = { '1t': 1, t: 1, '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 } as const;

/** Look-back of the implementation notes of the authors' package phoenix 1.1.3. */
export const WINDOW_VARIABLES: readonly WindowVariable[] = [
  like('spo2', 6),
  like('pao2', 6),
  like('fio2', 6),
  like('imv', 6),
  like('ors', 6, 'other_respiratory_support'),
  like('lactate', 6),
  like('map_art', 6, 'map', 'Mean arterial pressure, arterial line'),
  like('sbp_art', 6, 'sbp', 'Systolic pressure, arterial line'),
  like('dbp_art', 6, 'dbp', 'Diastolic pressure, arterial line'),
  like('map_cuff', 6, 'map', 'Mean arterial pressure, cuff'),
  like('sbp_cuff', 6, 'sbp', 'Systolic pressure, cuff'),
  like('dbp_cuff', 6, 'dbp', 'Diastolic pressure, cuff'),
  like('pupils', 6, 'fixed_pupils'),
  ...AGENTS.map(([name]) => like(name, 12)),
  like('vasoactives', 12),
  like('gcs', 12),
  gcsPart('gcs_eye', 'Glasgow Coma Scale, eye', 4),
  { ...gcsPart('gcs_verbal', 'Glasgow Coma Scale, verbal; 1T is 1', 5), words: VERBAL_WORDS },
  gcsPart('gcs_motor', 'Glasgow Coma Scale, motor', 6),
  like('glucose', 12),
  like('platelets', 24),
  like('inr', 24),
  like('d_dimer', 24),
  like('fibrinogen', 24),
  like('anc', 24),
  like('alc', 24),
  like('creatinine', 24),
  like('bilirubin', 24),
  like('alt', 24)
];

/** Pressures whose source is not recorded are taken as the cuff's, which come last. */
const ALSO: Readonly<Record<string, string>> = {
  map: 'map_cuff',
  sbp: 'sbp_cuff',
  dbp: 'dbp_cuff',
  other_respiratory_support: 'ors',
  support: 'ors',
  fixed_pupils: 'pupils'
};

const positions = new Map(WINDOW_VARIABLES.map(({ name }, position) => [name, position]));

/** @returns the position in `WINDOW_VARIABLES`, −1 for a variable that Phoenix does not use */
export function variablePosition(name: string): number {
  const plain = name.trim().toLowerCase();
  return positions.get(ALSO[plain] ?? plain) ?? -1;
}

/** @param name one of `WINDOW_VARIABLES`; anything else is a mistake of the program */
export function at(name: string): number {
  const position = positions.get(name);
  if (position === undefined) throw new RangeError(`No variable ${name}.`);
  return position;
}

import type { ScoreDefinition, ScoreInput } from '../definition';
import { INFECTION_INPUTS } from './infection-inputs';
import { WINDOW_VARIABLES, type WindowVariable } from './variables';

/** An input over time: with look-back, the variable that it is an observation of, and how long its newest value holds. */
export type CourseInput = ScoreInput & Partial<Pick<WindowVariable, 'hours'>> & { variable?: string };

/** Under the names that the score itself has for them, so that a table is read alike with and without look-back. */
const AS_SCORED: Readonly<Record<string, string>> = {
  map_cuff: 'map',
  sbp_cuff: 'sbp',
  dbp_cuff: 'dbp',
  ors: 'other_respiratory_support',
  pupils: 'fixed_pupils'
};

const OF_EIGHT = ['glucose', 'anc', 'alc', 'creatinine', 'bilirubin', 'alt'];
/** Of the row itself, not carried forward. */
const AS_THEY_STAND = ['age_months', 'suspected_infection'];

/** The scores for which a look-back is published, or a baseline of the time before is defined. */
export const LOOK_BACK_SCORES = ['phoenix', 'phoenix-8', 'kdigo'] as const;
/** The scores that say when sepsis begins. */
export const ONSET_SCORES = ['phoenix', 'phoenix-8'] as const;

export type LookBackScore = (typeof LOOK_BACK_SCORES)[number];

export function hasLookBack(score: string): score is LookBackScore {
  return (LOOK_BACK_SCORES as readonly string[]).includes(score);
}

/** What a score takes from time-stamped data: with look-back the observations themselves, else its own inputs. */
export function courseInputs({ name, inputs }: ScoreDefinition, lookBack: boolean): readonly CourseInput[] {
  const isPhoenix = (ONSET_SCORES as readonly string[]).includes(name);
  if (!isPhoenix) return inputs;
  if (!lookBack) return [...inputs, ...INFECTION_INPUTS];
  const own = inputs.filter((input) => AS_THEY_STAND.includes(input.name));
  const observed = WINDOW_VARIABLES.filter((one) => name === 'phoenix-8' || !OF_EIGHT.includes(one.name));
  return [
    ...own,
    ...INFECTION_INPUTS,
    ...observed.map((one) => ({ ...one, name: AS_SCORED[one.name] ?? one.name, variable: one.name }))
  ];
}

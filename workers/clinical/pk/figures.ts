import { breathe } from '../../shared/breathe';
import type { JobOptions } from '../../shared/job';
import { quantileOf } from '../../shared/quantile';
import { doseForTrough, hoursAbove, hoursUntil, steadyTroughPerUnit } from './derived';
import { checkedDisposition, PARAMETERS, terminalHalfLife } from './disposition';
import { sampler } from './draws';
import { fail } from './errors';
import type { Individual } from './individual';
import { movedParameters } from './model';
import type { Doses } from './schedule';

/** What is read off a curve. */
export type FigureName =
  | 'clearance'
  | 'central-volume'
  | 'half-life'
  | 'recovery'
  | 'hours-until'
  | 'hours-above'
  | 'dose-for-trough'
  | 'what-if-half-life'
  | 'what-if-trough'
  | 'what-if-hours-above';

/** One figure with the middle 95 % of what the levels leave open. */
export interface PkFigure {
  name: FigureName;
  unit: string;
  /** IU/dL, of those that ask for one. */
  threshold: number | undefined;
  /** `undefined`: never, since the endogenous level lies above the threshold. */
  value: number | undefined;
  lower: number | undefined;
  upper: number | undefined;
  /** The same of the typical person. */
  population: number | undefined;
}

/** One figure as a function of a person; it must not need more than that. */
export interface Asked extends Pick<PkFigure, 'name' | 'unit' | 'threshold'> {
  of: (individual: Individual) => number | undefined;
}

const at = (name: (typeof PARAMETERS)[number]) => PARAMETERS.indexOf(name);
const plain = (name: FigureName, unit: string, of: Asked['of']): Asked => ({ name, unit, threshold: undefined, of });

/** What every person has: clearance, volume, half-life and what one IU adds. */
export const personFigures: readonly Asked[] = [
  plain('clearance', 'dL/h', ({ disposition }) => disposition.parameters[at('CL')]),
  plain('central-volume', 'dL', ({ disposition }) => disposition.parameters[at('V1')]),
  plain('half-life', 'h', ({ halfLifeHours }) => halfLifeHours),
  plain('recovery', 'IU/dL per IU/kg', ({ disposition, person }) => person.weightKg / disposition.parameters[at('V1')]!)
];

/** Hours after the last dose until each threshold, and hours above it within the window. */
export function thresholdFigures(
  doses: Doses,
  thresholds: readonly number[],
  window: { from: number; to: number }
): Asked[] {
  return [
    ...thresholds.map((threshold): Asked => ({
      name: 'hours-until',
      unit: 'h',
      threshold,
      of: (individual) => hoursUntil(individual, doses, threshold)
    })),
    ...hoursAboveFigures('hours-above', doses, thresholds, window)
  ];
}

export function hoursAboveFigures(
  name: 'hours-above' | 'what-if-hours-above',
  doses: Doses,
  thresholds: readonly number[],
  window: { from: number; to: number }
): Asked[] {
  return thresholds.map((threshold) => ({
    name,
    unit: 'h',
    threshold,
    of: (individual) => hoursAbove(individual, doses, threshold, window)
  }));
}

/** The dose that would hold a trough, given again and again. */
export function troughDose(target: number, everyHours: number, durationHours: number): Asked {
  return {
    name: 'dose-for-trough',
    unit: 'IU',
    threshold: target,
    of: (individual) => doseForTrough(individual, target, everyHours, durationHours)
  };
}

/** The trough that a regimen comes to, if nothing is missed. */
export function steadyTrough(amount: number, everyHours: number, durationHours: number): Asked {
  return plain(
    'what-if-trough',
    'IU/dL',
    (individual) => individual.endogenous + amount * steadyTroughPerUnit(individual, everyHours, durationHours)
  );
}

export const whatIfHalfLife: Asked = plain('what-if-half-life', 'h', ({ halfLifeHours }) => halfLifeHours);

const DRAWS_BETWEEN_BREATHS = 20;

/**
 * Each figure of a person, with limits from the same draws as the band of the curve.
 *
 * @throws `pk-stopped`, and what the figures throw
 */
export async function figuresOf(
  asked: readonly Asked[],
  individual: Individual,
  population: Individual,
  { samples, seed }: { samples: number; seed: number },
  job: JobOptions = {}
): Promise<PkFigure[]> {
  const drawn = asked.map(() => new Float64Array(samples));
  const draw = sampler(individual, seed);
  for (let sample = 0; sample < samples; sample++) {
    if (sample % DRAWS_BETWEEN_BREATHS === 0) {
      job.progress?.({ step: 'pk-figures', done: sample, total: samples });
      await breathe();
      if (job.signal?.aborted) throw fail('pk-stopped');
    }
    const disposition = checkedDisposition(movedParameters(individual.model, individual.typical, draw()));
    const person = { ...individual, disposition, halfLifeHours: terminalHalfLife(disposition) };
    for (const [which, { of }] of asked.entries()) drawn[which]![sample] = of(person) ?? NaN;
  }
  return asked.map(({ of, ...figure }, which) => {
    const value = of(individual);
    const sorted = drawn[which]!.sort();
    // The endogenous level is the same in every draw: there is a figure in all of them or in none.
    const limit = (p: number) => (value === undefined || samples === 0 ? undefined : quantileOf(sorted, p));
    return { ...figure, value, lower: limit(0.025), upper: limit(0.975), population: of(population) };
  });
}

import { regimenDoses, type Doses } from './schedule';

/** Doses that could be given. Without `amount`: those that were given, with another clearance. */
export interface WhatIf {
  /** IU. */
  amount?: number;
  everyHours?: number;
  times?: number;
  durationHours?: number;
  /** Default: where the curve begins. Doses given before it stay. */
  startHour?: number;
  /** Numbers of doses left out, from 1. */
  missed?: readonly number[];
  /** × the clearance: what an inhibitor does. Default 1. */
  clearance?: number;
}

/** How long the plan is, missed doses included. */
export function planHours({ everyHours, times }: WhatIf): number {
  return (everyHours ?? 0) * (times ?? 0);
}

/** The doses given until the plan begins, then the plan. */
export function plannedDoses(whatIf: WhatIf, given: Doses | undefined, from: number): Doses | undefined {
  const { amount, everyHours = 48, times = 1, durationHours = 0, startHour = from, missed = [] } = whatIf;
  if (amount === undefined) return given;
  const plan = regimenDoses({
    doses: [{ atHour: 0, amount, durationHours }],
    cycleHours: everyHours,
    cycles: times,
    startHour,
    missed
  });
  if (!given) return plan;
  const kept = (values: Float64Array) => values.filter((_, row) => given.time[row]! < startHour);
  return {
    time: Float64Array.of(...kept(given.time), ...plan.time),
    amount: Float64Array.of(...kept(given.amount), ...plan.amount),
    duration: Float64Array.of(...kept(given.duration), ...plan.duration)
  };
}

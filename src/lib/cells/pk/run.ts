import type { Outcome, RunContext } from '$lib/notebook/kind';
import { runCurve, type CurveOutput } from './run-curve';
import { runAdherence, runBleeding, type AdherenceOutput, type BleedingOutput } from './run-groups';
import type { PkSpec } from './spec';

export type PkOutput = CurveOutput | BleedingOutput | AdherenceOutput;

export function runPk(spec: PkSpec, context: RunContext): Promise<Outcome<PkOutput>> {
  switch (spec.show) {
    case 'curve':
      return runCurve(spec, context);
    case 'bleeding':
    case 'inhibitor':
      return runBleeding(spec, context);
    case 'adherence':
      return runAdherence(spec, context);
  }
}

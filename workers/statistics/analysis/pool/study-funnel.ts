import { normalQuantile } from '../../../shared/normal';
import type { Measure } from '../contract';
import type { PointsFigure } from '../figures';
import type { Numbers } from './study-tables';

const FUNNEL_STEPS = 40;

/**
 * Effects as they are shown against their standard errors on the scale of the analysis, with the limits that chance alone would
 * give: on a logarithmic axis they are straight for ratios, too.
 */
export function funnelOf(
  centre: number,
  names: readonly string[],
  { estimate, lower, upper }: Numbers,
  { level, measure, back }: { level: number; measure: Measure; back: (value: number) => number }
): PointsFigure {
  // The limits of the studies are Wald's: half their width is z standard errors.
  const z = normalQuantile((1 + level) / 2);
  const errors = estimate.map((_, at) => (upper[at]! - lower[at]!) / (2 * z));
  const largest = errors.reduce((most, one) => Math.max(most, one), 0) * 1.05;
  const steps = Float64Array.from({ length: FUNNEL_STEPS + 1 }, (_, at) => (largest * at) / FUNNEL_STEPS);
  return {
    kind: 'points',
    what: 'study-funnel',
    x: estimate.map(back),
    y: errors,
    xName: measure,
    names,
    lines: [{ code: 'pooled', value: back(centre) }],
    limits: [
      { name: 'lower', x: steps.map((se) => back(centre - z * se)), y: steps },
      { name: 'upper', x: steps.map((se) => back(centre + z * se)), y: steps.slice() }
    ]
  };
}

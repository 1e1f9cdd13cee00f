import { float64Column } from '../../columns';
import type { Found } from '../define';
import type { LinesFigure } from '../figures';
import { MOST, STEPS } from './shared';

/** What is to be known closely enough, and by how many. */
export interface Closeness {
  unit: 'persons' | 'events';
  of: 'proportion' | 'rate';
  value: number;
  planned: number;
  level: number;
}

/** The interval by the number of persons or events, from few to twice as many, with the plan on it. */
export function intervalsOf(
  { unit, of, value, planned, level }: Closeness,
  limits: (count: number) => { lower: number; upper: number }
): { figures: LinesFigure[]; more: Found['more'] & object } {
  const counts = Array.from({ length: STEPS }, (_, at) => Math.round((2 * planned * (at + 1)) / STEPS));
  const x = Float64Array.from(new Set(counts.filter((count) => count >= 1 && count <= MOST)));
  const [lower, upper] = [x.map((count) => limits(count).lower), x.map((count) => limits(count).upper)];
  const plan = limits(planned);
  return {
    more: [
      {
        name: 'curve',
        table: { rows: x.length, columns: [float64Column(unit, x), float64Column('lower', lower), float64Column('upper', upper)] } // prettier-ignore
      }
    ],
    figures: [
      {
        kind: 'lines',
        what: 'precision',
        x: unit,
        y: of,
        level,
        series: [
          { name: of, look: 'line', x: x.slice(), y: x.map(() => value), lower: lower.slice(), upper: upper.slice() },
          { name: 'planned', look: 'points', x: Float64Array.of(planned), y: Float64Array.of(value), lower: Float64Array.of(plan.lower), upper: Float64Array.of(plan.upper) } // prettier-ignore
        ]
      }
    ]
  };
}

import type { Place } from '$workers/shared/errors';
import { readTask, specOf, type SpecOf } from '../task';
import { failChart } from './failures';
import { chartFields, type Mark } from './fields';

/** Where a column or a number of a chart goes. */
export type Role = 'x' | 'y' | 'color' | 'size' | 'group' | 'fx' | 'fy';

export interface ChartSpec extends SpecOf<typeof chartFields> {
  /** Where each column stands in the text, for what only the table can tell. */
  places: Readonly<Record<Role | 'bin' | 'reference', Place>>;
}

interface Demand {
  /** All of these; of a list within, one. */
  needs: readonly (readonly ('x' | 'y')[])[];
  /** What else it understands. */
  takes: readonly string[];
}

const both = [['x'], ['y']] as const;
const either = [['x', 'y']] as const;
const demands: Record<Mark, Demand> = {
  dot: { needs: either, takes: ['size', 'aggregate', 'bin'] },
  line: { needs: both, takes: ['group', 'aggregate', 'bin'] },
  area: { needs: both, takes: ['group', 'aggregate', 'bin', 'stack'] },
  bar: { needs: either, takes: ['aggregate', 'bin', 'stack', 'sort'] },
  histogram: { needs: either, takes: ['bin', 'stack'] },
  box: { needs: either, takes: ['sort'] },
  rule: { needs: either, takes: [] },
  tick: { needs: either, takes: ['aggregate', 'sort'] },
  cell: { needs: both, takes: ['aggregate', 'bin'] },
  density: { needs: both, takes: [] }
};

/** @throws AppError with line and column in the text */
export function parseChart(text: string): ChartSpec {
  const reading = readTask(text, chartFields);
  const spec = specOf(reading);
  const { mark, aggregate } = spec;
  const { needs, takes } = demands[mark];
  for (const oneOf of needs) {
    // Counted rows need no column to stand for the count.
    const counted = aggregate === 'count' && oneOf[0] === 'y' && (mark === 'line' || mark === 'area');
    if (counted || oneOf.some((key) => spec[key] !== undefined)) continue;
    throw failChart(
      'chart-needs',
      { mark, needs: needs === both ? 'both' : 'either', key: oneOf[0] },
      { place: reading.placeOf(['mark']) }
    );
  }
  for (const key of ['size', 'group', 'aggregate', 'bin', 'sort'] as const) {
    const idle = spec[key] === undefined || spec[key] === 'none' || takes.includes(key);
    // A histogram counts anyway, and boxes are quarters.
    if (idle || (mark === 'histogram' && spec[key] === 'count')) continue;
    const able = Object.entries(demands).filter(([, demand]) => demand.takes.includes(key));
    const values = { key, mark, marks: able.map(([one]) => one).join(', ') };
    throw failChart('chart-unused', values, { place: reading.placeOf([key]) });
  }
  if (mark === 'histogram' && spec.x !== undefined && spec.y !== undefined) {
    throw failChart('chart-histogram-both', {}, { place: reading.placeOf(['y']) });
  }
  if (spec.bin !== undefined && !isBin(spec.bin)) {
    throw failChart('chart-bin', { value: spec.bin }, { place: reading.placeOf(['bin']) });
  }
  for (const line of spec.reference ?? []) {
    const at = [line.x, line.y].filter((one) => one !== undefined && one !== null);
    if (at.length !== 1 || typeof at[0] === 'object') {
      throw failChart('chart-reference', {}, { place: reading.placeOf(['reference']) });
    }
  }
  const places = {
    x: reading.placeOf(['x']),
    y: reading.placeOf(['y']),
    color: reading.placeOf(['color']),
    size: reading.placeOf(['size']),
    group: reading.placeOf(['group']),
    fx: reading.placeOf(['facet', 'x']),
    fy: reading.placeOf(['facet', 'y']),
    bin: reading.placeOf(['bin']),
    reference: reading.placeOf(['reference'])
  };
  return { ...spec, places };
}

export const timeUnits = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade'] as const;
export type TimeUnit = (typeof timeUnits)[number];

function isBin(bin: string): boolean {
  return (
    bin === 'auto' ||
    (Number(bin) > 0 && Number.isFinite(Number(bin))) ||
    (timeUnits as readonly string[]).includes(bin)
  );
}

import type { PlotOptions } from '@observablehq/plot';
import { largestOf, smallestOf } from '$workers/shared/extent';
import type { Benchmark, Unit } from '$workers/statistics';
import type { Column } from '$workers/shared/table';
import { dashes, palette } from '$workers/shared/chart-defaults';
import { benchmarkWords as words } from '$lib/messages/benchmark';
import type { Plot } from '$lib/ui/chart/draw-chart';
import { hospitalName } from './shown';

interface Step {
  time: Date;
  value: number;
  hospital: string;
}

/** One hospital over time, as it is drawn and told. */
export interface UnitShown extends Unit {
  name: string;
  /** When the first alarm came, as a date. */
  alarmDate: { worse?: string; better?: string };
}

export function unitsOf(found: Benchmark): UnitShown[] {
  const { course } = found;
  if (!course) return [];
  const hospital = found.table.columns[0] as Column;
  const time = course.table.columns.find(({ name }) => name === 'time') as Column;
  const date = (unit: Unit, at: number | undefined) =>
    at === undefined
      ? undefined
      : dateAt(time, unit.from + at - 1)
          .toISOString()
          .slice(0, 10);
  return course.units.map((unit) => {
    const [worse, better] = [date(unit, unit.firstAlarm.worse), date(unit, unit.firstAlarm.better)];
    const alarmDate = { ...(worse !== undefined && { worse }), ...(better !== undefined && { better }) };
    return { ...unit, name: hospitalName(hospital, unit.hospital), alarmDate };
  });
}

/** Most hospitals whose lines stand in one drawing; more stand below each other. */
const MOST_TOGETHER = 6;
const PANEL = 110;

/** Expected minus observed events over time. */
export function vladOptions(Plot: Plot, found: Benchmark): PlotOptions {
  const units = unitsOf(found);
  const steps = units.map((unit) => stepsOf(found, unit, 'vlad', 1));
  const together = units.length <= MOST_TOGETHER;
  const room = 16 + largestOf(units.map(({ name }) => name.length)) * 6.6;
  return {
    x: { type: 'utc', label: words.timeAxis },
    y: { label: words.vladAxis },
    ...(together ? { marginRight: room } : panels(units)),
    marks: [
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      ...steps.map((own, at) =>
        Plot.line(own, {
          x: 'time',
          y: 'value',
          curve: 'step-after',
          stroke: together ? (palette[at % palette.length] as string) : 'var(--c1)',
          strokeWidth: 1.75,
          strokeDasharray: together ? (dashes[at % dashes.length] as string) : 'none',
          ...(together ? {} : { fy: 'hospital' })
        })
      ),
      ...(together
        ? spread(steps.flatMap((own) => own.slice(-1))).map(({ step, dy }) =>
            Plot.text([step], {
              x: 'time',
              y: 'value',
              text: 'hospital',
              textAnchor: 'start',
              dx: 6,
              dy,
              fill: 'var(--ink)'
            })
          )
        : [])
    ]
  };
}

/** Both CUSUMs of each hospital with their limits; that of improvement is drawn downward. */
export function cusumOptions(Plot: Plot, found: Benchmark): PlotOptions {
  const units = unitsOf(found);
  const lines = units.flatMap((unit) => [
    { steps: stepsOf(found, unit, 'cusum_worse', 1), color: 'var(--c2)' },
    { steps: stepsOf(found, unit, 'cusum_better', -1), color: 'var(--c1)' }
  ]);
  const limits = units.flatMap(({ name, limits }) =>
    limits
      ? [
          { hospital: name, y: limits.worse.limit },
          { hospital: name, y: -limits.better.limit }
        ]
      : []
  );
  const alarms = units.flatMap((unit, at) =>
    (['worse', 'better'] as const).flatMap((way, second) => {
      const alarm = unit.firstAlarm[way];
      // The first step is the start at 0, before any case.
      const step = alarm === undefined ? undefined : lines[2 * at + second]?.steps[alarm];
      return step ? [step] : [];
    })
  );
  return {
    x: { type: 'utc', label: words.timeAxis },
    y: { label: words.cusumAxis, ticks: 3 },
    ...panels(units),
    marks: [
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.ruleY(limits, { y: 'y', fy: 'hospital', stroke: 'var(--ink-faint)', strokeDasharray: '5 3' }),
      ...lines.map(({ steps, color }) =>
        Plot.line(steps, {
          x: 'time',
          y: 'value',
          fy: 'hospital',
          curve: 'step-after',
          stroke: color,
          strokeWidth: 1.5
        })
      ),
      Plot.dot(alarms, {
        x: 'time',
        y: 'value',
        fy: 'hospital',
        r: 5,
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
        fill: 'none'
      })
    ]
  };
}

function panels(units: readonly UnitShown[]): Partial<PlotOptions> {
  const names = units.map(({ name }) => name);
  return { fy: { domain: names, label: null, padding: 0.12 }, height: panelsHeight(units.length) };
}

export function panelsHeight(units: number): number {
  return units * PANEL + 70;
}

/** The course of one hospital from 0 on. */
function stepsOf({ course }: Benchmark, unit: UnitShown, name: string, sign: 1 | -1): Step[] {
  const columns = course?.table.columns ?? [];
  const time = columns.find((one) => one.name === 'time') as Column;
  const values = (columns.find((one) => one.name === name) as Column).values as Float64Array;
  const steps: Step[] = [{ time: dateAt(time, unit.from), value: 0, hospital: unit.name }];
  for (let row = unit.from; row < unit.to; row++) {
    steps.push({ time: dateAt(time, row), value: sign * (values[row] as number), hospital: unit.name });
  }
  return steps;
}

function dateAt({ type, values }: Column, row: number): Date {
  const value = values[row] as number | bigint;
  return new Date(type === 'date' ? Number(value) * 86_400_000 : Number((value as bigint) / 1000n));
}

/** Names at the ends of lines, moved apart where lines end close to each other. */
function spread(ends: readonly Step[]): { step: Step; dy: number }[] {
  const values = ends.map(({ value }) => value);
  const range = Math.max(0, largestOf(values)) - Math.min(0, smallestOf(values)) || 1;
  const height = 260;
  const sorted = [...ends].sort((a, b) => b.value - a.value);
  let last = -Infinity;
  return sorted.map((step) => {
    const wanted = ((Math.max(0, largestOf(values)) - step.value) / range) * height;
    const placed = Math.max(wanted, last + 16);
    last = placed;
    return { step, dy: placed - wanted };
  });
}

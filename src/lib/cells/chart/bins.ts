import type { TimeUnit } from './spec';

/** How an axis is cut: equal widths from an origin, or units of the calendar. */
export type Bin = { kind: 'number'; origin: number; width: number } | { kind: 'time'; unit: TimeUnit };

const mostBins = 5000;

/** The next of 1, 2, 5, 10, 20, 50 … at or above a number. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const share = value / power;
  const factor = share <= 1 + 1e-9 ? 1 : share <= 2 + 1e-9 ? 2 : share <= 5 + 1e-9 ? 5 : 10;
  // Division keeps 0.2 what it is, where 2 × 0.1³ would not.
  return power < 1 ? factor / Math.round(1 / power) : factor * power;
}

/**
 * The step of a column of measured values: the smallest gap, if every gap is a multiple of it.
 * @param values distinct, ascending
 * @returns undefined for values without a grid
 */
export function stepOf(values: readonly number[]): number | undefined {
  let least = Infinity;
  for (let index = 1; index < values.length; index++) {
    least = Math.min(least, (values[index] as number) - (values[index - 1] as number));
  }
  if (!Number.isFinite(least) || least <= 0) return undefined;
  const step = Number(least.toPrecision(6));
  const first = values[0] as number;
  const onGrid = values.every((value) => {
    const steps = (value - first) / step;
    return Math.abs(steps - Math.round(steps)) < 1e-3;
  });
  return onGrid ? step : undefined;
}

/**
 * About 30 bins whose width is round, and a multiple of the column's step. The edges lie half a step off the
 * values: else equal bins over hours or tenths of a degree show combs that are not in the data.
 */
export function automaticBin(min: number, max: number, step: number | undefined, wanted = 30): Bin {
  const span = max - min;
  if (step === undefined) {
    const width = span > 0 ? roundUp(span / wanted) : 1;
    return { kind: 'number', width, origin: span > 0 ? Math.floor(min / width) * width : min - width / 2 };
  }
  const width = step * roundUp(Math.max(1, span / step / wanted));
  return { kind: 'number', width, origin: Math.floor(min / width) * width - step / 2 };
}

const unitMilliseconds: Record<TimeUnit, number> = {
  minute: 6e4,
  hour: 36e5,
  day: 864e5,
  week: 6048e5,
  month: 26298e5,
  quarter: 78894e5,
  year: 315576e5,
  decade: 315576e6
};

/** The finest unit of the calendar that gives at most 60 bins. @param min, max milliseconds */
export function automaticUnit(min: number, max: number): TimeUnit {
  const units = Object.entries(unitMilliseconds) as [TimeUnit, number][];
  return units.find(([, length]) => (max - min) / length <= 60)?.[0] ?? 'decade';
}

/** @returns how many bins a cut makes, or undefined where that is few enough */
export function tooMany(bin: Bin, min: number, max: number): number | undefined {
  const width = bin.kind === 'number' ? bin.width : unitMilliseconds[bin.unit];
  const bins = Math.ceil((max - min) / width);
  return bins > mostBins ? bins : undefined;
}

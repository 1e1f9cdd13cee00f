import { sumOf } from '../../shared/compensated-sum';
import { quantileOf } from '../../shared/quantile';

const MICROS = 1e6;

/** Times between events, in seconds. */
export interface Durations {
  n: number;
  mean: number;
  min: number;
  p25: number;
  median: number;
  p75: number;
  p95: number;
  max: number;
}

/** Summary of microseconds, in seconds; `undefined` of none. */
export function summarise(micros: Float64Array): Durations | undefined {
  if (micros.length === 0) return undefined;
  const sorted = micros.slice().sort();
  const at = (p: number) => quantileOf(sorted, p) / MICROS;
  return {
    n: sorted.length,
    mean: sumOf(sorted) / sorted.length / MICROS,
    min: at(0),
    p25: at(0.25),
    median: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    max: at(1)
  };
}

/** One summary a group, in seconds; 0 where the count is 0. */
export interface GroupedDurations {
  count: Int32Array;
  mean: Float64Array;
  p25: Float64Array;
  median: Float64Array;
  p75: Float64Array;
}

/**
 * Summaries of microseconds by group.
 * @param group one a value, from 0 to `groups` − 1; negative: the value belongs to none
 */
export function summariseGroups(group: Int32Array, micros: Float64Array, groups: number): GroupedDurations {
  const count = new Int32Array(groups);
  for (const code of group) if (code >= 0) count[code]!++;
  const next = new Int32Array(groups + 1);
  for (let code = 0; code < groups; code++) next[code + 1] = next[code]! + count[code]!;
  const ordered = new Float64Array(next[groups]!);
  for (let place = 0; place < group.length; place++) {
    const code = group[place]!;
    if (code >= 0) ordered[next[code]!++] = micros[place]!;
  }
  const [mean, p25, median, p75] = Array.from({ length: 4 }, () => new Float64Array(groups)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array
  ];
  for (let code = 0; code < groups; code++) {
    const n = count[code]!;
    if (n === 0) continue;
    const sorted = ordered.subarray(next[code]! - n, next[code]).sort();
    mean[code] = sumOf(sorted) / n / MICROS;
    p25[code] = quantileOf(sorted, 0.25) / MICROS;
    median[code] = quantileOf(sorted, 0.5) / MICROS;
    p75[code] = quantileOf(sorted, 0.75) / MICROS;
  }
  return { count, mean, p25, median, p75 };
}

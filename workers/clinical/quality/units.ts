import { plausibleOf, type PlausibleRange } from '../../shared/plausible';
import { LOCAL } from '../picu/omop/concepts';
import { VARIABLES } from '../picu/variables';
import type { MappedConcept } from './contract';
import { double, quoteText } from './sql';

/** The concepts of PHEMS-sim; other data bring a map of their own. */
export const DEFAULT_MAP: readonly MappedConcept[] = [
  ...VARIABLES.map(({ concept, name, ucum }) => ({ conceptId: concept, variable: name, unit: ucum })),
  { conceptId: LOCAL.weight, variable: 'weight', unit: 'kg' }
];

/** What the values of a concept with a unit, as they are written, mean. */
export interface ResolvedUnit {
  concept: bigint;
  /** As the map calls it. */
  variable: string;
  /** As the plausibility table calls it, where it knows it. */
  known: string;
  /** As written in the measurement, empty where it is missing. */
  unit: string;
  /** Into the unit of the plausibility table; undefined where the unit is not known. */
  factor: number | undefined;
  /** What can be, after the factor. */
  low: number | undefined;
  high: number | undefined;
  whole: boolean;
}

/** Variables that have no unit: none is missing. */
const UNITLESS: readonly string[] = ['Glasgow Coma Scale', 'INR'];

export const hasNoUnit = (known: string): boolean => UNITLESS.includes(known);

const plain = (unit: string) => unit.trim().toLowerCase();

/** Where the plausibility table knows a unit in which the values look otherwise, but no factor (°F), only the range is. */
function otherRange({ other }: PlausibleRange, unit: string): PlausibleRange['other'] {
  return other &&
    plain(other.unit).replace('°', '') ===
      plain(unit)
        .replace(/^(°|deg|\[deg)/, '')
        .replace(/\]$/, '')
    ? other
    : undefined;
}

/**
 * Resolves a unit as written: the map's own entry, then the spellings of the plausibility table. A missing unit is taken
 * to be that of the concept's first entry; a unit nobody knows has no factor and no range.
 */
export function resolveUnit(concept: bigint, unit: string, map: readonly MappedConcept[]): ResolvedUnit | undefined {
  const entries = map.filter(({ conceptId }) => BigInt(conceptId) === concept);
  const first = entries[0];
  if (!first) return undefined;
  const { variable } = first;
  const range = plausibleOf(variable, undefined);
  const known = range?.variable ?? variable;
  const base = { concept, variable, known, unit, whole: known === 'Glasgow Coma Scale' };
  const within = { low: range?.low, high: range?.high };
  const entry = unit === '' ? first : entries.find((one) => plain(one.unit ?? '') === plain(unit));
  if (entry) return { ...base, ...within, factor: entry.factor ?? 1 };
  if (hasNoUnit(known) || plausibleOf(variable, unit)) return { ...base, ...within, factor: 1 };
  const other = range && otherRange(range, unit);
  return { ...base, factor: undefined, low: other?.low, high: other?.high };
}

/** Limits of a range whose factor is unknown hold for the values as written. */
export function unitRows(units: readonly ResolvedUnit[]): string {
  const optional = (value: number | undefined) => (value === undefined ? 'CAST(NULL AS DOUBLE)' : double(value));
  const rows = units.map(
    ({ concept, unit, factor, low, high, whole }, at) =>
      `(${at}, CAST(${concept} AS BIGINT), ${quoteText(unit)}, ${optional(factor)}, ${optional(low)}, ${optional(high)}, ${whole})`
  );
  return `(VALUES ${rows.join(',\n  ')}) v("at", concept, unit, factor, low, high, whole)`;
}

import { plausibleOf, type PlausibleRange } from '../../shared/plausible';
import { LOCAL as HAEMOPHILIA } from '../haemophilia/concepts';
import { LOCAL } from '../picu/omop/concepts';
import { VARIABLES } from '../picu/variables';
import type { MappedConcept } from './contract';
import { double, quoteText } from './sql';

/** The concepts of PHEMS-sim; other data bring a map of their own. */
export const DEFAULT_MAP: readonly MappedConcept[] = [
  ...VARIABLES.map(({ concept, name, ucum }) => ({ conceptId: concept, variable: name, unit: ucum })),
  { conceptId: LOCAL.weight, variable: 'weight', unit: 'kg' },
  { conceptId: HAEMOPHILIA.level.A, variable: 'factor_viii', unit: '[IU]/dL' },
  { conceptId: HAEMOPHILIA.level.B, variable: 'factor_ix', unit: '[IU]/dL' }
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

/** Without regard to case, spaces and the two signs for micro. */
const plain = (unit: string) => unit.toLowerCase().replace(/[µμ]/g, 'u').replace(/\s/g, '');

/** Into the unit of the plausibility table, by the units that are often met instead. Source: the specification's table. */
const CONVERSIONS: readonly { known: readonly string[]; unit: RegExp; factor: number }[] = [
  { known: ['creatinine'], unit: /^umol\/l$/, factor: 1 / 88.42 },
  { known: ['bilirubin'], unit: /^umol\/l$/, factor: 1 / 17.1 },
  { known: ['lactate'], unit: /^mg\/dl$/, factor: 1 / 9.01 },
  { known: ['glucose'], unit: /^mmol\/l$/, factor: 18.016 },
  {
    known: ['PaO2', 'PaCO2', 'mean arterial pressure', 'systolic pressure', 'diastolic pressure'],
    unit: /^kpa$/,
    factor: 7.50062
  },
  { known: ['inspired oxygen'], unit: /^%$/, factor: 0.01 },
  { known: ['fibrinogen'], unit: /^g\/l$/, factor: 100 },
  { known: ['D-dimer'], unit: /^ng\/ml(\{?feu\}?)?$/, factor: 0.001 },
  { known: ['weight'], unit: /^g$/, factor: 0.001 }
];

const FAHRENHEIT = /^(°|deg|\[deg)?f\]?$/;

/** No factor leads from °F to °C, but what can be is known in both. */
function fahrenheit(range: PlausibleRange | undefined, unit: string): PlausibleRange['other'] {
  return range?.variable === 'temperature' && FAHRENHEIT.test(plain(unit)) ? range.other : undefined;
}

function factorOf(known: string, unit: string): number | undefined {
  return CONVERSIONS.find((one) => one.known.includes(known) && one.unit.test(plain(unit)))?.factor;
}

/**
 * Resolves a unit as written: the map's own entry, the spellings of the plausibility table, a known conversion, then an
 * entry of the map without a unit. A missing unit is taken to be that of the concept's first entry; a unit nobody knows
 * has no factor and no range.
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
  const other = fahrenheit(range, unit);
  if (other) return { ...base, factor: undefined, low: other.low, high: other.high };
  const general = entries.find((one) => (one.unit ?? '') === '');
  const factor = factorOf(known, unit) ?? (general && (general.factor ?? 1));
  return factor === undefined ? { ...base, factor, low: undefined, high: undefined } : { ...base, ...within, factor };
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

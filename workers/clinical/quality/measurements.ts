import type { Extract, Need } from './extract';
import { unitRows, type ResolvedUnit } from './units';

/** What every check of mapped variables reads. */
export const MEASURED: readonly Need[] = [
  { table: 'measurement', columns: ['person_id', 'measurement_concept_id', 'value_as_number'] }
];

export interface Variable {
  /** As the map calls it. */
  name: string;
  /** As the plausibility table calls it. */
  known: string;
  units: readonly ResolvedUnit[];
}

/** The mapped variables that the measurements hold, in the order of the map. */
export function variables(extract: Extract): Variable[] {
  const found = new Map<string, ResolvedUnit[]>();
  for (const unit of extract.settings.units) {
    const units = found.get(unit.variable);
    if (units) units.push(unit);
    else found.set(unit.variable, [unit]);
  }
  return [...found].map(([name, units]) => ({ name, known: units[0]!.known, units }));
}

/** Why there is nothing of mapped variables. */
export const NOTHING_MAPPED = {
  table: 'measurement',
  column: 'measurement_concept_id',
  reason: 'No concept of the variable map is among the measurements.'
};

/**
 * `FROM` of the measurements `m` of these variables and units, with their row `v` of the map: `v.line` is the place in
 * `lines`, `v.factor`, `v.low`, `v.high` and `v.whole` as resolved.
 */
export function mappedFrom(extract: Extract, lines: readonly Pick<Variable, 'units'>[]): string {
  const units = lines.flatMap(({ units }) => units);
  const lineOf = lines.flatMap(({ units }, line) => units.map(() => line));
  const line = lineOf.map((of, at) => `WHEN ${at} THEN ${of}`).join(' ');
  return `${extract.from('measurement')} m JOIN (SELECT *, CASE "at" ${line} END AS line FROM ${unitRows(units)}) v
  ON ${extract.whole('measurement', 'measurement_concept_id', 'm')} = v.concept AND ${extract.settings.unit} = v.unit`;
}

/** The number of a measurement `m` as it is written. */
export function rawValue(extract: Extract): string {
  return extract.number('measurement', 'value_as_number', 'm');
}

/** The same in the unit of the plausibility table; as written where the unit has no known factor. */
export function valueOf(extract: Extract): string {
  return `(${rawValue(extract)} * coalesce(v.factor, 1))`;
}

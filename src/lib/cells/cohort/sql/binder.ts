import type { RelationColumn, Variable } from '$workers/data/contract';
import type { Place } from '$workers/shared/errors';
import { quoted } from '../../sql-name';
import type { Plain } from '../../task';
import { failCohort as fail } from '../failures';
import { sortOf, type Expression } from '../recognise';

/** The values of a statement: bound by name, never pasted into it. */
export class Binder {
  readonly variables: Record<string, Variable> = {};

  /** @param taken names of values that a condition in SQL reads itself */
  constructor(taken: Readonly<Record<string, Variable>> = {}) {
    Object.assign(this.variables, taken);
  }

  bind(value: Variable): string {
    let number = Object.keys(this.variables).length;
    while (Object.hasOwn(this.variables, `cohort_${number}`)) number++;
    this.variables[`cohort_${number}`] = value;
    return `\${cohort_${number}}`;
  }
}

const shapes = {
  whole: /^[-+]?\d{1,18}$/,
  number: /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i,
  bool: /^(true|false)$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamp: /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/
};

/**
 * Whether a column holds one of the values; missing where the column is.
 * @throws `cohort-value-type` where a value cannot stand in that column
 */
export function isOneOf(column: RelationColumn, values: readonly Plain[], binder: Binder, place: Place): Expression {
  const [shape, list, own] = castsOf(column);
  const texts = values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
  const odd = shape && texts.find((text) => !shape.test(text.trim()));
  if (odd !== undefined) {
    throw fail('cohort-value-type', { value: odd, column: column.name, holds: sortOf(column) }, { place });
  }
  const bound = binder.bind(shape ? texts.map((text) => text.trim()) : texts);
  return (alias) => `list_contains(CAST(${bound} AS ${list}[]), CAST(${alias}.${quoted(column.name)} AS ${own}))`;
}

/** Which texts are values of a column, and what both sides are compared as. */
function castsOf(column: RelationColumn): [shape: RegExp | undefined, list: string, own: string] {
  switch (column.type) {
    case 'int32':
    case 'int64':
      return [shapes.whole, 'BIGINT', 'BIGINT'];
    case 'float64':
    case 'decimal':
      return [shapes.number, 'DOUBLE', 'DOUBLE'];
    case 'bool':
      return [shapes.bool, 'BOOLEAN', 'BOOLEAN'];
    case 'date':
      return [shapes.date, 'DATE', 'DATE'];
    case 'timestamp':
      return [shapes.timestamp, 'TIMESTAMP', 'TIMESTAMP'];
    case 'text':
      return [undefined, 'VARCHAR', 'VARCHAR'];
  }
}

/** A value between its limits; missing values and NaN are missing. `value` stands once or twice. */
export function isWithin(value: string, min: number | undefined, max: number | undefined, binder: Binder): string {
  const limits = [
    ...(min === undefined ? [] : [`${value} >= ${binder.bind(min)}`]),
    ...(max === undefined ? [] : [`${value} <= ${binder.bind(max)}`])
  ];
  return `(${limits.join(' AND ')})`;
}

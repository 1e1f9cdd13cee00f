import type { RelationColumn } from '$workers/data/contract';

/** How a column can be drawn: along a scale of numbers, of times, or as categories. */
export type Measure = 'number' | 'time' | 'category';

const wideNumber = /^(U?HUGEINT|UBIGINT|DECIMAL)/;

/** HUGEINT, which `sum` of whole numbers gives, comes as text but is a number. */
export function measureOf(column: RelationColumn): Measure {
  switch (column.type) {
    case 'float64':
    case 'int32':
    case 'int64':
    case 'decimal':
      return 'number';
    case 'date':
    case 'timestamp':
      return 'time';
    case 'bool':
      return 'category';
    case 'text':
      return wideNumber.test(column.sqlType) ? 'number' : 'category';
  }
}

/** Whole numbers that a double may not hold. */
export function isWideInteger(column: RelationColumn): boolean {
  return column.type === 'int64' || /^(U?HUGEINT|UBIGINT)/.test(column.sqlType);
}

export function isFloating(column: RelationColumn): boolean {
  return column.type === 'float64';
}

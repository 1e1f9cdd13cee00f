import { stepOf } from './bins';
import { asDouble, isCountable, isNumber, isTime, type Asked } from './classify';
import type { Result } from './results';
import { probedRows, type Rows } from './rows';

/** What 10,000 rows tell: steps, and what texts look like. */
export interface Probe {
  /** The smallest gap; undefined without a grid. */
  step: number | undefined;
  /** Distinct values of the probed rows; of those that have one. */
  distinct: number;
  present: number;
  suspicion: 'number-in-text' | 'date-in-text' | 'leading-zeros' | undefined;
  /** Text that people wrote: its values are not shown. */
  isFree: boolean;
}

export function probeQuery(rows: Rows, columns: readonly Asked[], seed: number): string {
  const list = columns.map((column, at) => {
    const { sql, family } = column;
    if (isNumber(column) || isTime(column))
      return `CASE WHEN ${isCountable(column)} THEN ${asDouble(column)} END AS c${at}`;
    return `${family === 'other' || family === 'bool' ? 'NULL' : `left(${sql}::VARCHAR, 200)`} AS c${at}`;
  });
  const names = columns.map(({ sql }) => sql).join(', ');
  return `SELECT ${list.join(', ')} FROM (SELECT ${names} FROM ${rows.from} USING SAMPLE reservoir(${probedRows} ROWS) REPEATABLE (${seed}))`;
}

/** @param at the column's place in the statement */
export function readProbe(result: Result, column: Asked, at: number): Probe {
  if (isNumber(column) || isTime(column)) {
    const values = result.numbers(`c${at}`);
    // Seven digits are what such a number holds: more are noise of its conversion.
    if (column.sqlType === 'FLOAT') values.forEach((value, row) => (values[row] = Number(value.toPrecision(7))));
    const nothing = { suspicion: undefined, isFree: false };
    return { step: stepOf(values), distinct: new Set(values).size, present: values.length, ...nothing };
  }
  const texts = column.family === 'text' || column.family === 'uuid' ? result.texts(`c${at}`) : [];
  const distinct = new Set(texts);
  return {
    step: undefined,
    distinct: distinct.size,
    present: texts.length,
    suspicion: suspicionOf(distinct),
    isFree: isFree(texts, distinct)
  };
}

const numberLike = /^\s*[-+]?(\d+([.,]\d+)?|\.\d+)(e[-+]?\d+)?\s*$/i;
const zeroLed = /^\s*0\d+\s*$/;
const dateLike = /^\s*(\d{4}-\d{1,2}-\d{1,2}([T ]\d{1,2}:\d{2}.*)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{8})\s*$/;

/** Of texts that are all of one look. Few values are no ground for a suspicion. */
export function suspicionOf(distinct: ReadonlySet<string>): Probe['suspicion'] {
  const written = [...distinct].filter((text) => text.trim() !== '');
  if (written.length < 3) return undefined;
  const all = (pattern: RegExp) => written.every((text) => pattern.test(text));
  if (all(dateLike))
    return written.every((text) => /^\d{8}$/.test(text)) && !areDays(written) ? 'number-in-text' : 'date-in-text';
  if (!all(numberLike)) return undefined;
  return written.some((text) => zeroLed.test(text)) ? 'leading-zeros' : 'number-in-text';
}

/** Eight digits that are days of the calendar. */
function areDays(texts: readonly string[]): boolean {
  return texts.every((text) => {
    const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number) as [
      number,
      number,
      number
    ];
    return year >= 1850 && year <= 2150 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  });
}

/** Sentences: long, of several words, and hardly two the same. */
function isFree(texts: readonly string[], distinct: ReadonlySet<string>): boolean {
  if (texts.length < 20 || distinct.size < texts.length * 0.3) return false;
  const words = [...distinct].reduce((sum, text) => sum + text.trim().split(/\s+/).length, 0) / distinct.size;
  return words >= 3;
}

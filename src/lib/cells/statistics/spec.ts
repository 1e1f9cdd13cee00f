import type { Place } from '$workers/shared/errors';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf, type Plain } from '../task';
import { fieldsOf, formOf } from './fields';
import type { MethodForm } from './method-form';

export interface StatisticsSpec {
  form: MethodForm;
  /** The cell's name: that of its table. Without one it makes no tables. */
  name: string | undefined;
  from: string | undefined;
  /** What is written or the default, by the keys of the form, without what only the page needs. */
  request: Readonly<Record<string, unknown>>;
  /** Names of other tables that are read, by the key that names them. */
  others: ReadonlyMap<string, string>;
  title: string | undefined;
  caption: string | undefined;
  placeOf(...path: string[]): Place;
  /** Where a place of the formula, counted from 0, stands in the cell's text. */
  placeInFormula(at: number): Place;
}

const ownKeys = new Set(['question', 'method', 'from', 'title', 'caption']);

/** @throws `task-…` with line and column in the text */
export function parseStatistics(text: string, { id }: Pick<Cell, 'id'>): StatisticsSpec {
  const form = formOf(text);
  const fields = fieldsOf(form);
  const reading = readTask(text, fields);
  const written = specOf(reading) as Readonly<Record<string, Plain | undefined>>;
  const request: Record<string, unknown> = {};
  const others = new Map<string, string>();
  for (const [key, value] of Object.entries(written)) {
    if (ownKeys.has(key) || value === undefined || value === '') continue;
    // A record is there as soon as it is read: only what is written asks for something.
    if (fields[key]?.type === 'record' && reading.writtenAt([key]) === undefined) continue;
    if (fields[key]?.type === 'ref') others.set(key, value as string);
    else request[key] = value;
  }
  return {
    form,
    name: id,
    from: written.from as string | undefined,
    request,
    others,
    title: written.title as string | undefined,
    caption: written.caption as string | undefined,
    placeOf: (...path) => reading.placeOf(path),
    placeInFormula: (at) => reading.placeIn(['formula'], at)
  };
}

/** The tables of an analysis: its own and the further ones. */
export function tableNames({ name, form }: Pick<StatisticsSpec, 'name' | 'form'>): string[] {
  return name === undefined ? [] : [name, ...form.tables.map((end) => `${name}_${end}`)];
}

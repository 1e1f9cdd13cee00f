import { may, need } from '../../../shared/call-arguments';
import { float64Column } from '../../columns';
import type { Column, Table } from '../../../shared/table';
import type { ErrorKind, RegressionOptions } from '../../regression';
import type { Given } from '../given';
import { modelColumns } from '../model-formula';

/** Keys of every model of an outcome. */
export const modelTakes = [
  need('outcome', 'column'),
  may('predictors', 'columns'),
  may('formula', 'text'),
  may('references', 'object'),
  may('weights', 'column'),
  may('level', 'number')
];

/** Keys of models with robust errors. */
export const errorTakes = [may('errors', 'text'), may('cluster', 'column')];

const columnKeys = ['outcome', 'exposure', 'weights', 'cluster', 'group'] as const;

/** Columns that a model reads. @throws `formula-…` */
export function readsOfModel(request: Readonly<Record<string, unknown>>): readonly string[] {
  const [outcome, ...others] = columnKeys.flatMap((key) =>
    request[key] === undefined ? [] : [request[key] as string]
  );
  return [...(outcome === undefined ? [] : [outcome]), ...modelColumns(request), ...others];
}

/** What the request says of a model, for the room of regression. @throws `choice-unknown` */
export function optionsOf(given: Given): RegressionOptions & { exposure?: string } {
  const errors = given.choice<ErrorKind>('errors', ['model', 'HC0', 'HC1', 'HC3'], 'model');
  return {
    level: given.level,
    ...(given.has('references') && { references: given.option<Readonly<Record<string, string>>>('references')! }),
    ...(given.has('weights') && { weights: given.nameOf('weights') }),
    ...(given.has('cluster') && { cluster: given.nameOf('cluster') }),
    ...(given.has('exposure') && { exposure: given.nameOf('exposure') }),
    ...(errors !== 'model' && { errors })
  };
}

/** A table whose column says whether it is the word that means the event, where one is asked for. */
export function withEvent(given: Given, key: string, is: string): Table {
  const { table } = given;
  if (!given.has(is)) return table;
  const name = given.nameOf(key);
  const truths = given.event(key, is);
  const column: Column = float64Column(
    name,
    Float64Array.from(truths, (one) => (one === -1 ? NaN : one))
  );
  return { ...table, columns: table.columns.map((one) => (one.name === name ? column : one)) };
}

/** The unit of a column that is a term by itself. */
export function unitOf({ table }: Given, name: string): string {
  return table.columns.find((column) => column.name === name)?.unit ?? '';
}

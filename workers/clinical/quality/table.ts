import { TableBuilder } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import type { QualityReport } from './contract';

/** The report as a table, a row a line, in its order. Missing where a line has no column, detail, reason or measure. */
export function qualityTable({ results }: QualityReport): Table {
  const builder = new TableBuilder([
    { name: 'id', type: 'text' },
    { name: 'check', type: 'int32' },
    { name: 'name', type: 'text' },
    { name: 'kind', type: 'text' },
    { name: 'table', type: 'text' },
    { name: 'column', type: 'text' },
    { name: 'detail', type: 'text' },
    { name: 'checked', type: 'int64', label: 'Rows checked' },
    { name: 'failing', type: 'int64', label: 'Rows failing' },
    { name: 'percent', type: 'float64', unit: '%' },
    { name: 'threshold', type: 'float64', unit: '%' },
    { name: 'status', type: 'text' },
    { name: 'reason', type: 'text' },
    { name: 'measure', type: 'text' },
    { name: 'rows_sql', type: 'text' }
  ]);
  for (const result of results) {
    const measure = result.measures.map(({ name, value }) => `${name} ${value.toPrecision(3)}`).join(', ');
    builder.push(
      result.id,
      result.check,
      result.name,
      result.kind,
      result.table,
      result.column,
      result.detail,
      result.checked,
      result.failing,
      result.percent,
      result.threshold,
      result.status,
      result.reason,
      measure === '' ? undefined : measure,
      result.rowsSql
    );
  }
  return builder.finish();
}

import type { Column, Table } from '$workers/shared/table';
import { chart as words } from '$lib/messages/chart';
import { figureLabel } from './labels';
import type { ChartOutput } from './run';
import type { Role } from './spec';

/** What is drawn, as a table to read: columns named as in the source, with its units. */
export function shownTable(output: ChartOutput): Table {
  const { marks } = output;
  const columns = marks.columns.flatMap((column): Column[] => {
    // The count itself says it already.
    if (column.name === 'n' && output.layout.aggregate === 'count') return [];
    return [{ ...column, ...said(column.name, output) }];
  });
  return { rows: marks.rows, columns };
}

function said(name: string, output: ChartOutput): { name: string; unit?: string; label?: string } {
  const { layout, bins, spec } = output;
  if (name === 'n') return { name: words.rowsLabel };
  if (name === 'figure') {
    const role: Role = spec.mark === 'cell' ? 'color' : (layout.value ?? 'y');
    return { name: layout.aggregate === 'count' ? words.rowsLabel : figureLabel(output, role) };
  }
  const part = words.boxParts[name as keyof typeof words.boxParts];
  if (part !== undefined && spec.mark === 'box') return { name: part };
  const role = name.replace(/_end$/, '') as Role;
  const column = layout.channels.get(role)?.column ?? layout.channels.get('color')?.column;
  if (!column) return { name };
  const noted = {
    ...(column.unit === undefined ? {} : { unit: column.unit }),
    ...(column.label === undefined ? {} : { label: column.label })
  };
  if (!bins.has(role)) return { name: column.name, ...noted };
  return { name: name.endsWith('_end') ? words.to_(column.name) : words.from_(column.name), ...noted };
}

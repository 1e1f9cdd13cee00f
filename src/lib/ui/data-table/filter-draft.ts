import { tableWords as words } from '$lib/messages/table';
import { familyOf } from '$workers/shared/table-filter';
import type { ColumnFilter } from '$workers/shared/table-view';
import type { SourceColumn } from './source';

export type FilterMode = 'range' | 'contains' | 'values' | 'missing' | 'present';

/** A filter while it is written. */
export interface FilterDraft {
  mode: FilterMode;
  from: string;
  to: string;
  text: string;
}

export type FilterSort = 'number' | 'date' | 'bool' | 'text';

export const sqlTypeOf = (column: SourceColumn): string => column.sqlType ?? sqlTypes[column.type];

const sqlTypes: Readonly<Record<SourceColumn['type'], string>> = {
  float64: 'DOUBLE',
  int32: 'INTEGER',
  int64: 'BIGINT',
  bool: 'BOOLEAN',
  text: 'VARCHAR',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  decimal: 'DECIMAL'
};

/** How a column is filtered, by its type. */
export function filterSortOf(column: SourceColumn): FilterSort {
  const family = familyOf(sqlTypeOf(column));
  if (family === 'whole' || family === 'decimal' || family === 'float') return 'number';
  if (family === 'date' || family === 'timestamp') return 'date';
  return family;
}

export const modesOf = (sort: FilterSort): readonly FilterMode[] =>
  sort === 'text'
    ? ['contains', 'values', 'missing', 'present']
    : sort === 'bool'
      ? ['values', 'missing', 'present']
      : ['range', 'missing', 'present'];

/** A draft to begin with: the filter there is, or what the cell pointed at holds. */
export function draftOf(
  sort: FilterSort,
  filter: ColumnFilter | undefined,
  value: { text: string; missing: boolean } | undefined
): FilterDraft {
  const draft: FilterDraft = { mode: modesOf(sort)[0] ?? 'present', from: '', to: '', text: '' };
  if (filter) {
    draft.mode = filter.kind;
    if (filter.kind === 'range') return { ...draft, from: filter.from ?? '', to: filter.to ?? '' };
    if (filter.kind === 'contains') return { ...draft, text: filter.text };
    return filter.kind === 'values' ? { ...draft, text: filter.values.join('\n') } : draft;
  }
  if (!value) return sort === 'bool' ? { ...draft, text: 'true' } : draft;
  if (value.missing) return { ...draft, mode: 'missing' };
  if (sort === 'text' || sort === 'bool') return { ...draft, mode: 'values', text: value.text };
  return { ...draft, from: value.text, to: value.text };
}

const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const moment = /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?$/;

/** The filter that a draft means, or what is wrong with it. */
export function filterFrom(
  column: string,
  sort: FilterSort,
  { mode, from, to, text }: FilterDraft
): { filter: ColumnFilter } | { error: string } {
  if (mode === 'missing' || mode === 'present') return { filter: { column, kind: mode } };
  if (mode === 'contains')
    return text === '' ? { error: words.nothingEntered } : { filter: { column, kind: mode, text } };
  if (mode === 'values') return { filter: { column, kind: mode, values: text.split('\n') } };
  const ends = [from, to].map((end) => end.trim().replace('\u2212', '-'));
  const [least = '', most = ''] = ends;
  if (least === '' && most === '') return { error: words.nothingEntered };
  for (const end of ends) {
    if (end === '') continue;
    if (sort === 'number' && !number.test(end)) return { error: words.notNumber };
    if (sort === 'date' && !(moment.test(end) && isDay(end.slice(0, 10)))) return { error: words.notDate };
  }
  return { filter: { column, kind: 'range', ...(least && { from: least }), ...(most && { to: most }) } };
}

/** 2023-02-29 looks like a day and is none. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const shortest = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** A filter as its chip says it. */
export function chipText(filter: ColumnFilter): string {
  const { column } = filter;
  const { chip } = words;
  switch (filter.kind) {
    case 'missing':
      return chip.missing(column);
    case 'present':
      return chip.present(column);
    case 'contains':
      return chip.contains(column, shortest(filter.text));
    case 'values':
      return chip.is(column, shortest(filter.values.map((value) => value || '“”').join(', ')));
    case 'range': {
      const { from, to, below } = filter;
      if (from !== undefined && from === to && !below) return chip.is(column, from);
      if (from !== undefined && to !== undefined) return (below ? chip.within : chip.between)(column, from, to);
      if (from !== undefined) return chip.from(column, from);
      return (below ? chip.below : chip.to)(column, to ?? '');
    }
  }
}

import { countOf, type Counts } from './layout';
import type { CellPlace, CheckContext, Finding, LookedTable, PublishedCounts } from './payload';

/** The counts of a table by what they count, as later exports are compared with them. */
export function publishedOf(table: LookedTable, counts: Counts): PublishedCounts {
  const all: Record<string, number> = {};
  for (const { key, count } of keyed(table, counts)) all[key] = count;
  return { table: table.name, counts: all };
}

function* keyed(
  table: LookedTable,
  { labels, counts }: Counts
): Generator<{ key: string; count: number; place: CellPlace }> {
  for (let row = 0; row < table.rows; row++) {
    const group = labels.map(({ name, values }) => [name, values[row] ?? null]).sort();
    for (const column of counts) {
      const count = countOf(column.values[row]);
      if (count !== undefined)
        yield { key: JSON.stringify([column.name, group]), count, place: { row, column: column.name } };
    }
  }
}

/** Groups of the same table that differ by few persons from what left before: the difference is those persons. */
export function differences(table: LookedTable, counts: Counts, { before = [], minCell }: CheckContext): Finding[] {
  const earlier = before.filter((one) => one.table === table.name);
  if (earlier.length === 0) return [];
  const cells: CellPlace[] = [];
  for (const { key, count, place } of keyed(table, counts)) {
    const near = earlier.some(({ counts }) => {
      const gap = Math.abs((counts[key] ?? count) - count);
      return gap > 0 && gap < minCell;
    });
    if (near) cells.push(place);
  }
  if (cells.length === 0) return [];
  return [
    {
      code: 'difference',
      severity: 'stop',
      table: table.name,
      count: cells.length,
      cells: cells.slice(0, 20),
      mends: [
        { kind: 'suppress', table: table.name, cells },
        { kind: 'round', table: table.name, columns: [...new Set(cells.map(({ column }) => column))], base: minCell }
      ]
    }
  ];
}

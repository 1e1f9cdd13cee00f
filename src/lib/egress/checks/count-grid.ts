import type { Edge } from './circulation';
import { countOf, isHidden, isTotal, isTotalColumn, type Counts } from './layout';
import type { CellPlace, LookedColumn, LookedTable, Value } from './payload';

/** A table's counts as a circulation, and where each of them stands. */
export interface CountGrid {
  edges: Edge[];
  nodes: number;
  /** Edges that stand in the table. */
  places: Map<Edge, CellPlace>;
  margins: Set<Edge>;
  /** Whether some margin is published: else nothing can be subtracted. */
  hasMargins: boolean;
  /** More than two ways of grouping with totals: not a circulation. Then only rounding helps. */
  tooDeep: boolean;
}

const [outside, inside] = [0, 1];

/** One grid for a cross table, one a count column for a list of groups. */
export function gridsOf(table: LookedTable, counts: Counts): CountGrid[] {
  return counts.form === 'wide'
    ? [crossGrid(table, counts)]
    : counts.counts.map((column) => listGrid(table, counts.labels, column));
}

class Builder {
  readonly edges: Edge[] = [];
  readonly places = new Map<Edge, CellPlace>();
  readonly margins = new Set<Edge>();
  readonly #nodes = new Map<string, number>();
  /** Margins that stand in the table. */
  #seenMargins = new Map<string, Edge>();

  node(name: string): number {
    let node = this.#nodes.get(name);
    if (node === undefined) this.#nodes.set(name, (node = this.#nodes.size + 2));
    return node;
  }

  cell(place: CellPlace, value: Value, [from, to]: readonly [number, number]): Edge {
    const edge: Edge = { from, to, flow: countOf(value) ?? 0, hidden: isHidden(value) };
    this.edges.push(edge);
    this.places.set(edge, place);
    return edge;
  }

  margin(place: CellPlace, value: Value, ends: readonly [number, number]): void {
    const edge = this.cell(place, value, ends);
    this.margins.add(edge);
    this.#seenMargins.set(ends.join(), edge);
  }

  /** Margins that are not in the table are open. */
  end(rows: Iterable<number>, columns: Iterable<number>): CountGrid {
    const open = (from: number, to: number) => {
      if (!this.#seenMargins.has([from, to].join())) this.edges.push({ from, to, flow: 0, hidden: false, free: true });
    };
    for (const row of rows) open(outside, row);
    for (const column of columns) open(column, inside);
    open(inside, outside);
    return {
      edges: this.edges,
      nodes: this.#nodes.size + 2,
      places: this.places,
      margins: this.margins,
      hasMargins: this.#seenMargins.size > 0,
      tooDeep: false
    };
  }
}

function crossGrid(table: LookedTable, { labels, counts }: Counts): CountGrid {
  const grid = new Builder();
  const totalColumn = counts.find((column) => isTotalColumn(column, counts));
  const totalRow = totalRowOf(table, labels[0], counts);
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (let row = 0; row < table.rows; row++) {
    for (const column of counts) {
      const value = column.values[row];
      const place = { row, column: column.name };
      if (countOf(value) === undefined && !isHidden(value)) continue;
      const from = () => grid.node(`row ${row}`);
      const to = () => grid.node(`column ${column.name}`);
      if (row === totalRow && column === totalColumn) grid.margin(place, value, [inside, outside]);
      else if (row === totalRow) grid.margin(place, value, [to(), inside]);
      else if (column === totalColumn) grid.margin(place, value, [outside, from()]);
      else {
        grid.cell(place, value, [from(), to()]);
        rows.add(from());
        columns.add(to());
      }
    }
  }
  return grid.end(rows, columns);
}

function totalRowOf(table: LookedTable, label: LookedColumn | undefined, counts: readonly LookedColumn[]): number {
  const named = label?.values.findIndex((value) => isTotal(value)) ?? -1;
  if (named >= 0 || table.rows < 3) return named;
  const last = table.rows - 1;
  const sums = counts.every((column) => {
    const whole = countOf(column.values[last]);
    const parts = column.values.slice(0, last).map(countOf);
    return (
      whole !== undefined && !parts.includes(undefined) && parts.reduce<number>((a, b) => a + (b ?? 0), 0) === whole
    );
  });
  return sums ? last : -1;
}

/** A row a group: the first label gives the rows of the grid, the second its columns. */
function listGrid(table: LookedTable, labels: readonly LookedColumn[], column: LookedColumn): CountGrid {
  const grid = new Builder();
  const rolled = labels.filter(({ values }) =>
    values.some((value) => isTotal(value) || isRolledUp(value, labels, values))
  );
  const rows = new Set<number>();
  const columns = new Set<number>();
  if (rolled.length > 0 && labels.length > 2)
    return { ...grid.end(rows, columns), tooDeep: true, places: eachAlone(table, column, grid) };
  const [first, second] = labels.length > 1 ? labels : [undefined, labels[0]];
  const isAll = (label: LookedColumn | undefined, row: number) =>
    label !== undefined && (isTotal(label.values[row]) || (label.values[row] === undefined && rolled.includes(label)));
  for (let row = 0; row < table.rows; row++) {
    const value = column.values[row];
    const place = { row, column: column.name };
    if (countOf(value) === undefined && !isHidden(value)) continue;
    const from = () => grid.node(`row ${JSON.stringify(first?.values[row] ?? null)}`);
    const to = () => grid.node(`column ${JSON.stringify(second?.values[row] ?? null)}`);
    const [allRows, allColumns] = [isAll(first, row), isAll(second, row)];
    if ((allRows || first === undefined) && allColumns) grid.margin(place, value, [inside, outside]);
    else if (allRows) grid.margin(place, value, [to(), inside]);
    else if (allColumns) grid.margin(place, value, [outside, from()]);
    else {
      grid.cell(place, value, [from(), to()]);
      rows.add(from());
      columns.add(to());
    }
  }
  return grid.end(rows, columns);
}

/** Grouping sets leave the label of a total empty. */
function isRolledUp(value: Value, labels: readonly LookedColumn[], values: readonly Value[]): boolean {
  if (value !== undefined) return false;
  const empty = values.filter((one) => one === undefined).length;
  const others = labels.filter((label) => label.values !== values);
  const combinations = others.length === 0 ? 1 : new Set(others.flatMap(({ values }) => values)).size;
  return empty === combinations;
}

function eachAlone(table: LookedTable, column: LookedColumn, grid: Builder): Map<Edge, CellPlace> {
  column.values.forEach((value, row) => {
    if (row < table.rows && countOf(value) !== undefined)
      grid.cell({ row, column: column.name }, value, [grid.node(`${row}`), inside]);
  });
  return grid.places;
}

import { largestOf } from '$workers/shared/extent';
import { fill, type Edge } from './circulation';
import { gridsOf, type CountGrid } from './count-grid';
import { countOf, isMeasureName, isTotalColumn, type Counts } from './layout';
import {
  plainName,
  type CellPlace,
  type CheckContext,
  type Finding,
  type LookedColumn,
  type LookedTable,
  type Mend
} from './payload';
import { audit, protect } from './protect';

/** More cells than this are rounded, not hidden: each would need its own bounds. */
const mostCells = 1500;

const shareNames =
  /(^|_)(percent|percentage|pct|share|proportion|prop|fraction|rate|risk|osuus|prosentti|andel|aandeel|porcentaje)(_|$)|%/;

/** Counts of few persons, and counts that were hidden but can be had back from what is published. */
export function smallCells(table: LookedTable, counts: Counts, { minCell }: CheckContext): Finding[] {
  const found: Finding[] = [];
  for (const grid of gridsOf(table, counts)) found.push(...inGrid(table, grid, minCell));
  return [...found, ...smallShares(table, counts, minCell), ...complements(table, counts, minCell)];
}

function inGrid(table: LookedTable, grid: CountGrid, minCell: number): Finding[] {
  const small = [...grid.places.keys()].filter(({ flow, hidden }) => !hidden && flow > 0 && flow < minCell);
  const round: Mend = {
    kind: 'round',
    table: table.name,
    columns: [...new Set([...grid.places.values()].map(({ column }) => column))],
    base: minCell
  };
  const finding = (code: 'small-cells' | 'open-cells', edges: readonly Edge[], mends: readonly Mend[]): Finding => ({
    code,
    severity: 'stop',
    table: table.name,
    count: edges.length,
    cells: placesOf(grid, edges).slice(0, 20),
    mends
  });
  if (grid.tooDeep || grid.edges.length > mostCells)
    return small.length > 0 ? [finding('small-cells', small, [round])] : [];
  const already = grid.edges.filter(({ hidden }) => hidden);
  // Margins that only look like sums tie nothing together.
  const tied = grid.hasMargins && fillIn(grid);
  const open = tied ? audit(grid.edges, grid.nodes, already, minCell - 1).map(({ edge }) => edge) : [];
  if (small.length === 0 && open.length === 0) return [];
  for (const edge of small) edge.hidden = true;
  const added = tied
    ? protect(grid.edges, grid.nodes, { primary: [...small, ...already], margins: grid.margins, width: minCell - 1 })
    : [];
  const cells = added && placesOf(grid, [...small, ...added]);
  const mends: Mend[] = cells ? [{ kind: 'suppress', table: table.name, cells }, round] : [round];
  return [
    ...(small.length > 0 ? [finding('small-cells', small, mends)] : []),
    ...(open.length > 0 ? [finding('open-cells', open, mends)] : [])
  ];
}

/** Hidden counts and missing margins get values that fit; counts that are published keep theirs. */
function fillIn(grid: CountGrid): boolean {
  return fill(grid.edges, grid.nodes);
}

const placesOf = (grid: CountGrid, edges: readonly Edge[]): CellPlace[] =>
  edges.flatMap((edge) => grid.places.get(edge) ?? []);

/** A percentage with its denominator is a count. */
function smallShares(table: LookedTable, { counts }: Counts, minCell: number): Finding[] {
  const shares = table.columns.filter(
    (column) =>
      column.kind === 'number' && !counts.includes(column) && shareNames.test(plainName(column.name) || column.name)
  );
  return shares.flatMap((share) => {
    const top = largestOf(share.values.map((value) => (typeof value === 'number' ? value : 0)));
    const whole = top > 1 ? 100 : 1;
    const cells = counts.flatMap((column) =>
      share.values.flatMap((value, row) => {
        const n = countOf(column.values[row]);
        if (typeof value !== 'number' || n === undefined) return [];
        const exact = (value / whole) * n;
        const k = Math.round(exact);
        // As exact as three digits of a percentage are.
        const isCount = Math.abs(exact - k) <= Math.max(0.02, 0.0006 * n);
        const reveals = [k, n - k].some((one) => one > 0 && one < minCell);
        return isCount && reveals ? [{ row, column: share.name }] : [];
      })
    );
    const places = [...new Map(cells.map((cell) => [cell.row, cell])).values()];
    if (places.length === 0) return [];
    return [
      {
        code: 'small-shares' as const,
        severity: 'stop' as const,
        table: table.name,
        column: share.name,
        count: places.length,
        cells: places.slice(0, 20),
        mends: [{ kind: 'suppress' as const, table: table.name, cells: places }]
      }
    ];
  });
}

/** `n` 12 and `survived` 10 say that 2 did not: of one column that is part of another in every row. */
function complements(table: LookedTable, { form, counts }: Counts, minCell: number): Finding[] {
  if (form === 'wide') return [];
  const whole = counts.find((column) => counts.every((other) => other === column || isPart(other, column)));
  if (!whole || isTotalColumn(whole, counts)) return [];
  const cells = counts
    .filter((column) => column !== whole)
    .flatMap((part) =>
      part.values.flatMap((value, row) => {
        const [n, k] = [countOf(whole.values[row]), countOf(value)];
        const rest = n === undefined || k === undefined ? 0 : n - k;
        // A part that is small itself has been found already.
        return rest > 0 && rest < minCell ? [{ row, column: part.name }] : [];
      })
    );
  if (cells.length === 0) return [];
  return [
    {
      code: 'complements',
      severity: 'stop',
      table: table.name,
      count: cells.length,
      cells: cells.slice(0, 20),
      mends: [{ kind: 'suppress', table: table.name, cells }]
    }
  ];
}

function isPart(part: LookedColumn, whole: LookedColumn): boolean {
  let seen = 0;
  const all = part.values.every((value, row) => {
    const [k, n] = [countOf(value), countOf(whole.values[row])];
    if (k === undefined || n === undefined) return true;
    seen++;
    return k <= n;
  });
  return all && seen > 0 && !isMeasureName(part.name);
}

import { exp } from '../../shared/elementary';

/** What is left of the row sums once some columns are filled, sorted: their order changes no probability. */
interface Node {
  left: number[];
  /** Smallest and largest Σ ln n! of what may still come. */
  least: number;
  most: number;
  edges: { to: Node; cost: number; ways: number }[];
}

/** Probabilities this close count as equally likely. */
const ALIKE = 1e-7;
/** Pasts whose Σ ln n! agree to this are one. */
const MERGED = 1e9;

/**
 * Probability of all tables with these margins that are at most as likely as one with the given Σ ln n!.
 *
 * Columns are filled one by one; a node is what is left of the rows. A past that lies on one side of the observed table
 * whatever comes is counted at once, by the closed sum of its futures, or dropped.
 *
 * @param step called for each piece of work; throws where it becomes too much
 * @see Mehta and Patel 1983, J Am Stat Assoc 78:427 (network algorithm, here with exact longest and shortest paths)
 */
export function* networkP(
  rows: readonly number[],
  columns: readonly number[],
  { observed, factorials, step }: { observed: number; factorials: Float64Array; step: () => void }
): Generator<void, number> {
  const order = columns.slice().sort((a, b) => b - a);
  const root = nodeOf(rows);
  const levels: Node[][] = [[root]];
  for (const column of order.slice(0, -1)) {
    const next = new Map<string, Node>();
    for (const node of levels.at(-1)!) {
      addEdges(node, column, { next, factorials, step });
      yield;
    }
    levels.push([...next.values()]);
  }
  for (const node of levels.at(-1)!) node.least = node.most = sumOver(node.left, factorials);
  for (const level of levels.slice(0, -1).reverse()) {
    for (const node of level) {
      for (const { to, cost } of node.edges) {
        node.least = Math.min(node.least, cost + to.least);
        node.most = Math.max(node.most, cost + to.most);
      }
    }
  }
  const n = rows.reduce((sum, row) => sum + row, 0);
  const limit = observed - ALIKE;
  const start = sumOver(rows, factorials) + sumOver(columns, factorials) - factorials[n]!;
  let p = 0;
  let pasts = new Map<Node, Map<number, { past: number; ways: number }>>([
    [root, new Map([[0, { past: 0, ways: 1 }]])]
  ]);
  for (let level = 0; level < order.length; level++) {
    const after = order.slice(level).reduce((sum, one) => sum + one, 0);
    const coming = factorials[after]! - sumOver(order.slice(level), factorials);
    const next: typeof pasts = new Map();
    for (const [node, values] of pasts) {
      const total = coming - sumOver(node.left, factorials);
      for (const { past, ways } of values.values()) {
        if (past + node.most < limit) continue;
        if (past + node.least >= limit) {
          p += ways * exp(start - past + total);
          continue;
        }
        for (const edge of node.edges) {
          step();
          const value = past + edge.cost;
          const known = next.get(edge.to) ?? new Map<number, { past: number; ways: number }>();
          next.set(edge.to, known);
          const key = Math.round(value * MERGED);
          const same = known.get(key);
          if (same) same.ways += ways * edge.ways;
          else known.set(key, { past: value, ways: ways * edge.ways });
        }
      }
      yield;
    }
    pasts = next;
  }
  return Math.min(1, p);
}

const nodeOf = (left: readonly number[]): Node => ({
  left: left.slice().sort((a, b) => a - b),
  least: Infinity,
  most: -Infinity,
  edges: []
});

const sumOver = (counts: readonly number[], factorials: Float64Array): number =>
  counts.reduce((sum, count) => sum + factorials[count]!, 0);

/** All ways to fill a column from what is left of the rows. */
function addEdges(
  node: Node,
  column: number,
  { next, factorials, step }: { next: Map<string, Node>; factorials: Float64Array; step: () => void }
): void {
  const found = new Map<string, Node['edges'][number]>();
  const rest = node.left.slice();
  const fill = (row: number, toFill: number, room: number, cost: number): void => {
    if (row === rest.length) {
      step();
      const made = nodeOf(rest);
      const key = made.left.join(' ');
      const to = next.get(key) ?? made;
      next.set(key, to);
      const name = `${key} ${Math.round(cost * MERGED)}`;
      const same = found.get(name);
      if (same) same.ways += 1;
      else found.set(name, { to, cost, ways: 1 });
      return;
    }
    const size = node.left[row]!;
    const behind = room - size;
    for (let taken = Math.max(0, toFill - behind); taken <= Math.min(size, toFill); taken++) {
      rest[row] = size - taken;
      fill(row + 1, toFill - taken, behind, cost + factorials[taken]!);
    }
    rest[row] = size;
  };
  fill(
    0,
    column,
    node.left.reduce((sum, size) => sum + size, 0),
    0
  );
  node.edges = [...found.values()];
}

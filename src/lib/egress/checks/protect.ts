import { boundsOf, type Edge } from './circulation';

/** A hidden count that the published ones give away, and what they say of it. */
export interface Open {
  edge: Edge;
  low: number;
  high: number;
}

/** Those of the hidden edges whose range is narrower than `width` (greatest less least). */
export function audit(edges: readonly Edge[], nodes: number, watched: readonly Edge[], width: number): Open[] {
  return watched.flatMap((edge) => {
    const [low, high] = boundsOf(edges, nodes, edge, width + edge.flow + 1);
    return high - low < width ? [{ edge, low, high }] : [];
  });
}

/**
 * Hides further counts (complementary suppression) until each of `primary` may have values over a range of `width` at
 * least, as an exact computation of its bounds says. Then takes back what turned out not to be needed.
 *
 * @param edges those of `primary` are hidden already; `hidden` of others is set
 * @param margins edges that are hidden only where nothing else helps
 * @returns what was hidden in addition, or undefined where nothing helps
 */
export function protect(
  edges: readonly Edge[],
  nodes: number,
  { primary, margins, width }: { primary: readonly Edge[]; margins: ReadonlySet<Edge>; width: number }
): Edge[] | undefined {
  const added: Edge[] = [];
  const hide = (edge: Edge) => {
    edge.hidden = true;
    added.push(edge);
  };
  for (let turn = 0; turn <= edges.length; turn++) {
    const [open] = audit(edges, nodes, primary, width);
    if (!open) break;
    const path = cheapest(edges, nodes, { edge: open.edge, margins, width });
    const more = path?.filter((edge) => !edge.hidden && !edge.free);
    if (!more || more.length === 0) {
      for (const edge of added) edge.hidden = false;
      return undefined;
    }
    more.forEach(hide);
  }
  if (audit(edges, nodes, primary, width).length > 0) return undefined;
  // The dearest first: a later cycle may have made an earlier one needless.
  for (const edge of added.toSorted((a, b) => b.flow - a.flow)) {
    edge.hidden = false;
    if (audit(edges, nodes, primary, width).length > 0) edge.hidden = true;
  }
  return added.filter((edge) => edge.hidden);
}

/** Along which edges a value can move round by `width`, hiding as little as can be. Dijkstra over the residual graph. */
function cheapest(
  edges: readonly Edge[],
  nodes: number,
  { edge, margins, width }: { edge: Edge; margins: ReadonlySet<Edge>; width: number }
): Edge[] | undefined {
  const price = (one: Edge) =>
    one.hidden || one.free ? 0 : one.flow === 0 ? 1e6 : one.flow + (margins.has(one) ? 1e5 : 0);
  const up = walk(edges, nodes, { from: edge.to, to: edge.from, without: edge, least: width, price });
  const down =
    edge.flow >= width
      ? walk(edges, nodes, { from: edge.from, to: edge.to, without: edge, least: width, price })
      : undefined;
  return [up, down].filter((one) => one !== undefined).sort((a, b) => a.cost - b.cost)[0]?.path;
}

function walk(
  edges: readonly Edge[],
  nodes: number,
  asked: { from: number; to: number; without: Edge; least: number; price: (edge: Edge) => number }
): { path: Edge[]; cost: number } | undefined {
  const cost = new Array<number>(nodes).fill(Infinity);
  const by: (Edge | undefined)[] = [];
  const before: number[] = [];
  const done = new Set<number>();
  cost[asked.from] = 0;
  for (;;) {
    let node = -1;
    for (let one = 0; one < nodes; one++)
      if (!done.has(one) && (cost[one] ?? Infinity) < (node < 0 ? Infinity : (cost[node] ?? Infinity))) node = one;
    if (node < 0 || node === asked.to) break;
    done.add(node);
    for (const edge of edges) {
      if (edge === asked.without) continue;
      const next = edge.from === node ? edge.to : edge.to === node && edge.flow >= asked.least ? edge.from : -1;
      if (next < 0 || done.has(next)) continue;
      const sum = (cost[node] ?? 0) + asked.price(edge) + 1e-6;
      if (sum >= (cost[next] ?? Infinity)) continue;
      cost[next] = sum;
      by[next] = edge;
      before[next] = node;
    }
  }
  if (!Number.isFinite(cost[asked.to])) return undefined;
  const path: Edge[] = [];
  for (let node = asked.to; node !== asked.from; node = before[node] as number) path.push(by[node] as Edge);
  return { path, cost: cost[asked.to] as number };
}

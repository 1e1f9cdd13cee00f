/**
 * A table of counts with its margins as a circulation: a count is an edge from the node of its row to that of its column,
 * a margin an edge from or to the outside. What is published has a fixed flow; what is hidden may have any from 0 on.
 * So "which values may a hidden count have?" is a question of greatest flows, exact for two-way tables.
 */
export interface Edge {
  from: number;
  to: number;
  /** What it is; for one that nobody has seen, a value that fits. */
  flow: number;
  hidden: boolean;
  /** Margins that are not in the table: nobody sees them, nothing is to be hidden. */
  free?: boolean;
}

interface Arc {
  to: number;
  room: number;
  back: number;
}

/** Greatest flow from one node to another over the hidden edges, without one of them. At most `most`. */
export function slack(
  edges: readonly Edge[],
  nodes: number,
  { from, to, without, most }: { from: number; to: number; without?: Edge; most: number }
): number {
  const arcs: Arc[][] = Array.from({ length: nodes }, () => []);
  for (const edge of edges) {
    if (edge === without || !(edge.hidden || edge.free)) continue;
    link(arcs, edge.from, edge.to, most, edge.flow);
  }
  return greatestFlow(arcs, from, to, most);
}

function link(arcs: Arc[][], from: number, to: number, forward: number, backward: number): void {
  const there = arcs[from] as Arc[];
  const here = arcs[to] as Arc[];
  there.push({ to, room: forward, back: here.length + (from === to ? 1 : 0) });
  here.push({ to: from, room: backward, back: there.length - 1 });
}

function greatestFlow(arcs: Arc[][], from: number, to: number, most: number): number {
  let flow = 0;
  while (flow < most) {
    const came = new Map<number, [node: number, arc: number]>();
    const queue = [from];
    for (let at = 0; at < queue.length && !came.has(to); at++) {
      const node = queue[at] as number;
      (arcs[node] as Arc[]).forEach((arc, index) => {
        if (arc.room <= 0 || came.has(arc.to) || arc.to === from) return;
        came.set(arc.to, [node, index]);
        queue.push(arc.to);
      });
    }
    if (!came.has(to)) return flow;
    let room = most - flow;
    for (let node = to; node !== from;) {
      const [before, index] = came.get(node) as [number, number];
      room = Math.min(room, (arcs[before]?.[index] as Arc).room);
      node = before;
    }
    for (let node = to; node !== from;) {
      const [before, index] = came.get(node) as [number, number];
      const arc = arcs[before]?.[index] as Arc;
      arc.room -= room;
      (arcs[arc.to]?.[arc.back] as Arc).room += room;
      node = before;
    }
    flow += room;
  }
  return flow;
}

/** The least and the greatest value that a hidden edge may have, given all that is published. `most`: enough. */
export function boundsOf(edges: readonly Edge[], nodes: number, edge: Edge, most: number): [low: number, high: number] {
  const more = slack(edges, nodes, { from: edge.to, to: edge.from, without: edge, most });
  const less = slack(edges, nodes, { from: edge.from, to: edge.to, without: edge, most: edge.flow });
  return [edge.flow - Math.min(edge.flow, less), edge.flow + more];
}

/**
 * Gives edges that nobody has seen a value that fits the published ones.
 * @returns false where none fits: then the margins are not the sums they seem
 */
export function fill(edges: readonly Edge[], nodes: number): boolean {
  const lacks = new Array<number>(nodes).fill(0);
  const open = edges.filter((edge) => edge.hidden || edge.free);
  for (const edge of edges) {
    if (edge.hidden || edge.free) continue;
    lacks[edge.from] = (lacks[edge.from] ?? 0) + edge.flow;
    lacks[edge.to] = (lacks[edge.to] ?? 0) - edge.flow;
  }
  const [source, sink] = [nodes, nodes + 1];
  const arcs: Arc[][] = Array.from({ length: nodes + 2 }, () => []);
  const most = lacks.reduce((sum, lack) => sum + Math.abs(lack), 0) + 1;
  const at = open.map((edge) => {
    link(arcs, edge.from, edge.to, most, 0);
    return (arcs[edge.from] as Arc[]).length - 1;
  });
  let wanted = 0;
  lacks.forEach((lack, node) => {
    // More came in by published edges than went out: the rest has to go out by open ones.
    if (lack < 0) {
      link(arcs, source, node, -lack, 0);
      wanted -= lack;
    } else if (lack > 0) link(arcs, node, sink, lack, 0);
  });
  const fits = greatestFlow(arcs, source, sink, most) === wanted && lacks.reduce((sum, lack) => sum + lack, 0) === 0;
  open.forEach((edge, index) => (edge.flow = most - (arcs[edge.from]?.[at[index] as number] as Arc).room));
  return fits;
}

import { Graph, layout } from '@dagrejs/dagre';

/** What is to be laid out: boxes, and which of them are joined. Lengths in pixels. */
export interface LayoutGraph {
  nodes: readonly { width: number; height: number }[];
  /** Places in `nodes`; an edge of a node with itself and a second one between the same two are left out. */
  edges: readonly { from: number; to: number; weight: number; width?: number; height?: number }[];
}

export interface Point {
  x: number;
  y: number;
}

/** Where things stand, in pixels from the left and the top. */
export interface GraphLayout {
  width: number;
  height: number;
  /** The middle of each box. */
  nodes: readonly Point[];
  /** The bends of each edge, from the border of one box to that of the other; none where it was left out. */
  edges: readonly (readonly Point[])[];
}

const spaces = { nodesep: 22, edgesep: 10, ranksep: 44, marginx: 16, marginy: 24 };

/**
 * Lays a graph out in layers from left to right: heavy edges short and straight, few crossings. Cycles are allowed.
 *
 * @see Gansner et al. 1993, A technique for drawing directed graphs, IEEE TSE 19:214; `@dagrejs/dagre` 3.1.3
 */
export function layOut({ nodes, edges }: LayoutGraph): Promise<GraphLayout> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', ...spaces });
  nodes.forEach(({ width, height }, node) => graph.setNode(String(node), { width, height }));
  for (const { from, to, weight, width = 0, height = 0 } of edges) {
    if (from === to || graph.hasEdge(String(from), String(to))) continue;
    graph.setEdge(String(from), String(to), { weight, width, height, labelpos: 'c' });
  }
  if (nodes.length > 0) layout(graph);
  const drawn = new Set<string>();
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return Promise.resolve({
    width: Number.isFinite(width) ? width : 0,
    height: Number.isFinite(height) ? height : 0,
    nodes: nodes.map((_, node) => pointOf(graph.node(String(node)) as Point)),
    edges: edges.map(({ from, to }) => {
      const key = `${from} ${to}`;
      if (from === to || drawn.has(key)) return [];
      drawn.add(key);
      return (graph.edge(String(from), String(to)) as { points: Point[] }).points.map(pointOf);
    })
  });
}

const pointOf = ({ x, y }: Point): Point => ({ x, y });

import type { GraphLayout, LayoutGraph } from '$workers/layout';
import { boxHeight, type Placed, type UnplacedMap } from './map';
import { the } from './the';

/** Room for the circles that say where cases begin and end. */
const beside = 7;

/** What is laid out of a map, and how the answer belongs to it: rare edges get no room, so that the frequent ones stand well. */
export function layoutGraph({ nodes, edges }: UnplacedMap): {
  graph: LayoutGraph;
  place: (laid: GraphLayout) => Placed;
} {
  const main = edges.flatMap((edge, place) => (edge.isMain && edge.from !== edge.to ? [place] : []));
  const most = edges[0]?.count ?? 1;
  const graph: LayoutGraph = {
    nodes: nodes.map(({ half }) => ({ width: 2 * (half + beside), height: boxHeight })),
    edges: main.map((place) => {
      const { from, to, count } = the(edges, place);
      // dagre wants whole weights; what is frequent is straight.
      return { from, to, weight: 1 + Math.round(20 * Math.sqrt(count / most)) };
    })
  };
  return {
    graph,
    place: ({ width, height, nodes: places, edges: lines }) => {
      const bends = edges.map((): Placed['bends'][number] => []);
      main.forEach((place, at) => (bends[place] = lines[at] ?? []));
      return { size: { width, height }, places, bends };
    }
  };
}

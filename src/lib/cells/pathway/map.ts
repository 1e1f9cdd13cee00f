import type { PathwayMap } from '$workers/clinical';
import type { GraphLayout, Point } from '$workers/layout';
import { largestOf } from '$workers/shared/extent';
import { rowsOf, textsOf } from './figures';
import { the } from './the';

export interface MapNode {
  name: string;
  events: number;
  cases: number;
  starts: number;
  ends: number;
  /** Half of its width, px. */
  half: number;
}

/** Times in seconds. */
export interface MapEdge {
  /** Places in the list of nodes. */
  from: number;
  to: number;
  count: number;
  cases: number;
  median: number;
  mean: number;
  p25: number;
  p75: number;
  /** The layout was made with it: it has bends of its own. */
  isMain: boolean;
  /** The most frequent arrow into its activity: without it a box would hang in the air. */
  leads: boolean;
}

/** A map before it is laid out; the most frequent first. */
export interface UnplacedMap {
  nodes: readonly MapNode[];
  edges: readonly MapEdge[];
  /** Edges of a smaller count are not shown to begin with. */
  least: number;
}

export interface Placed {
  size: Pick<GraphLayout, 'width' | 'height'>;
  /** The middle of each node, px. */
  places: readonly Point[];
  /** The bends of each edge; none where it has none of its own. */
  bends: readonly (readonly Point[])[];
}

export interface DrawnMap extends UnplacedMap, Placed {}

/** More arrows than this tell a reader nothing: without a wish of the cell, the map begins with the frequent ones. */
const readable = 40;
const frequentShare = 0.9;

/** Half of the width of a box for a name, px; longer names are cut. */
export const halfWidth = (name: string): number => {
  const longest = largestOf(twoLines(name).map(({ length }) => length));
  return Math.round(Math.min(132, Math.max(64, 20 + 7.1 * longest)) / 2);
};
export const boxHeight = 54;

/** A long name on two lines, parted where the halves are most alike. */
export function twoLines(name: string): string[] {
  const blanks = [...name.matchAll(/[\s/]+|(?<=-)/g)].map(({ index }) => index);
  const off = (at: number) => Math.abs(at - name.length / 2);
  const at = blanks.reduce((best, next) => (off(next) < off(best) ? next : best), name.length);
  if (name.length <= 11 || at === 0 || at === name.length) return [name];
  return [name.slice(0, at), name.slice(at).trimStart()];
}

/** The map that a filter leaves, with all its edges. */
export function mapOf(
  found: PathwayMap,
  wanted: { least?: number | undefined; share?: number | undefined }
): UnplacedMap {
  const names = textsOf(found.activities, 'activity');
  const figures = rowsOf(found.activities, { events: 'events', cases: 'cases', starts: 'starts', ends: 'ends' });
  const nodes = names.map((name, node): MapNode => ({ name, ...the(figures, node), half: halfWidth(name) }));
  const placeOf = new Map(names.map((name, node) => [name, node]));
  const [from, to] = [textsOf(found.edges, 'from_activity'), textsOf(found.edges, 'to_activity')];
  const counted = rowsOf(found.edges, {
    count: 'count',
    cases: 'cases',
    median: 'median_seconds',
    mean: 'mean_seconds',
    p25: 'p25_seconds',
    p75: 'p75_seconds'
  });
  const ends = counted.map((figures, edge) => ({
    from: placeOf.get(the(from, edge)) ?? 0,
    to: placeOf.get(the(to, edge)) ?? 0,
    ...figures
  }));
  const main = mainEdges(ends, nodes.length);
  const reached = new Set<number>();
  const edges = ends.map((edge, place): MapEdge => {
    const leads = edge.from !== edge.to && !reached.has(edge.to);
    if (leads) reached.add(edge.to);
    return { ...edge, isMain: main.has(place), leads };
  });
  return { nodes, edges, least: leastOf(edges, wanted) };
}

type Counted = Pick<MapEdge, 'from' | 'to' | 'count'>;

/** How many of the most frequent edges hold a share of all steps; they are sorted. */
function covering(edges: readonly Pick<MapEdge, 'count'>[], share: number): number {
  const all = edges.reduce((sum, { count }) => sum + count, 0);
  let held = 0;
  const at = edges.findIndex(({ count }) => (held += count) >= all * share - 1e-9 * all);
  return at < 0 ? edges.length : at + 1;
}

/** What the layout is made of: the frequent edges, and the most frequent one into and out of each node. */
function mainEdges(edges: readonly Counted[], nodes: number): Set<number> {
  const main = new Set(edges.slice(0, Math.min(readable, covering(edges, frequentShare))).keys());
  const reached = new Uint8Array(nodes);
  const left = new Uint8Array(nodes);
  edges.forEach(({ from, to }, place) => {
    if (from === to) return;
    if (!left[from] || !reached[to]) main.add(place);
    left[from] = 1;
    reached[to] = 1;
  });
  return main;
}

/** The count with which the map begins: as the cell wants it, else so that it can be read. */
function leastOf(
  edges: readonly MapEdge[],
  { least, share }: { least?: number | undefined; share?: number | undefined }
): number {
  const unasked = least === undefined && share === undefined && edges.length > readable ? frequentShare : undefined;
  const held = share ?? unasked;
  const ofShare = held === undefined ? 1 : (edges[covering(edges, held) - 1]?.count ?? 1);
  return Math.max(least ?? 1, ofShare);
}

/** The wait before an activity, in seconds. */
export interface Wait {
  activity: string;
  n: number;
  median: number;
  mean: number;
  p25: number;
  p75: number;
}

export function waitsOf({ waiting }: PathwayMap): Wait[] {
  const names = textsOf(waiting, 'activity');
  const figures = rowsOf(waiting, {
    n: 'count',
    median: 'median_seconds',
    mean: 'mean_seconds',
    p25: 'p25_seconds',
    p75: 'p75_seconds'
  });
  return names.map((activity, row) => ({ activity, ...the(figures, row) })).filter(({ n }) => n > 0);
}

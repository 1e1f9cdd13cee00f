import { formatCount } from '$lib/messages/figures';
import { durationWords, pathwayWords as words } from '$lib/messages/pathway';
import { isSmall } from '$lib/ui/profile/strip-bars';
import type { Measure } from './fields';
import type { DrawnMap, MapEdge } from './map';
import { the } from './the';

/** Before an audience a group of few is no number. */
export const countShown = (n: number, hides: boolean): string => (hides && isSmall(n) ? words.few : formatCount(n));

/** Edges that a reader may see: the frequent ones and one into each activity; before an audience none that few went. */
export const isShown = (
  { count, cases, leads }: Pick<MapEdge, 'count' | 'cases' | 'leads'>,
  least: number,
  hides: boolean
): boolean => (leads || count >= least) && !(hides && (isSmall(count) || isSmall(cases)));

/** What stands on an arrow. */
export function figureOf(edge: MapEdge, show: Measure): string {
  if (show === 'frequency') return formatCount(edge.count);
  return durationWords(show === 'median time' ? edge.median : edge.mean);
}

/** The counts at which the slider stops, least first: each stop takes at least one arrow away. */
export function stopsOf({ edges }: DrawnMap): number[] {
  return [...new Set([1, ...edges.map(({ count }) => count)])].sort((a, b) => a - b);
}

/** Edges whose figure is written without being asked for: more would lie over one another. */
export function labelled({ edges, bends }: DrawnMap, most = 24): Set<number> {
  const own = edges.flatMap((edge, place) => (edge.from === edge.to || the(bends, place).length > 1 ? [place] : []));
  return new Set(own.slice(0, most));
}

/** A name as it fits into its box. */
export function fitted(name: string, half: number): string {
  const most = Math.floor((2 * half - 8) / 7);
  return name.length <= most ? name : `${name.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}

export interface Neighbour {
  edge: MapEdge;
  place: number;
}

/** The arrows out of a node and into it, most frequent first. */
export function neighbours({ edges }: DrawnMap, node: number): { out: Neighbour[]; into: Neighbour[] } {
  const all = edges.map((edge, place) => ({ edge, place }));
  return { out: all.filter(({ edge }) => edge.from === node), into: all.filter(({ edge }) => edge.to === node) };
}

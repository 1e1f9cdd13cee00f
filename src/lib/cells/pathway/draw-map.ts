import { flushSync, mount } from 'svelte';
import type { Measure } from './fields';
import type { DrawnMap } from './map';
import MapPicture from './MapPicture.svelte';

/** Draws a whole map into an element, to look at only: in rows below each other where one would be too small to read. */
export function drawMap(
  host: HTMLElement,
  map: DrawnMap,
  { shown, show, room }: { shown: readonly number[]; show: Measure; room: number }
): void {
  mount(MapPicture, { target: host, props: { map, shown, show, room } });
  flushSync();
}

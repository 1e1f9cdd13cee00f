import { flushSync, mount } from 'svelte';
import type { Measure } from './fields';
import type { DrawnMap } from './map';
import MapPicture from './MapPicture.svelte';

/** Draws a whole map into an element, to look at only. */
export function drawMap(host: HTMLElement, map: DrawnMap, shown: readonly number[], show: Measure): void {
  mount(MapPicture, { target: host, props: { map, shown, show } });
  flushSync();
}

import { fontsReady } from '$lib/ui/fonts';
import { settings } from '$lib/ui/settings.svelte';

export const prerender = true;
export const ssr = false;

/** The first frame already has its theme, its language and its final widths: nothing shifts when a face arrives. */
export async function load(): Promise<void> {
  await Promise.all([settings.start(), fontsReady()]);
}

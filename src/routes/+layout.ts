import { fontsReady } from '$lib/ui/fonts';

export const prerender = true;
export const ssr = false;

/** The first frame already has its final widths: nothing shifts when a face arrives. */
export async function load(): Promise<void> {
  await fontsReady();
}

import type { PlotOptions, ScaleOptions } from '@observablehq/plot';
import { spoken } from '$lib/messages/language.svelte';
import { inLanguage } from '$lib/messages/separators';
import { tickText } from '$workers/shared/chart-defaults';

/** Axes that say no format of their own: beside estimates of a language their figures are written as those are. */
export function ticksInWords(options: PlotOptions): PlotOptions {
  if (spoken.language === 'en') return options;
  return { ...options, x: axis(options.x), y: axis(options.y) };
}

function axis(scale: ScaleOptions | undefined): ScaleOptions {
  if (scale?.tickFormat !== undefined || scale?.type === 'band' || scale?.type === 'point') return scale;
  return { ...scale, tickFormat: (value: unknown) => inLanguage(tickText(value), spoken.language) };
}

import type { Values } from '$workers/shared/errors';
import { spoken } from './language.svelte';

interface Said {
  code?: string | undefined;
  message: string;
  hint?: string | undefined;
  values?: Values | undefined;
}

/**
 * A failure in the language of the interface. Failures are made in English, wherever they come from, and keep their
 * code and values: what shows one words it here, so it follows the language.
 */
export function worded({ code = '', message, hint, values = {} }: Said): { message: string; hint: string | undefined } {
  const words = spoken.rooms?.failures[code];
  if (!words) return { message, hint };
  return { message: words.message(values), hint: hint === undefined ? undefined : (words.hint?.(values) ?? hint) };
}

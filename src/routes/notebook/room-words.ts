import { formatBytes } from '$lib/messages/figures';
import { keeping as words } from '$lib/messages/keeping';
import type { Room } from '$lib/notebook/store/lasting.svelte';

/**
 * Why nothing more is kept. Browsers that hide how much they really give name a figure that is far from full: that one
 * is not repeated.
 */
export function fullWords({ used, most }: Room): string {
  return used / most >= 0.9 ? words.roomUsed(formatBytes(used), formatBytes(most)) : words.roomGone(formatBytes(used));
}

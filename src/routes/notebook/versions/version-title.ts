import { keeping as words } from '$lib/messages/keeping';
import type { KeptVersion } from '$lib/notebook/store/contract';

/** A version's name, else why it was kept. */
export function titleOf({ name, reason }: KeptVersion): string {
  return name ?? words.reasons[reason] ?? reason;
}

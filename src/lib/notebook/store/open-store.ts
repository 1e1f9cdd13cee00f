import { AppError } from '$workers/shared/errors';
import { fail } from '../errors';
import { BrowserStore } from './browser-store';
import type { NotebookStore } from './contract';
import { MemoryStore } from './memory-store';

/** Once the browser has refused, this window's own: what was begun in it is found again on each of its pages. */
let ofWindow: MemoryStore | undefined;

/**
 * The browser's store, or one in memory that says why nothing will outlive the window (`refusal`):
 * private windows refuse storage, and so do some policies.
 */
export async function openStore(): Promise<NotebookStore> {
  if (ofWindow) return ofWindow;
  if (typeof indexedDB === 'undefined') return inWindow(fail('store-refused'));
  try {
    return await BrowserStore.open();
  } catch (error) {
    const known = error instanceof AppError && error.code !== 'store-failed';
    return inWindow(known ? error : fail('store-refused', {}, { cause: error }));
  }
}

/** The store of this window alone, for where the browser keeps nothing. @param refusal why */
export function inWindow(refusal: AppError): NotebookStore {
  return (ofWindow ??= new MemoryStore(refusal));
}

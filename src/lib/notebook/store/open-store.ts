import { AppError } from '$workers/shared/errors';
import { fail } from '../errors';
import { BrowserStore } from './browser-store';
import type { NotebookStore } from './contract';
import { MemoryStore } from './memory-store';

/**
 * The browser's store, or one in memory that says why nothing will outlive the window (`refusal`):
 * private windows refuse storage, and so do some policies.
 */
export async function openStore(): Promise<NotebookStore> {
  if (typeof indexedDB === 'undefined') return new MemoryStore(fail('store-refused'));
  try {
    return await BrowserStore.open();
  } catch (error) {
    const known = error instanceof AppError && error.code !== 'store-failed' && error.code !== 'store-full';
    return new MemoryStore(known ? error : fail('store-refused', {}, { cause: error }));
  }
}

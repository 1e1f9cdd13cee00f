import { openStore } from '$lib/notebook/store/open-store';
import { lasting } from '$lib/notebook/store/lasting.svelte';

/** What is kept is known with the first frame, so that nothing below it shifts. */
export async function load() {
  const store = await openStore();
  try {
    const [recent, trashed] = await Promise.all([store.recent(), store.trashed(), lasting.look()]);
    return { notebooks: recent.length, trashed: trashed.length, refused: store.refusal !== undefined };
  } finally {
    store.close();
  }
}

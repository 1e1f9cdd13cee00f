import { openStore } from '$lib/notebook/store/open-store';
import { emptyOld } from '$lib/notebook/store/trash';

/** The list of notebooks is there with the first frame, so that nothing below it shifts. */
export async function load() {
  const store = await openStore();
  const [recent, trashed] = await Promise.all([store.recent(), emptyOld(store)]);
  return { store, recent, trashed };
}

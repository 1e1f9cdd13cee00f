import { openStore } from '$lib/notebook/store/open-store';

/** The list of notebooks is there with the first frame, so that nothing below it shifts. */
export async function load() {
  const store = await openStore();
  return { store, recent: await store.recent() };
}

import type { Opened } from '$lib/notebook/store/keep';
import { keepNew, openKept } from '$lib/notebook/store/keep';
import type { KeptText, NotebookStore } from '$lib/notebook/store/contract';
import { parseNotebook } from '$lib/notebook/format/parse';
import { serializeNotebook } from '$lib/notebook/format/serialize';
import { failures } from '$workers/shared/errors';
import { page as words } from '$lib/messages/page';
import type { Address } from '../addresses';
import { shippedText, textMark } from './shipped';

export const fail = failures({
  'notebook-gone': { message: () => words.notFound, hint: () => words.notFoundHint },
  'notebook-not-shipped': { message: (v) => words.noSample(String(v.path)), hint: () => words.notFoundHint }
});

const emptyText = `---\ntitle: ${words.untitled}\nformat: 1\n---\n`;

/**
 * The notebook that an address asks for. A shipped one is opened as a copy; a copy that nobody changed serves again.
 * @throws `notebook-gone`, `notebook-not-shipped`
 */
export async function openAddress(
  address: Exclude<Address, { open: 'runner' }>,
  store: NotebookStore,
  kinds: readonly string[]
): Promise<Opened> {
  if (address.open === 'new') return keepNew(store, emptyText, kinds, { trusted: true });
  if (address.open === 'kept') {
    const kept = await openKept(store, address.id, kinds);
    if (!kept) throw fail('notebook-gone');
    return kept;
  }
  const text = await shippedText(address.path);
  if (text === undefined) throw fail('notebook-not-shipped', { path: address.path });
  const origin = { path: address.path, hash: textMark(text) };
  const same = (await store.recent()).find(
    (kept) => kept.origin?.path === origin.path && kept.origin.hash === origin.hash
  );
  const unchanged = same && isUnchanged(await store.read(same.id), text, kinds);
  const earlier = unchanged ? await openKept(store, same.id, kinds) : undefined;
  return earlier ?? keepNew(store, text, kinds, { trusted: true, origin });
}

function isUnchanged(kept: KeptText | undefined, text: string, kinds: readonly string[]): boolean {
  if (!kept || kept.edits.length > 0) return false;
  return kept.text === serializeNotebook(parseNotebook(text, kinds).notebook, kinds);
}

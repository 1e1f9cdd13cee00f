import { registry } from '$lib/cells';
import { keepNew, type Opened } from '$lib/notebook/store/keep';

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

const emptyText = () => `---\ntitle: ${words.untitled}\nformat: 1\n---\n`;

export type KeptAddress = Exclude<Address, { open: 'runner' } | { open: 'original' }>;

/**
 * The kept notebook that an address asks for. A shipped one is opened as a copy; a copy that nobody changed serves again,
 * unless `fresh` asks for one of its own.
 * @returns its id
 * @throws `notebook-gone`, `notebook-not-shipped`
 */
export async function placeOf(
  address: KeptAddress,
  store: NotebookStore,
  kinds: readonly string[],
  { fresh = false } = {}
): Promise<string> {
  if (address.open === 'new') return (await keepNew(store, emptyText(), kinds, { trusted: true })).kept.id;
  if (address.open === 'link') {
    const { unpackText } = await import('$lib/notebook/exchange');
    return (await keepForeign(store, await unpackText(address.packed), kinds)).kept.id;
  }
  if (address.open === 'kept') {
    if (!(await store.find(address.id))) throw fail('notebook-gone');
    return address.id;
  }
  const { text, origin } = await shipped(address.path);
  const same = fresh
    ? undefined
    : (await store.recent()).find((kept) => kept.origin?.path === origin.path && kept.origin.hash === origin.hash);
  if (same && isUnchanged(await store.read(same.id), text, kinds)) return same.id;
  return (await keepNew(store, text, kinds, { trusted: true, origin })).kept.id;
}

/** What came from outside becomes a new notebook; its code waits, unless the very same was allowed here before. */
export async function keepForeign(store: NotebookStore, text: string, kinds: readonly string[]): Promise<Opened> {
  const { trustsText } = await import('$lib/notebook/trust');
  return keepNew(store, text, kinds, { trusted: await trustsText(store, text, kinds, registry) });
}

/** A sample as the site ships it. @throws `notebook-not-shipped` */
export async function shipped(path: string): Promise<{ text: string; origin: { path: string; hash: string } }> {
  const text = await shippedText(path);
  if (text === undefined) throw fail('notebook-not-shipped', { path });
  return { text, origin: { path, hash: textMark(text) } };
}

function isUnchanged(kept: KeptText | undefined, text: string, kinds: readonly string[]): boolean {
  if (!kept || kept.edits.length > 0) return false;
  return kept.text === serializeNotebook(parseNotebook(text, kinds).notebook, kinds);
}

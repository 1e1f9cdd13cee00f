import { resolve } from '$app/paths';

/** What the notebook page is asked to open, by the part of its address that never goes to a host. */
export type Address =
  | { open: 'new' }
  | { open: 'kept'; id: string }
  | { open: 'shipped'; path: string; run: boolean }
  | { open: 'original'; path: string; copy: string }
  /** The notebook itself stands in the address. */
  | { open: 'link'; packed: string }
  | { open: 'runner' };

export const settingsPage = () => resolve('/settings');
export const ledgerPage = () => resolve('/ledger');
export const simulatePage = () => resolve('/simulate');
export const securityPage = () => resolve('/security');
export const newNotebook = () => `${resolve('/notebook')}#new`;
export const keptNotebook = (id: string) => `${resolve('/notebook')}#id=${encodeURIComponent(id)}`;
export const shippedNotebook = (path: string, { run = false } = {}) =>
  `${resolve('/notebook')}#open=${encodeURIComponent(path)}${run ? '&run' : ''}`;

/** A sample as the site ships it, only to be read. @param copy the notebook one came from */
export const originalNotebook = (path: string, copy: string) =>
  `${resolve('/notebook')}#original=${encodeURIComponent(path)}&copy=${encodeURIComponent(copy)}`;

/** A notebook's text in the address itself. */
export const linkedNotebook = (packed: string) => `${resolve('/notebook')}#n=${packed}`;

/** @param hash with or without its `#` */
export function readAddress(hash: string): Address {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const id = given.get('id');
  const path = given.get('open');
  const link = given.get('n');
  const original = given.get('original');
  if (id) return { open: 'kept', id };
  if (link) return { open: 'link', packed: link };
  if (original) return { open: 'original', path: original, copy: given.get('copy') ?? '' };
  if (path) return { open: 'shipped', path, run: given.has('run') };
  return given.has('runner') ? { open: 'runner' } : { open: 'new' };
}

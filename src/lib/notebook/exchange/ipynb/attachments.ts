import { entriesOf, joined, type Entries } from './shape';

/** More than this is not taken into a text, bytes. */
export const mostImageBytes = 1024 * 1024;

export interface Inlined {
  text: string;
  /** Names of attachments that were left out, and why. */
  dropped: readonly { name: string; why: 'large' | 'unused' | 'no-image' }[];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const sizeOf = (base64: string) => Math.floor((base64.length * 3) / 4);

/**
 * Puts attached images into the text as data URLs, where it asks for them.
 * @param limit bytes of one image; our own come back whatever their size
 */
export function inlineAttachments(text: string, attachments: Entries, limit = mostImageBytes): Inlined {
  const dropped: { name: string; why: 'large' | 'unused' | 'no-image' }[] = [];
  let result = text;
  // A longer name first: `a.png` is the end of `aa.png`'s address only where nothing stands between.
  for (const name of Object.keys(attachments).sort((a, b) => b.length - a.length)) {
    const bundle = Object.entries(entriesOf(attachments[name]));
    const image = bundle.find(([type, data]) => type.startsWith('image/') && joined(data) !== '');
    if (!image) {
      dropped.push({ name, why: 'no-image' });
      continue;
    }
    const [type, data] = image;
    const isText = type === 'image/svg+xml' && !/^[\sA-Za-z0-9+/=]*$/.test(joined(data));
    const base64 = isText ? base64Of(joined(data)) : joined(data).replace(/\s/g, '');
    const address = new RegExp(`attachment:(?:${escaped(name)}|${escaped(encodeURI(name))})(?=[\\s)"'>]|$)`, 'gm');
    if (!address.test(result)) dropped.push({ name, why: 'unused' });
    else if (!/^[A-Za-z0-9+/=]*$/.test(base64)) dropped.push({ name, why: 'no-image' });
    else if (sizeOf(base64) > limit) dropped.push({ name, why: 'large' });
    else result = result.replace(address, () => `data:${type};base64,${base64}`);
  }
  return { text: result, dropped };
}

/** Images that stand in a text as data URLs become attachments: the reverse of the above, exactly. */
export function attachImages(text: string): { text: string; attachments: Entries } {
  const attachments: Record<string, Record<string, string>> = {};
  const names = new Map<string, string>();
  // A text that speaks of attachments itself could not be told from ours.
  if (text.includes('attachment:')) return { text, attachments };
  const image = /(?<=\]\()data:(image\/[a-z0-9.+-]+);base64,([A-Za-z0-9+/=]+)(?=[\s)])/g;
  const changed = text.replace(image, (whole, type: string, base64: string) => {
    const ending = type.slice('image/'.length).replace(/\W.*$/, '');
    const name = names.get(whole) ?? `image-${names.size + 1}.${ending}`;
    names.set(whole, name);
    attachments[name] = { [type]: base64 };
    return `attachment:${name}`;
  });
  return { text: changed, attachments };
}

function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

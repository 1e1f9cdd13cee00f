import { inertFence } from '../info';
import { mostImageBytes } from './attachments';
import { entriesOf, joined, textOf, type Entries } from './shape';

/** More printed text than this is no longer read by anybody. */
const mostLetters = 20_000;
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/**
 * What of a cell's outputs may be kept on demand: pictures and printed text. Never `text/html`, nor the plain text
 * beside it: that is how tables of patients travel.
 */
export function keptOutputs(outputs: readonly Entries[]): string[] {
  return outputs.flatMap((output) => {
    const type = textOf(output['output_type']) ?? '';
    if (type === 'stream') return printed(joined(output['text']));
    if (type === 'pyerr' || type === 'error') return [];
    // Version 3 has the types as keys of the output itself.
    const bundle = { ...output, ...entriesOf(output['data']) };
    for (const picture of pictures) {
      const short = picture.slice('image/'.length);
      const data = joined(bundle[picture] ?? bundle[short]).replace(/\s/g, '');
      if (data === '' || !/^[A-Za-z0-9+/=]+$/.test(data) || data.length * 0.75 > mostImageBytes) continue;
      return [`![](data:${picture};base64,${data})`];
    }
    if ('text/html' in bundle || 'html' in bundle) return [];
    return type === 'display_data' ? [] : printed(joined(bundle['text/plain'] ?? bundle['text']));
  });
}

function printed(text: string): string[] {
  // Colours of a terminal.

  const plain = text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').replace(/\s+$/, '');
  return plain === '' || plain.length > mostLetters ? [] : [inertFence('text', plain)];
}

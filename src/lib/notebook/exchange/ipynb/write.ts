import { attribute, isOff, type Cell, type Notebook } from '../../model';
import { normalised } from '../../format/parse';
import { writeInfo } from '../info';
import { attachImages } from './attachments';

type Json = string | number | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Writes a notebook as nbformat 4.5: no outputs, keys sorted, indented by one, a line feed at the end, the same bytes
 * for the same notebook. Each cell has our fence in its metadata, so that `readIpynb` gives the notebook back.
 */
export function writeIpynb(notebook: Notebook): string {
  const ids = new Set<string>();
  const cells = notebook.cells.map((cell, index) => cellOf({ ...cell, text: normalised(cell.text) }, index, ids));
  const content: Json = {
    cells,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
      phems: { front: normalised(notebook.front) }
    },
    nbformat: 4,
    nbformat_minor: 5
  };
  return `${JSON.stringify(sorted(content), null, 1)}\n`;
}

function cellOf(cell: Cell, index: number, ids: Set<string>): Json {
  const id = freeId(cell.id, index, ids);
  const tags = [
    ...(isOff(cell) ? ['skip-execution'] : []),
    ...(attribute(cell, 'tags') ?? '').split(',').filter((tag) => tag !== '')
  ];
  const metadata = { phems: { info: writeInfo(cell) }, ...(tags.length > 0 ? { tags } : {}) };
  const code = (language: string, source: string): Json => ({
    cell_type: 'code',
    execution_count: null,
    id,
    metadata: { ...metadata, language },
    outputs: [],
    source: lines(source)
  });
  switch (cell.kind) {
    case 'markdown': {
      const { text, attachments } = attachImages(cell.text);
      const attached = Object.keys(attachments).length > 0 ? { attachments: attachments as Json } : {};
      return { cell_type: 'markdown', id, metadata, source: lines(text), ...attached };
    }
    case 'sql':
      return code('sql', cell.text === '' ? '%%sql' : `%%sql\n${cell.text}`);
    case 'js':
      return code('javascript', cell.text);
    case 'ts':
      return code('typescript', cell.text);
    default:
      // No kernel tries to run a raw cell.
      return { cell_type: 'raw', id, metadata: { ...metadata, format: 'text/yaml' }, source: lines(cell.text) };
  }
}

/** The name where nbformat allows it, else one by the cell's place. */
function freeId(id: string | undefined, index: number, taken: Set<string>): string {
  const wanted = id !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : `cell-${index + 1}`;
  let free = wanted;
  for (let count = 2; taken.has(free); count++) free = `${wanted.slice(0, 58)}-${count}`;
  taken.add(free);
  return free;
}

/** Each line with its end, as nbformat has it; nothing for an empty text. */
function lines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = value as { readonly [key: string]: Json };
  return Object.fromEntries(
    Object.keys(entries)
      .sort()
      .map((key) => [key, sorted(entries[key] as Json)])
  );
}

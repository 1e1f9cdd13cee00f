import { fail } from '../errors';
import { jsonPlace } from '../json-place';

export type Entries = Readonly<Record<string, unknown>>;

/** A cell of any version of nbformat, as version 4 would have it. */
export interface ForeignCell {
  type: 'code' | 'markdown' | 'raw' | 'other';
  /** The type as written, for those that no version knows. */
  named: string;
  id: string | undefined;
  source: string;
  metadata: Entries;
  attachments: Entries;
  outputs: readonly Entries[];
  /** What version 3 says of a code cell itself. */
  language: string | undefined;
}

export interface ForeignNotebook {
  major: number;
  minor: number;
  metadata: Entries;
  cells: readonly ForeignCell[];
  /** How many worksheets were laid behind one another; version 4 has none. */
  worksheets: number;
}

export const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const entriesOf = (value: unknown): Entries => (isEntries(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** "multiline strings": a text, or its pieces. Of anything else nothing is taken. */
export function joined(value: unknown): string {
  if (typeof value === 'string') return value;
  return listOf(value)
    .filter((piece) => typeof piece === 'string')
    .join('');
}

/**
 * Reads the JSON of a Jupyter notebook of nbformat 1 to 4.
 * @throws `ipynb-json` with line and column, `ipynb-shape`
 */
export function readShape(json: string, file: string): ForeignNotebook {
  let content: unknown;
  try {
    content = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const place = jsonPlace(json.replace(/^\uFEFF/, '')) ?? { line: 1, column: 1 };
    throw fail('ipynb-json', { file, line: place.line, column: place.column }, { place: { file, ...place }, cause });
  }
  if (!isEntries(content)) throw fail('ipynb-shape', { file }, { place: { file, line: 1, column: 1 } });
  const { nbformat, nbformat_minor: minor } = content;
  const worksheets = listOf(content['worksheets']).filter(isEntries);
  const lists = Array.isArray(content['cells'])
    ? [content['cells'] as unknown[]]
    : worksheets.map((sheet) => listOf(sheet['cells']));
  const known = typeof nbformat === 'number' || Array.isArray(content['cells']) || worksheets.length > 0;
  if (!known) throw fail('ipynb-shape', { file }, { place: { file, line: 1, column: 1 } });
  const major = typeof nbformat === 'number' ? nbformat : worksheets.length > 0 ? 3 : 4;
  return {
    major,
    minor: typeof minor === 'number' ? minor : 0,
    metadata: entriesOf(content['metadata']),
    cells: lists.flat().filter(isEntries).map(cellOf),
    worksheets: Array.isArray(content['cells']) ? 0 : worksheets.length
  };
}

function cellOf(cell: Entries): ForeignCell {
  const named = textOf(cell['cell_type']) ?? '';
  // Before version 4 code stood in `input`; other texts were in `source`, in version 1 in `text`.
  const text = joined(cell['source'] ?? cell['input'] ?? cell['text']);
  const level = Math.min(6, Math.max(1, Number(cell['level']) || 1));
  const [type, source] =
    named === 'code'
      ? (['code', text] as const)
      : named === 'markdown' || named === 'html' || named === 'text'
        ? (['markdown', text] as const)
        : named === 'heading'
          ? // A heading is one line: more would leave it.
            (['markdown', `${'#'.repeat(level)} ${text.replace(/\s*\n\s*/g, ' ')}`] as const)
          : named === 'raw'
            ? (['raw', text] as const)
            : (['other', text] as const);
  return {
    type,
    named,
    id: textOf(cell['id']),
    source: source.replace(/\r\n?/g, '\n'),
    metadata: entriesOf(cell['metadata']),
    attachments: entriesOf(cell['attachments']),
    outputs: listOf(cell['outputs']).filter(isEntries),
    language: textOf(cell['language'])
  };
}

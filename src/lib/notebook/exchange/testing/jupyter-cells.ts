// Cells and files of Jupyter's format, as its programs write them.
export interface JupyterFile {
  name: string;
  /** The file's text. */
  json: string;
  /** What sources begin with: commands to another program, which the report says that it left out. */
  told?: readonly string[];
}

export type Json = Record<string, unknown>;

export const file = (name: string, content: Json, told?: readonly string[]): JupyterFile => ({
  name: `${name}.ipynb`,
  json: JSON.stringify(content, null, 1),
  ...(told ? { told } : {})
});
export const lines = (text: string) => text.split(/(?<=\n)/);
export const code = (source: string, more: Json = {}): Json => ({
  cell_type: 'code',
  execution_count: 3,
  metadata: {},
  outputs: [],
  source: lines(source),
  ...more
});
export const text = (source: string, more: Json = {}): Json => ({
  cell_type: 'markdown',
  metadata: {},
  source: lines(source),
  ...more
});
export const raw = (source: string, metadata: Json = {}): Json => ({
  cell_type: 'raw',
  metadata,
  source: lines(source)
});
export const kernel = (language: string, display: string): Json => ({
  kernelspec: { display_name: display, language, name: language.toLowerCase() },
  language_info: { name: language, version: '1.0' }
});
export const python = kernel('python', 'Python 3 (ipykernel)');
export const four = (minor: number, cells: Json[], metadata: Json = python): Json => ({
  cells,
  metadata,
  nbformat: 4,
  nbformat_minor: minor
});
export const withIds = (cells: Json[]) => cells.map((cell, index) => ({ id: `c${index}`, ...cell }));
export const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const stream = (printed: string): Json => ({ output_type: 'stream', name: 'stdout', text: lines(printed) });

/** The text of each cell, with the line ends of this page; in the order of the file. */
export function sourcesOf({ json }: JupyterFile): string[] {
  const content = JSON.parse(json.replace(/^\ufeff/, '')) as Json;
  const sheets = Array.isArray(content['worksheets']) ? (content['worksheets'] as Json[]) : [content];
  return sheets
    .flatMap((sheet) => sheet['cells'] as (Json | null)[])
    .map((cell) => cell?.['source'] ?? cell?.['input'] ?? '')
    .map((source) => (Array.isArray(source) ? source.filter((piece) => typeof piece === 'string').join('') : source))
    .map((source) => (typeof source === 'string' ? source.replace(/\r\n?/g, '\n') : ''));
}

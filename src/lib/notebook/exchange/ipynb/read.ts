// From .ipynb to ours: what each cell becomes, by the table of `reference/notebooks.md` §12.
import { withTitle } from '../../format/front';
import { canBeFront } from '../../format/parse';
import { Gathering, type Imported } from '../imported';
import { inertFence, isName, readInfo } from '../info';
import { inlineAttachments } from './attachments';
import { readMagic } from './magics';
import { keptOutputs } from './outputs';
import { entriesOf, listOf, readShape, textOf, type Entries, type ForeignCell } from './shape';

/** @throws `ipynb-json` with line and column, `ipynb-shape` */
export function readIpynb(json: string, file: string): Imported {
  const foreign = readShape(json, file);
  const gathering = new Gathering();
  if (foreign.major < 4) gathering.changed('nbformat-old', { from: foreign.major });
  if (foreign.major > 4) gathering.changed('nbformat-new', { from: foreign.major });
  if (foreign.worksheets > 1) gathering.changed('worksheets', { n: foreign.worksheets });
  const language = kernelLanguage(foreign.metadata);
  let outputs = 0;
  for (const cell of foreign.cells) {
    outputs += cell.outputs.length;
    if (!restored(cell, gathering)) imported(cell, language, gathering);
    for (const text of keptOutputs(cell.outputs)) gathering.output(text);
  }
  if (outputs > 0) gathering.dropped('outputs', { n: outputs });
  const phems = entriesOf(foreign.metadata['phems']);
  const front = textOf(phems['front']);
  notebookMetadata(foreign.metadata, language, gathering);
  if (front !== undefined && canBeFront(front)) return gathering.done(front);
  const title = textOf(foreign.metadata['title']) ?? textOf(foreign.metadata['name']);
  return gathering.done(withTitle('', title || file.replace(/^.*[\\/]/, '').replace(/\.ipynb$/i, '')));
}

/** A cell of ours that comes back as itself, with what was written in it meanwhile. */
function restored(cell: ForeignCell, gathering: Gathering): boolean {
  const told = textOf(entriesOf(cell.metadata['phems'])['info']);
  const info = told === undefined ? undefined : readInfo(told);
  if (!info) return false;
  if (info.kind === 'markdown' && cell.type === 'markdown') {
    const { text } = inlineAttachments(cell.source, cell.attachments, Infinity);
    gathering.restore({ ...info, text });
    return true;
  }
  if (info.kind === 'sql' && cell.type === 'code' && /^%%sql(?=\n|$)/.test(cell.source)) {
    gathering.restore({ ...info, text: cell.source.replace(/^%%sql\n?/, '') });
    return true;
  }
  const script = info.kind === 'js' || info.kind === 'ts';
  if (script ? cell.type === 'code' : cell.type === 'raw' && info.kind !== 'sql' && info.kind !== 'markdown') {
    gathering.restore({ ...info, text: cell.source });
    return true;
  }
  return false;
}

function imported(cell: ForeignCell, kernel: string, gathering: Gathering): void {
  const attributes = tagsOf(cell);
  const index = gathering.next;
  const before = gathering.next;
  if (cell.type === 'markdown') {
    const { text, dropped } = inlineAttachments(cell.source, cell.attachments);
    for (const { name, why } of dropped) gathering.dropped(`attachment-${why}`, { name }, index);
    gathering.add({ kind: 'markdown', attributes, text });
    if (dropped.length === 0) gathering.keep();
  } else if (cell.source.trim() === '') {
    gathering.dropped('cell-empty', { type: cell.named });
  } else if (cell.type === 'code') {
    code(cell, kernel, attributes, gathering);
  } else {
    gathering.changed(cell.type === 'raw' ? 'raw' : 'cell-unknown', { type: cell.named }, index);
    gathering.add({ kind: 'markdown', attributes, text: inertFence('text', cell.source) });
  }
  if (gathering.next > before) cellMetadata(cell.metadata, index, gathering);
}

function code(
  cell: ForeignCell,
  kernel: string,
  attributes: { name: string; value: string }[],
  gathering: Gathering
): void {
  const index = gathering.next;
  const own = languageOf(cell);
  const magic = readMagic(cell.source);
  const language = magic?.is === 'other' ? magic.language : (own ?? kernel);
  if (magic?.is === 'sql') {
    if (magic.dropped !== undefined) gathering.dropped('sql-arguments', { text: magic.dropped }, index);
    if (/\{\{/.test(magic.sql)) gathering.changed('sql-template', {}, index);
    gathering.add({ kind: 'sql', id: magic.name, attributes, text: magic.sql.replace(/^\n+|\s+$/g, '') });
    gathering.keep();
  } else if (magic?.is === 'markdown') {
    gathering.add({ kind: 'markdown', attributes, text: magic.text });
    gathering.keep();
  } else if (magic?.is === 'script') {
    script(magic.kind, magic.text, attributes, gathering);
  } else if (!magic && language === 'sql') {
    gathering.add({ kind: 'sql', id: nameIn(cell.metadata), attributes, text: cell.source.replace(/\s+$/, '') });
    gathering.keep();
  } else if (!magic && (language === 'javascript' || language === 'typescript')) {
    script(language === 'javascript' ? 'js' : 'ts', cell.source, attributes, gathering);
  } else if (!magic && language === 'markdown') {
    gathering.add({ kind: 'markdown', attributes, text: cell.source });
    gathering.keep();
  } else {
    gathering.changed(language === 'html' ? 'html' : 'code-inert', { language }, index);
    gathering.add({ kind: 'markdown', attributes, text: inertFence(language, cell.source) });
  }
}

function script(
  kind: 'js' | 'ts',
  text: string,
  attributes: { name: string; value: string }[],
  gathering: Gathering
): void {
  gathering.changed('script', { language: kind === 'js' ? 'JavaScript' : 'TypeScript' }, gathering.next);
  gathering.add({ kind, attributes, text });
}

function kernelLanguage(metadata: Entries): string {
  const info = entriesOf(metadata['language_info']);
  const spec = entriesOf(metadata['kernelspec']);
  const found = textOf(info['name']) ?? textOf(spec['language']) ?? textOf(metadata['language']);
  return named(found ?? 'python');
}

/** The language that a cell says itself: ours, VS Code's, Polyglot Notebooks', version 3's. */
function languageOf({ metadata, language }: ForeignCell): string | undefined {
  const found =
    textOf(metadata['language']) ??
    textOf(entriesOf(metadata['vscode'])['languageId']) ??
    textOf(entriesOf(metadata['polyglot_notebook'])['kernelName']) ??
    textOf(entriesOf(metadata['dotnet_interactive'])['language']) ??
    language;
  return found === undefined ? undefined : named(found);
}

function named(language: string): string {
  const short = language.toLowerCase().trim();
  if (/^(ipython|python\d*|py)$/.test(short)) return 'python';
  if (/^(js|node|javascript)$/.test(short)) return 'javascript';
  if (/^(ts|typescript|deno)$/.test(short)) return 'typescript';
  if (/sql$/.test(short)) return 'sql';
  return short === '' ? 'text' : short;
}

function nameIn(metadata: Entries): string | undefined {
  const name = textOf(metadata['name']) ?? textOf(entriesOf(metadata['polyglot_notebook'])['name']);
  return name !== undefined && isName(name) ? name : undefined;
}

function tagsOf({ metadata }: ForeignCell): { name: string; value: string }[] {
  const tags = listOf(metadata['tags']).filter((tag) => typeof tag === 'string' && tag !== '') as string[];
  const others = tags.filter((tag) => tag !== 'skip-execution').map((tag) => tag.replace(/[\s,]+/g, ' '));
  return [
    ...(tags.includes('skip-execution') ? [{ name: 'off', value: 'true' }] : []),
    ...(others.length > 0 ? [{ name: 'tags', value: others.join(',') }] : [])
  ];
}

/** Kept, or said elsewhere, or of no meaning outside their program's window. */
const knownOfCell = new Set(['tags', 'language', 'phems', 'collapsed', 'scrolled', 'editable', 'deletable', 'name']);
const knownOfNotebook = new Set([
  'kernelspec',
  'language_info',
  'title',
  'name',
  'phems',
  'signature',
  'orig_nbformat'
]);

function cellMetadata(metadata: Entries, index: number, gathering: Gathering): void {
  const others = Object.keys(metadata).filter((key) => !knownOfCell.has(key));
  if (others.length > 0) gathering.dropped('metadata', { keys: others.sort().join(', ') }, index);
}

function notebookMetadata(metadata: Entries, language: string, gathering: Gathering): void {
  const others = Object.keys(metadata).filter((key) => !knownOfNotebook.has(key));
  if (others.length > 0) gathering.dropped('metadata', { keys: others.sort().join(', ') });
  const kernel = textOf(entriesOf(metadata['kernelspec'])['display_name']);
  if (kernel !== undefined && metadata['phems'] === undefined) gathering.dropped('kernel', { kernel, language });
}

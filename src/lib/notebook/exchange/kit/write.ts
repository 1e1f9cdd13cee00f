import { parseDocument } from 'yaml';
import { readFront } from '../../format/front';
import { normalised } from '../../format/parse';
import { attribute, type Cell, type Notebook } from '../../model';
import { isName, writeInfo } from '../info';
import { mark } from '../mark';
import { quotedAttribute, unwrapped, wellFormed, wrapped } from './content';
import { fencedCode, inputCode, plotCode } from './generate';

export interface Script {
  type: string;
  code: string;
}

/**
 * Writes a notebook as HTML of Observable Notebook Kit 2.1. Each script carries our fence, and a mark of the code beside
 * it: while the code is unchanged `readKit` gives the cell back exactly.
 */
export function writeKit(notebook: Notebook, untitled: string): string {
  const front = wellFormed(normalised(notebook.front));
  const title = readFront(front).front.title ?? untitled;
  const { theme, readonly } = kitOf(front);
  const head = [
    ...(theme === undefined ? [] : [`theme=${quotedAttribute(theme)}`]),
    ...(readonly ? ['readonly'] : []),
    `data-phems=${quotedAttribute(JSON.stringify({ front, title }))}`
  ];
  const scripts = notebook.cells.map((cell, index) => scriptOf(cell, index + 1));
  return [
    '<!doctype html>',
    `<notebook ${head.join(' ')}>`,
    `  <title>${wellFormed(title).replace(/&/g, '&amp;').replace(/</g, '&lt;')}</title>`,
    ...scripts,
    '</notebook>',
    ''
  ].join('\n');
}

/** What a file of Notebook Kit said about itself, kept in the front matter. */
function kitOf(front: string): { theme: string | undefined; readonly: boolean } {
  const document = parseDocument(front, { logLevel: 'silent' });
  const read = (document.errors.length > 0 ? {} : (document.toJS({ maxAliasCount: 100 }) ?? {})) as Record<
    string,
    unknown
  >;
  return {
    theme: typeof read['theme'] === 'string' ? read['theme'] : undefined,
    readonly: read['readonly'] === true
  };
}

function scriptOf(given: Cell, id: number): string {
  const cell = { ...given, text: wellFormed(normalised(given.text)) };
  const { type, code } = generated(cell);
  const content = wrapped(code);
  // The text is told apart only where the code does not say it.
  const same = textIn(cell.kind, unwrapped(content)) === cell.text;
  const told = {
    info: wellFormed(writeInfo(cell)),
    ...(same ? {} : { text: cell.text }),
    mark: mark(unwrapped(content))
  };
  const database = attribute(cell, 'database');
  const format = attribute(cell, 'format');
  const attributes = [
    `id="${id}"`,
    `type=${quotedAttribute(type)}`,
    ...(attribute(cell, 'code') === 'shown' ? ['pinned'] : []),
    ...(attribute(cell, 'show') === 'false' ? ['hidden'] : []),
    ...(cell.kind === 'sql' && cell.id !== undefined && isName(cell.id) ? [`output=${quotedAttribute(cell.id)}`] : []),
    ...(database === undefined ? [] : [`database=${quotedAttribute(wellFormed(database))}`]),
    ...(format === undefined ? [] : [`format=${quotedAttribute(wellFormed(format))}`]),
    `data-phems=${quotedAttribute(JSON.stringify(told))}`
  ];
  return `  <script ${attributes.join(' ')}>${content}</script>`;
}

/** The cell as Notebook Kit would have it. */
function generated(cell: Cell): Script {
  const asMarkdown = (text: string): Script => ({ type: 'text/markdown', code: text.replaceAll('${', '\\${') });
  switch (cell.kind) {
    case 'markdown':
      return asMarkdown(cell.text);
    case 'sql':
      return { type: 'application/sql', code: cell.text };
    case 'js':
      return { type: 'module', code: cell.text };
    case 'ts':
      return { type: 'text/x-typescript', code: cell.text };
    case 'chart': {
      const code = plotCode(cell.text);
      return code === undefined ? asMarkdown(fencedCode(cell)) : { type: 'module', code };
    }
    case 'input': {
      const code = inputCode(cell.id, cell.text);
      return code === undefined ? asMarkdown(fencedCode(cell)) : { type: 'module', code };
    }
    default:
      return asMarkdown(fencedCode(cell));
  }
}

/** The text of a cell that its code says by itself; undefined for kinds whose code is made. */
export function textIn(kind: string, code: string): string | undefined {
  if (kind === 'markdown') return code.replaceAll('\\${', '${');
  return kind === 'sql' || kind === 'js' || kind === 'ts' ? code : undefined;
}

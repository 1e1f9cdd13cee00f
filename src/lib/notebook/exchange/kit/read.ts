// From HTML of Observable Notebook Kit to ours: what each script becomes, by the table of `reference/notebooks.md` §13.
import { stringify } from 'yaml';
import { withTitle } from '../../format/front';
import { canBeFront, normalised } from '../../format/parse';
import type { Attribute } from '../../model';
import { Gathering, type Imported } from '../imported';
import { inertFence, isName, readInfo } from '../info';
import { mark } from '../mark';
import { unwrapped } from './content';
import { readObservable } from './observable';
import { scanKit, type Element } from './scan';
import { textIn } from './write';

/** @throws `kit-none`, `kit-unclosed` with line and column */
export function readKit(html: string, file: string): Imported {
  const { notebook, title, scripts, strays } = scanKit(html, file);
  const gathering = new Gathering();
  const ids = new Set<string>();
  for (const script of scripts) {
    const id = script.attributes.get('id') ?? '';
    if (/^[1-9]\d*$/.test(id) && !ids.has(id)) ids.add(id);
    else gathering.changed('kit-id', { id: id || '–' }, gathering.next);
    if (!restored(script, gathering)) imported(script, gathering);
  }
  for (const stray of strays) gathering.dropped('kit-stray', { text: stray.slice(0, 80) });
  return gathering.done(frontOf(notebook, title || file.replace(/^.*[\\/]/, '').replace(/\.html?$/i, '')));
}

/** Our own front matter while it is there, with the title that the file says; else what Notebook Kit says. */
function frontOf(notebook: Element, title: string): string {
  const told = told_(notebook.attributes.get('data-phems'));
  const front = typeof told['front'] === 'string' && canBeFront(told['front']) ? normalised(told['front']) : undefined;
  const sameTitle = typeof told['title'] === 'string' && told['title'].replace(/\s+/g, ' ').trim() === title;
  if (front !== undefined) {
    if (sameTitle) return front;
    try {
      return withTitle(front, title);
    } catch {
      // Front matter with a mistake stays as it is.
      return front;
    }
  }
  const theme = notebook.attributes.get('theme');
  const kit = {
    ...(theme === undefined ? {} : { theme }),
    ...(notebook.attributes.has('readonly') ? { readonly: true } : {})
  };
  const own = withTitle('', title);
  return Object.keys(kit).length === 0 ? own : `${own}\n${stringify(kit, { lineWidth: 0 }).trimEnd()}`;
}

/** What stands in `data-phems`; nothing where it is not ours. */
function told_(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A cell of ours, exactly, while the code beside it is what we wrote. */
function restored(script: Element, gathering: Gathering): boolean {
  const told = told_(script.attributes.get('data-phems'));
  const info = typeof told['info'] === 'string' ? readInfo(told['info']) : undefined;
  if (!info) return false;
  const code = unwrapped(script.text);
  if (told['mark'] !== mark(code)) {
    const text = textIn(info.kind, code);
    if (text === undefined) {
      gathering.changed('kit-edited', { kind: info.kind }, gathering.next);
      return false;
    }
    gathering.changed('kit-edited-text', {}, gathering.next);
    gathering.add({ ...info, text });
    return true;
  }
  const text = typeof told['text'] === 'string' ? told['text'] : textIn(info.kind, code);
  if (text === undefined) return false;
  gathering.restore({ ...info, text });
  return true;
}

function imported(script: Element, gathering: Gathering): void {
  const code = unwrapped(script.text);
  const type = (script.attributes.get('type') ?? 'module').toLowerCase();
  const attributes = attributesOf(script);
  const index = gathering.next;
  const inert = (language: string, remark: 'code-inert' | 'html' | 'kit-observable' = 'code-inert') => {
    gathering.changed(remark, { language }, index);
    gathering.add({ kind: 'markdown', attributes, text: inertFence(language, code) });
  };
  if (code.trim() === '') {
    gathering.dropped('cell-empty', { type });
    return;
  }
  switch (type) {
    case 'text/markdown':
      if (/(?<!\\)\$\{/.test(code)) {
        gathering.changed('kit-template', {}, index);
        gathering.add({ kind: 'js', attributes, text: `md\`${code.replaceAll('`', '\\`')}\`` });
        return;
      }
      gathering.add({ kind: 'markdown', attributes, text: code.replaceAll('\\${', '${') });
      gathering.keep();
      return;
    case 'application/sql':
      sql(script, code, attributes, gathering);
      return;
    case 'text/html':
      return inert('html', 'html');
    case 'application/x-tex':
      gathering.changed('kit-tex', {}, index);
      gathering.add({ kind: 'markdown', attributes, text: `$$\n${code}\n$$` });
      return;
    case 'text/vnd.graphviz':
      return inert('dot');
    case 'text/x-python':
      return inert('python');
    case 'text/x-r':
      return inert('r');
    case 'application/vnd.node.javascript':
      return inert('javascript');
    case 'application/vnd.observable.javascript': {
      const read = readObservable(code);
      if (read.is === 'inert') return inert('javascript', 'kit-observable');
      if (read.is === 'input') {
        gathering.changed('kit-input', { name: read.id }, index);
        gathering.add({ kind: 'input', id: isName(read.id) ? read.id : undefined, attributes, text: read.text });
        return;
      }
      javascript('js', read.text, attributes, gathering);
      return;
    }
    case 'text/x-typescript':
      javascript('ts', code, attributes, gathering);
      return;
    default:
      javascript('js', code, attributes, gathering);
  }
}

function javascript(kind: 'js' | 'ts', text: string, attributes: Attribute[], gathering: Gathering): void {
  const index = gathering.next;
  gathering.changed('script', { language: kind === 'js' ? 'JavaScript' : 'TypeScript' }, index);
  for (const source of new Set(foreignSources(text))) gathering.changed('kit-not-shipped', { source }, index);
  gathering.add({ kind, attributes, text });
}

/** Libraries and files that code asks for, and that nothing here brings. */
function foreignSources(text: string): string[] {
  const imports = text.matchAll(/\b(?:from|import)\s*\(?\s*(["'`])((?:npm:|jsr:|https?:|\.{0,2}\/)[^"'`]*)\1/g);
  const files = text.matchAll(/\bFileAttachment\(\s*(["'`])([^"'`]*)\1/g);
  return [...[...imports].map(([, , source]) => source ?? ''), ...[...files].map(([, , file]) => file ?? '')];
}

function sql(script: Element, code: string, attributes: Attribute[], gathering: Gathering): void {
  const output = script.attributes.get('output');
  const database = script.attributes.get('database');
  const foreign = database !== undefined && !/^(duckdb|default|local|)$/i.test(database);
  const id = output !== undefined && isName(output) ? output : undefined;
  // The query of another database would give other figures here: it is off until somebody has looked.
  if (foreign) gathering.changed('kit-database', { database }, gathering.next);
  else gathering.keep(gathering.next);
  const more = [
    ...(database === undefined ? [] : [{ name: 'database', value: database }]),
    ...(foreign ? [{ name: 'off', value: 'true' }] : [])
  ];
  gathering.add({ kind: 'sql', id, attributes: [...attributes, ...more], text: code });
}

function attributesOf({ attributes }: Element): Attribute[] {
  const format = attributes.get('format');
  return [
    ...(attributes.has('pinned') ? [{ name: 'code', value: 'shown' }] : []),
    ...(attributes.has('hidden') ? [{ name: 'show', value: 'false' }] : []),
    ...(format === undefined ? [] : [{ name: 'format', value: format }])
  ];
}

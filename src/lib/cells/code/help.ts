import type { Relation } from '$workers/data/contract';
import { scanSql } from '$workers/shared/sql-scan';
import type {
  CompletionItem,
  CompletionProvider,
  Description,
  DescriptionProvider
} from '$lib/ui/code-editor/editor-options';
import type { Declared, Declarations } from 'virtual:code-declarations';
import { knownTables, type KnownNames } from '../known-names';
import { sqlComplete } from '../sql/completion';
import { calledWith, caretPlace, type CaretPlace } from './caret-place';
import { codeWords } from './code-words';

type Known = () => KnownNames | Promise<KnownNames>;

let loading: Promise<Declarations> | undefined;

/** Fetched with the first wish for help. */
export function declarationsNow(): Promise<Declarations> {
  return (loading ??= import('virtual:code-declarations').then(({ declarations }) => declarations));
}

const name = '[\\p{L}_$][\\p{L}\\p{N}_$]*';
const before = (text: string, at: number) => new RegExp(`(${name})\\s*\\??\\.\\s*$`, 'u').exec(text.slice(0, at))?.[1];

/** Names for the caret of own code: what a thing holds behind its dot, columns in texts, options in objects, else all. */
export function codeComplete(known: Known, declared = declarationsNow): CompletionProvider {
  return async (request) => {
    const { text, from, position, explicit } = request;
    const place = caretPlace(text, from);
    if (place.inside === 'comment') return [];
    if (place.inside === 'template') return inTemplate(known, request, place);
    const isMember = /\.\s*$/.test(text.slice(0, from)) && !/\.\.\.\s*$/.test(text.slice(0, from));
    if (!explicit && from === position && !isMember && place.inside === 'code') return [];
    const names = await known();
    if (place.inside === 'text') return columnItems(usedTables(text, names));
    const declarations = await declared();
    if (isMember) return memberItems(text, from, names, declarations);
    const options = optionItems(text, from, place, declarations);
    return [...options, ...nameItems(text, from, names, declarations)];
  };
}

/** A query of sql`…` is helped with as a query is. */
function inTemplate(
  known: Known,
  { text, from, position, explicit }: Parameters<CompletionProvider>[0],
  { tag, from: start = 0 }: CaretPlace
): readonly CompletionItem[] | Promise<readonly CompletionItem[]> {
  if (tag !== 'sql') return [];
  const end = text.indexOf('`', position);
  const inner = text.slice(start, end < 0 ? undefined : end);
  return sqlComplete(known)({ text: inner, from: from - start, position: position - start, explicit });
}

function memberItems(text: string, from: number, names: KnownNames, { groups }: Declarations): CompletionItem[] {
  const receiver = before(text, from);
  const own = receiver === undefined || receiver === '' ? undefined : groups[receiver];
  if (own && receiver && !shapes.has(receiver)) return own.map((one) => itemOf(one));
  if (knownTables(names).some((table) => table.name === receiver))
    return (groups.table ?? []).map((one) => itemOf(one, 1));
  const columns =
    receiver === undefined ? [] : columnItems(usedTables(text, names)).map((one) => ({ ...one, boost: 2 }));
  const seen = new Set(columns.map(({ label }) => label));
  const others = [...(groups.rows ?? []), ...(groups.list ?? []), ...(groups.text ?? [])].filter(({ n }) => {
    if (seen.has(n)) return false;
    seen.add(n);
    return true;
  });
  return [...columns, ...others.map((one) => itemOf(one, -1))];
}

const shapes = new Set(['table', 'rows', 'list', 'text']);

/** Keys of the object that a function of a library takes. */
function optionItems(
  text: string,
  from: number,
  place: CaretPlace,
  { groups, options }: Declarations
): CompletionItem[] {
  const called = calledWith(text, place);
  if (called === undefined || !/[{,]\s*$/.test(text.slice(0, from))) return [];
  const [group = '', member = ''] = called.split('.');
  const index = groups[group]?.find(({ n }) => n === member)?.o;
  const keys = index === undefined ? [] : (options[index] ?? []);
  return keys.map((label) => ({ label, kind: 'value', insert: `${label}: `, boost: 3, detail: member }));
}

function nameItems(text: string, from: number, names: KnownNames, { groups }: Declarations): CompletionItem[] {
  const tables = knownTables(names).map(({ name: label, relation }): CompletionItem => ({
    label,
    kind: 'table',
    detail: relation && sizeOf(relation),
    boost: 1
  }));
  const own = declaredIn(text.slice(0, from) + text.slice(from).replace(/^[\p{L}\p{N}_$]*/u, ''));
  const items: CompletionItem[] = [
    ...own.map((label): CompletionItem => ({ label, kind: 'value', boost: 2 })),
    ...tables,
    ...names.values.map((label): CompletionItem => ({ label, kind: 'value', boost: 1 })),
    ...(groups[''] ?? []).map((one) => itemOf(one)),
    ...codeWords.map((label): CompletionItem => ({ label, kind: 'keyword', boost: -2 }))
  ];
  const seen = new Set<string>();
  return items.filter(({ label }) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(label) && !seen.has(label) && seen.add(label));
}

const sizeOf = ({ rows, columns }: Relation) => `${rows === undefined ? '' : `${rows} × `}${columns.length}`;

/** Names that the text itself declares, also as parameters. */
function declaredIn(text: string): string[] {
  const found = [
    ...text.matchAll(new RegExp(`\\b(?:const|let|var|function\\*?|class|enum)\\s+(${name})`, 'gu')),
    ...text.matchAll(new RegExp(`(?:[(,]\\s*|\\b)(${name})(?=\\s*=>|(?:\\s*,\\s*${name})*\\s*\\)\\s*=>)`, 'gu'))
  ];
  return [...new Set(found.flatMap(([, one]) => one ?? []))];
}

/** Tables that the text names, by itself or in a query. */
function usedTables(text: string, { relations }: KnownNames): Relation[] {
  const words = new Set(text.match(new RegExp(name, 'gu')) ?? []);
  const queried = [...text.matchAll(/\bsql`([^`]*)/g)].flatMap(([, sql = '']) => scanSql(sql).uses);
  const inQueries = new Set(queried.map((use) => use.name.toLowerCase()));
  return relations.filter((one) => words.has(one.name) || inQueries.has(one.name.toLowerCase()));
}

function columnItems(tables: readonly Relation[]): CompletionItem[] {
  const byName = new Map<string, CompletionItem>();
  for (const { columns } of tables) {
    for (const { name: label, sqlType, unit } of columns) {
      const detail = unit === undefined ? sqlType : `${sqlType}, ${unit}`;
      if (!byName.has(label)) byName.set(label, { label, kind: 'column', detail });
    }
  }
  return [...byName.values()];
}

function itemOf({ n, k, s, d }: Declared, boost?: number): CompletionItem {
  return {
    label: n,
    kind: k === 'f' ? 'function' : 'value',
    detail: s.length > 40 ? `${s.slice(0, 39)}…` : s,
    info: [k === 'v' ? `${n}: ${s}` : `${n}${s}`, d].filter(Boolean).join('\n'),
    ...(boost !== undefined && { boost })
  };
}

/** What a word of own code stands for. */
export function codeDescribe(known: Known, declared = declarationsNow): DescriptionProvider {
  return async ({ text, position }) => {
    const from = position - (new RegExp(`[\\p{L}\\p{N}_$]*$`, 'u').exec(text.slice(0, position))?.[0].length ?? 0);
    const word = new RegExp(`^${name}`, 'u').exec(text.slice(from))?.[0];
    if (word === undefined || caretPlace(text, from).inside !== 'code') return undefined;
    const receiver = before(text, from);
    const said = await describe(word, receiver, text, await known(), await declared());
    return said && { ...said, from, to: from + word.length };
  };
}

function describe(
  word: string,
  receiver: string | undefined,
  text: string,
  names: KnownNames,
  { groups }: Declarations
): Omit<Description, 'from' | 'to'> | undefined {
  const said = ({ n, k, s, d }: Declared, of = '') => ({ title: `${of}${n}${k === 'v' ? `: ${s}` : s}`, text: d });
  const find = (group: string) =>
    Object.hasOwn(groups, group) ? groups[group]?.find(({ n }) => n === word) : undefined;
  if (receiver !== undefined) {
    const own = shapes.has(receiver) ? undefined : find(receiver);
    if (own) return said(own, `${receiver}.`);
    const isTable = knownTables(names).some((table) => table.name === receiver);
    const member = isTable ? find('table') : undefined;
    if (member) return said(member, `${receiver}.`);
    const column = usedTables(text, names)
      .flatMap(({ columns }) => columns)
      .find((one) => one.name === word);
    if (!column) return undefined;
    return {
      title: `${word}: ${column.sqlType}${column.unit === undefined ? '' : `, ${column.unit}`}`,
      text: column.label
    };
  }
  const table = knownTables(names).find((one) => one.name === word);
  if (table?.relation) {
    const { columns } = table.relation;
    const more = columns.length > 12 ? ', …' : '';
    return {
      title: `${word}: ${sizeOf(table.relation)}`,
      text:
        columns
          .slice(0, 12)
          .map((one) => one.name)
          .join(', ') + more
    };
  }
  const global = find('');
  return global && said(global);
}

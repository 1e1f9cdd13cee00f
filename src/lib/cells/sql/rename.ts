import { scanSql } from '$workers/shared/sql-scan';
import { sqlTokens, type SqlToken } from '$workers/shared/sql-tokens';
import { sqlKeywords } from '$lib/ui/code-editor/sql-words';
import type { Rename } from '$lib/notebook/kind';
import { quoted } from '../sql-name';
import { asWritten } from './as-written';

interface Piece {
  start: number;
  end: number;
  text: string;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const isName = (token: SqlToken | undefined) => token?.type === 'word' || token?.type === 'quoted';

/** A query with another cell's new name in the place of the old. Texts, comments and other names stay as they are. */
export function renameInSql(text: string, change: Rename): string {
  if (change.sort === 'column') return replaced(text, columnPieces(text, change));
  const pieces = change.sort === 'table' ? tablePieces : valuePieces;
  return replaced(text, pieces(text, change.from, change.to));
}

function replaced(text: string, pieces: readonly Piece[]): string {
  return [...pieces]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text);
}

function valuePieces(text: string, from: string, to: string): Piece[] {
  return scanSql(text)
    .parameters.filter(({ name }) => name === from)
    .map(({ start }) => {
      const at = text.indexOf(from, start + 2);
      return { start: at, end: at + from.length, text: to };
    });
}

/** Where the query names the table, and what it calls it: by its own name unless it gives it another. */
function usesOf(text: string, table: string) {
  const tokens = sqlTokens(text);
  const uses = scanSql(text).uses.filter(({ name }) => same(name, table));
  const aliases = uses.map(({ end }) => {
    const next = tokens.findIndex(({ start }) => start >= end);
    const named = tokens[next]?.text.toLowerCase() === 'as' ? tokens[next + 1] : tokens[next];
    const isAlias = isName(named) && !(named?.type === 'word' && sqlKeywords.has(named.text.toLowerCase()));
    return isAlias ? named?.text : undefined;
  });
  return { tokens, uses, aliases };
}

function tablePieces(text: string, from: string, to: string): Piece[] {
  const { tokens, uses, aliases } = usesOf(text, from);
  const pieces = uses.map(({ start, end }) => {
    const written = text.slice(start, end);
    if (written.startsWith("'")) return { start, end, text: `'${to.replaceAll("'", "''")}'` };
    // The schema stays.
    const point = written.lastIndexOf('.');
    const name = written.slice(point + 1).startsWith('"') ? quoted(to) : asWritten(to);
    return { start: start + point + 1, end, text: name };
  });
  // `hourly.lactate` means the table only where it has no other name, and nothing else has its.
  if (!aliases.includes(undefined) || aliases.some((alias) => alias !== undefined && same(alias, from))) return pieces;
  const inUse = (token: SqlToken) => uses.some(({ start, end }) => token.start >= start && token.end <= end);
  tokens.forEach((token, at) => {
    const qualifies = isName(token) && same(token.text, from) && tokens[at + 1]?.text === '.';
    if (!qualifies || inUse(token) || tokens[at - 1]?.text === '.') return;
    pieces.push({ start: token.start, end: token.end, text: token.type === 'quoted' ? quoted(to) : asWritten(to) });
  });
  return pieces;
}

function columnPieces(text: string, { table, from, to, shared }: Extract<Rename, { sort: 'column' }>): Piece[] {
  const { tokens, uses, aliases } = usesOf(text, table);
  if (uses.length === 0) return [];
  const owners = new Set(aliases.map((alias) => (alias ?? table).toLowerCase()));
  const isAliasOf = (at: number) => tokens[at - 1]?.text.toLowerCase() === 'as';
  // The query gives this name to something of its own: without a table in front nobody knows which is meant.
  const taken = tokens.some((token, at) => isName(token) && same(token.text, from) && isAliasOf(at));
  return tokens.flatMap((token, at): Piece[] => {
    if (!isName(token) || !same(token.text, from)) return [];
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (after?.text === '(' || after?.text === '.' || isAliasOf(at)) return [];
    const qualified = before?.type === 'symbol' && before.text === '.';
    const owner = tokens[at - 2]?.text.toLowerCase() ?? '';
    if (qualified ? !owners.has(owner) : taken || shared) return [];
    return [{ start: token.start, end: token.end, text: token.type === 'quoted' ? quoted(to) : asWritten(to) }];
  });
}

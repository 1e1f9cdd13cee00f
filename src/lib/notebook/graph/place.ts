import type { Place } from '$workers/shared/errors';
import { scanSql } from '$workers/shared/sql-scan';
import type { Cell } from '../model';

/** Line and column of an offset, from 1; a column counts code units, as editors do. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) as string).length + 1 };
}

/** Of a program: comments and texts, which name nothing. */
const quiet = /\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

function offsetOf(cell: Cell, name: string, language: string | undefined): number {
  if (language === 'sql') {
    const { uses, parameters } = scanSql(cell.text);
    return (uses.find((use) => use.name === name) ?? parameters.find((one) => one.name === name))?.start ?? -1;
  }
  const isCode = language === 'javascript' || language === 'typescript';
  const text = isCode ? cell.text.replace(quiet, (one) => ' '.repeat(one.length)) : cell.text;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // `a.name` is a part of `a`; `...name` is the name.
  const before = isCode ? '(?<![\\p{L}\\p{N}_$])(?<!(?<!\\.\\.)\\.)' : '(?<![\\p{L}\\p{N}_])';
  return new RegExp(`${before}${escaped}(?![\\p{L}\\p{N}_])`, 'u').exec(text)?.index ?? -1;
}

/** Where a cell's text names something; only the cell where the name is not found in it. */
export function placeOfName(cell: Cell, name: string, language: string | undefined): Place {
  const place: Place = cell.id === undefined ? {} : { cell: cell.id };
  const offset = offsetOf(cell, name, language);
  return offset < 0 ? place : { ...place, ...placeAt(cell.text, offset) };
}

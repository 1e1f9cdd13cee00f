import { readKeys, writeKeys } from '../format/info';
import type { Cell } from '../model';

type Named = Pick<Cell, 'kind' | 'id' | 'attributes'>;

/** A cell's fence without its ticks: `sql id=x off=true`. The same words as in our file. */
export function writeInfo({ kind, id, attributes }: Named): string {
  const keys = writeKeys(id, attributes);
  return keys === '' ? kind : `${kind} ${keys}`;
}

/** @returns undefined where no kind stands there */
export function readInfo(info: string): Named | undefined {
  const kind = /^\S+/.exec(info)?.[0];
  if (kind === undefined) return undefined;
  const { id, attributes } = readKeys(info.slice(kind.length));
  return { kind, id, attributes };
}

/** Text as code that is shown and never runs: a fence in a text cell, longer than any inside. */
export function inertFence(language: string, text: string): string {
  let longest = 2;
  for (const [, run] of text.matchAll(/^ {0,3}(`{3,})/gm)) longest = Math.max(longest, (run as string).length);
  const ticks = '`'.repeat(longest + 1);
  // A name of one of our kinds would make it a cell; nothing that stands in a language's name can.
  const name = language.replace(/[\s`=]/g, '');
  return `${ticks}${name}\n${text === '' ? '' : `${text}\n`}${ticks}`;
}

/** What can name a cell: a word that SQL and JavaScript both take. */
export function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);
}

import type { TextColumn } from '$workers/shared/table';

/** A column of words, for tables of a few rows. */
export function textColumnOf(name: string, texts: readonly string[]): TextColumn {
  return { name, type: 'text', values: Int32Array.from(texts.keys()), dictionary: texts };
}

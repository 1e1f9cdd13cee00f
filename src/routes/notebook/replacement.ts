import type { AppError } from '$workers/shared/errors';

/** A word of a cell's text and what it was probably meant to be. */
export interface Replacement {
  word: string;
  by: string;
  /** The text with it. */
  text: string;
}

const most = 3;

/** The near names that an error offers, each as the text it would make. None where the word does not stand at its place. */
export function replacements(error: AppError, text: string): Replacement[] {
  const { near, name } = error.values;
  const { line, column, file } = error.place ?? {};
  if (typeof near !== 'string' || typeof name !== 'string' || line === undefined || file !== undefined) return [];
  const lines = text.split('\n');
  const written = lines[line - 1];
  if (written === undefined) return [];
  const at = written.indexOf(name, Math.max((column ?? 1) - 1, 0));
  if (at < 0) return [];
  return near
    .split(', ')
    .slice(0, most)
    .map((by) => ({
      word: name,
      by,
      text: lines.with(line - 1, written.slice(0, at) + by + written.slice(at + name.length)).join('\n')
    }));
}

import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { fail } from '../errors';
import { problem, type Problem } from './problem';

/** The format that this version writes. */
export const currentFormat = 1;

/** What a notebook says about itself. Wrongly typed entries are left out, unknown ones stay in the text. */
export interface Front {
  title: string | undefined;
  description: string | undefined;
  format: number | undefined;
  tags: readonly string[];
  /** How long it takes to read and run. */
  minutes: number | undefined;
  level: string | undefined;
  /** Where its data come from: `synthetic`, `own` … */
  data: string | undefined;
  language: string | undefined;
}

const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
const asNumber = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);

/**
 * Reads the YAML between the `---` lines.
 * @returns what it says, and problems with their lines in the file
 */
export function readFront(text: string): { front: Front; problems: Problem[] } {
  const problems: Problem[] = [];
  const document = parseDocument(text, { prettyErrors: true, logLevel: 'silent' });
  const error = document.errors[0];
  if (error) {
    problems.push(problem('front-yaml', 1 + (error.linePos?.[0].line ?? 1)));
  }
  const read = error ? undefined : (document.toJS({ maxAliasCount: 100 }) as unknown);
  const entries = (typeof read === 'object' && read !== null && !Array.isArray(read) ? read : {}) as Record<
    string,
    unknown
  >;
  if (!error && text.trim() !== '' && read !== null && read !== entries) {
    problems.push(problem('front-yaml', 2));
  }
  const format = asNumber(entries['format']);
  if (format !== undefined && format > currentFormat) {
    const line = 2 + text.split('\n').findIndex((one) => /^["']?format["']?\s*:/.test(one));
    problems.push(problem('format-newer', Math.max(line, 2), { format, current: currentFormat }));
  }
  const tags = entries['tags'];
  return {
    front: {
      title: asText(entries['title']),
      description: asText(entries['description']),
      format,
      tags: (Array.isArray(tags) ? tags : [tags]).map(asText).filter((tag) => tag !== undefined),
      minutes: asNumber(entries['minutes']),
      level: asText(entries['level']),
      data: asText(entries['data']),
      language: asText(entries['language'])
    },
    problems
  };
}

/**
 * The same front matter with another title; every other byte stays.
 * @throws `front-unreadable` where the YAML has a mistake
 */
export function withTitle(front: string, title: string): string {
  const written = stringify(title.replace(/\s+/g, ' ').trim(), { lineWidth: 0 }).trimEnd();
  if (front.trim() === '') return `title: ${written}\nformat: ${currentFormat}`;
  const document = parseDocument(front, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error || (document.contents !== null && !isMap(document.contents))) {
    throw fail('front-unreadable', { line: error?.linePos?.[0].line ?? 1 });
  }
  const map = document.contents;
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === 'title') : undefined;
  if (!pair) return `title: ${written}\n${front}`;
  const key = isScalar(pair.key) ? pair.key.range : undefined;
  const range = (pair.value as { range?: [number, number, number] } | null)?.range;
  if (!key || !range) throw fail('front-unreadable', { line: 1 });
  const block = /^[|>]/.test(front.slice(range[0]));
  const colon = front.indexOf(':', key[1]) + 1;
  return `${front.slice(0, colon)} ${written}${block ? '\n' : ''}${front.slice(range[1])}`;
}

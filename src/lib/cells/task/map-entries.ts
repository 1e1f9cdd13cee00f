import type { Plain } from './fields';

/** What a map says, by its keys in the order of the text; nothing where there is no map. */
export function entriesOf(value: Plain | undefined): Readonly<Record<string, Plain>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Readonly<Record<string, Plain>>)
    : {};
}

/** The same with another key in the place of one. */
export function withKey(entries: Readonly<Record<string, Plain>>, from: string, to: string): Record<string, Plain> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key === from ? to : key, value]));
}

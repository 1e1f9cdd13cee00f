import type { LineState, TokenLine } from './token';

export type LateLanguage = 'javascript' | 'typescript';
type Reader = (line: string, state: LineState) => TokenLine;

/** Languages whose words come with their first cell, not with the page: until then their texts are plain. */
let readers = $state.raw<Partial<Record<LateLanguage, Reader>>>({});

export const lateReader = (language: LateLanguage): Reader | undefined => readers[language];

export function addReaders(added: Record<LateLanguage, Reader>): void {
  if (readers.javascript === undefined) readers = added;
}

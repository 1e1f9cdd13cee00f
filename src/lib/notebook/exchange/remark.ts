import type { Values } from '$workers/shared/errors';
import type { remarkTexts } from '$lib/messages/en/exchange';

export type RemarkCode = keyof typeof remarkTexts;

/** One thing that the import report says. The words are made where it is shown, in the language of the page. */
export interface Remark {
  sort: 'changed' | 'dropped';
  code: RemarkCode;
  values: Values;
  /** Index of the cell it speaks of; absent: of the file as a whole. */
  cell?: number;
}

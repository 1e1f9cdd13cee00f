import { remarkTexts } from '$lib/messages/exchange';
import type { Remark } from './remark';

/** A remark as a sentence; names and code between backticks. */
export function remarkText({ code, values }: Pick<Remark, 'code' | 'values'>): string {
  return remarkTexts[code](values);
}

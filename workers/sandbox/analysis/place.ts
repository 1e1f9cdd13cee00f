import { getLineInfo } from 'acorn';
import type { FailMore } from '../../shared/errors';

/** The place of an offset, counted from 1, for an error. */
export function placed(text: string, offset: number): FailMore {
  const { line, column } = getLineInfo(text, offset);
  return { place: { line, column: column + 1 } };
}

import { ui } from '$lib/messages/ui';
import type { Values } from '$workers/shared/errors';
import { plainSentence } from './sentence';

/** What an ErrorBlock shows: an AppError fits, and so does anything of its shape. */
export interface ShownError {
  message: string;
  code?: string | undefined;
  values?: Values | undefined;
  hint?: string | undefined;
  place?: { cell?: string; file?: string; line?: number; column?: number } | undefined;
  /** An engine's own words. May hold values of the data: shown on this page, never copied into a report. */
  details?: string | undefined;
}

const shownLines = 30;

/** "`labs.csv`, line 3, column 5"; empty where no place is known. */
export function placeWords(place: ShownError['place'], here?: string): string {
  if (!place) return '';
  const parts: string[] = [];
  if (place.file !== undefined) parts.push(ui.error.file(place.file));
  if (place.cell !== undefined && place.cell !== here && place.file === undefined)
    parts.push(ui.error.cell(place.cell));
  if (place.line !== undefined) parts.push(ui.error.line(place.line, place.column));
  return parts.join(', ');
}

/** At most 30 lines, and how many more there are. */
export function shortDetails(details: string): { text: string; more: number } {
  const lines = details.trimEnd().split('\n');
  return { text: lines.slice(0, shownLines).join('\n'), more: Math.max(0, lines.length - shownLines) };
}

/** What may be pasted into a bug report: no details, since they may hold values of the data. */
export function reportText(error: ShownError): string {
  return [
    error.code,
    plainSentence(error.message),
    plainSentence(placeWords(error.place)),
    error.hint && plainSentence(error.hint)
  ]
    .filter(Boolean)
    .join('\n');
}

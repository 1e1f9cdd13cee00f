import type { Truth } from '$workers/data/import/contract';
import { formatBytes } from '$lib/messages/figures';
import { importWords } from '$lib/messages/import';

/** Whether all was read, and how the rows come of the records: a sum that anybody can check. */
export function truthWords(truth: Truth): { whole: boolean; bytes: string | undefined; sum: string } {
  const words = importWords.truth;
  const { fileBytes, readBytes, records, heading, setAside, rows, blankLines } = truth;
  const whole = readBytes === undefined || readBytes === fileBytes;
  const parts = [
    words.records(records),
    ...(heading > 0 ? [words.heading] : []),
    ...(setAside > 0 ? [words.aside(setAside)] : [])
  ];
  const sum = parts.length > 1 ? words.sum(parts.join(' '), rows) : importWords.rows(rows);
  return {
    whole,
    bytes:
      readBytes === undefined
        ? undefined
        : whole
          ? words.allBytes(formatBytes(fileBytes))
          : words.someBytes(formatBytes(readBytes), formatBytes(fileBytes)),
    sum: blankLines > 0 ? `${sum} · ${words.blank(blankLines)}` : sum
  };
}

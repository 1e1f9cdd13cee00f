import { exactText, isPresent } from '../exact-text';
import type { FileWriter } from './file-writer';

/**
 * CSV as RFC 4180 has it: UTF-8, commas, CR LF; what is missing is empty, an empty text is `""`.
 * @param options.forMachines else a text that a spreadsheet would take for a formula gets a `'` before it
 * @param options.header without: a later piece of a file that has its names already
 */
export function csvWriter(
  columns: readonly { name: string }[],
  { forMachines, header = true }: { forMachines: boolean; header?: boolean }
): FileWriter {
  const field = (text: string): string => quoted(forMachines ? text : harmless(text));
  const parts: Blob[] = header ? [new Blob([`${columns.map(({ name }) => field(name)).join(',')}\r\n`])] : [];
  return {
    add: (page) => {
      if (page.rows === 0) return;
      const lines: string[] = [];
      for (let row = 0; row < page.rows; row += 1) {
        const line = page.columns.map((column) => {
          if (column.type !== 'text') return exactText(column, row);
          if (!isPresent(column, row)) return '';
          return field(exactText(column, row)) || '""';
        });
        lines.push(line.join(','));
      }
      parts.push(new Blob([`${lines.join('\r\n')}\r\n`]));
    },
    end: () => Promise.resolve(new Blob(parts, { type: 'text/csv' }))
  };
}

/** Spreadsheets compute what begins so. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

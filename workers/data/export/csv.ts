import { exactText } from '../../shared/exact-text';
import type { FileWriter } from '.';

/**
 * CSV as RFC 4180 has it: UTF-8, commas, CR LF; what is missing is empty, an empty text is `""`.
 * @param forMachines else a text that a spreadsheet would take for a formula gets a `'` before it
 */
export function csvWriter(columns: readonly { name: string }[], { forMachines }: { forMachines: boolean }): FileWriter {
  const field = (text: string): string => quoted(forMachines ? text : harmless(text));
  const parts: Blob[] = [new Blob([`${columns.map(({ name }) => field(name)).join(',')}\r\n`])];
  return {
    add: (page) => {
      const lines: string[] = [];
      for (let row = 0; row < page.rows; row += 1) {
        const line = page.columns.map((column) => {
          if (column.type !== 'text') return exactText(column, row);
          if (column.validity && !((column.validity[row >> 3] ?? 0) & (1 << (row & 7)))) return '';
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

import { BlobReader, BlobWriter, configure, TextReader, ZipWriter } from '@zip.js/zip.js';
import { exactText, isPresent } from '../../shared/exact-text';
import type { Column } from '../../shared/table';
import { fail } from '../errors';
import type { FileWriter } from '../../shared/table-files/file-writer';

// This is a worker already.
configure({ useWebWorkers: false });

/** A cell of Excel holds no more. */
const longestText = 32_767;
/** Styles by their place in `styles` below. */
const dateStyle = 1;
const timeStyle = 2;
const headStyle = 3;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const fixedFiles: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Table" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`
};

/** One sheet: numbers and dates as such, what Excel would round (more than 15 digits) as text. */
export function excelWriter(columns: readonly { name: string }[]): FileWriter {
  const letters = columns.map((_, column) => columnLetters(column));
  const head = columns.map(({ name }, column) => textCell(name, `${letters[column]}1`, headStyle)).join('');
  let last = 1;
  const parts: Blob[] = [
    new Blob([
      `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row r="1">${head}</row>`
    ])
  ];
  return {
    add: (page) => {
      const rows: string[] = [];
      for (let row = 0; row < page.rows; row += 1) {
        last += 1;
        const cells = page.columns.map((column, at) => cellOf(column, row, `${letters[at]}${last}`));
        rows.push(`<row r="${last}">${cells.join('')}</row>`);
      }
      parts.push(new Blob(rows));
    },
    end: async () => {
      parts.push(new Blob(['</sheetData></worksheet>']));
      const zip = new ZipWriter(new BlobWriter('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'), {
        dataDescriptor: false
      });
      for (const [path, content] of Object.entries(fixedFiles)) await zip.add(path, new TextReader(content));
      await zip.add('xl/worksheets/sheet1.xml', new BlobReader(new Blob(parts)));
      return zip.close();
    }
  };
}

function cellOf(column: Column, row: number, place: string): string {
  if (!isPresent(column, row)) return '';
  const text = exactText(column, row);
  switch (column.type) {
    case 'bool':
      return `<c r="${place}" t="b"><v>${column.values[row]}</v></c>`;
    case 'float64':
      return Number.isFinite(column.values[row]) ? `<c r="${place}"><v>${text}</v></c>` : textCell(text, place);
    case 'int32':
      return `<c r="${place}"><v>${text}</v></c>`;
    case 'int64':
    case 'decimal':
      return text.replace(/[-.]/g, '').replace(/^0+/, '').length > 15
        ? textCell(text, place)
        : `<c r="${place}"><v>${text}</v></c>`;
    case 'date': {
      const days = column.values[row] ?? 0;
      return inCalendar(days)
        ? `<c r="${place}" s="${dateStyle}"><v>${days + epochDays}</v></c>`
        : textCell(text, place);
    }
    case 'timestamp': {
      const days = Number(column.values[row] ?? 0n) / 86_400_000_000;
      return inCalendar(days)
        ? `<c r="${place}" s="${timeStyle}"><v>${days + epochDays}</v></c>`
        : textCell(text, place);
    }
    case 'text':
      return textCell(text, place);
  }
}

/** 1970-01-01 counted from Excel's day 0. */
const epochDays = 25_569;
/** From March 1900 (Excel takes 1900 for a leap year) to the end of 9999. */
const inCalendar = (days: number): boolean => days + epochDays >= 61 && days + epochDays < 2_958_466;

function textCell(text: string, place: string, style?: number): string {
  if (text.length > longestText) throw fail('export-text-long', { length: text.length, limit: longestText });
  const styled = style === undefined ? '' : ` s="${style}"`;
  return `<c r="${place}" t="inlineStr"${styled}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** XML knows no control characters but tab and line ends: Excel writes them as `_x0007_`. */
const escaped = (text: string): string =>
  text
    .replace(/_x[0-9A-Fa-f]{4}_/g, (found) => `_x005F${found}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
      (found) => `_x${found.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`
    );

/** A, B … Z, AA … as the columns of a sheet are called. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

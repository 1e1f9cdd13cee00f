import type { CsvOptions, Delimiter } from '../contract';
import { isTyped, shapeOf } from '../types/shapes';
import { sampleRecords } from './records';

type Records = readonly (readonly (string | null)[])[];
const MOST = 1000;
const delimiters: readonly Delimiter[] = ['\t', ';', '|', ',', ' '];

export interface Dialect {
  delimiter: Delimiter;
  quote: CsvOptions['quote'];
}

/**
 * Delimiter and quote of a text by how evenly they split it. `;`, tab and `|` go before `,`, which is also a decimal mark
 * and stands in prose.
 */
export function proposeDialect(
  text: string,
  wanted: Partial<Pick<CsvOptions, 'delimiter' | 'quote'>>,
  whole: boolean
): Dialect {
  let best: { dialect: Dialect; score: number } = {
    dialect: { delimiter: wanted.delimiter ?? ',', quote: wanted.quote ?? '"' },
    score: 0
  };
  for (const delimiter of wanted.delimiter ? [wanted.delimiter] : delimiters) {
    for (const quote of wanted.quote !== undefined ? [wanted.quote] : quotesIn(text, delimiter)) {
      const score = evenness(sampleRecords(text, { delimiter, quote }, { most: MOST, whole }), delimiter);
      if (score > best.score + 0.02) best = { dialect: { delimiter, quote }, score };
    }
  }
  return best.dialect;
}

/** The apostrophe quotes only where whole fields stand in it and none in double quotes. */
function quotesIn(text: string, delimiter: string): CsvOptions['quote'][] {
  const mark = delimiter.replace(/[|]/, '\\|');
  const edge = `(^|[${mark}\\n\\r])`;
  if (new RegExp(`${edge}"`).test(text)) return ['"'];
  const single = text.match(new RegExp(`${edge}'[^'\\n]*'(?=[${mark}\\n\\r]|$)`, 'g'))?.length ?? 0;
  const opened = text.match(new RegExp(`${edge}'`, 'g'))?.length ?? 0;
  return single >= 2 && single === opened ? ["'"] : ['"'];
}

function evenness(records: Records, delimiter: string): number {
  if (records.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const record of records) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  const [width, count] = [...widths].reduce((most, next) => (next[1] > most[1] ? next : most));
  if (width < 2) return 0;
  // One record proves little; a space splits any prose.
  if (delimiter === ' ' && (records.length < 3 || widths.size > 1)) return 0;
  const share = count / records.length;
  const prose = delimiter === ',' && records.some((record) => record.some((field) => /^ \S.* \S+ /.test(field ?? '')));
  return share * share * (delimiter === ' ' ? 0.5 : 1) * (prose ? 0.9 : 1);
}

/**
 * Whether the first record holds names. It does not where it has numbers or dates, or where one of its texts stands
 * again below it in the same column; it does where only below it stand numbers.
 */
export function proposeHeader(records: Records): boolean {
  const [first, ...rest] = records;
  if (!first) return true;
  const shapes = first.map((field) => shapeOf(field ?? ''));
  const typed = shapes.filter((shape) => isTyped(shape) || shape === 'missing').length;
  if (rest.length === 0) return typed === 0 && first.every((field) => field !== null);
  const evidence = first.some(
    (_, column) =>
      shapes[column] === 'text' && rest.some((row) => isTyped(shapeOf(row[column] ?? ''))) && mostlyTyped(rest, column)
  );
  if (typed > 0) return evidence && typed <= first.length / 2 && !shapes.includes('missing');
  if (evidence) return true;
  const again = first.some((field, column) => field !== null && rest.some((row) => row[column] === field));
  return !again && first.filter((field) => field === null).length <= 1;
}

function mostlyTyped(rest: Records, column: number): boolean {
  let typed = 0;
  let text = 0;
  for (const row of rest) {
    const shape = shapeOf(row[column] ?? '');
    if (shape === 'text') text++;
    else if (isTyped(shape)) typed++;
  }
  return typed > 0 && text <= typed / 20;
}

export interface Marks {
  decimal: CsvOptions['decimal'];
  thousands: CsvOptions['thousands'];
  /** Only `1,234` is found: a thousand, or one and a bit. */
  ambiguous: boolean;
}

/** Decimal and thousands mark from the numbers that can be read in one way only. */
export function proposeMarks(records: Records): Marks {
  const count = { comma: 0, 'comma-3': 0, point: 0, 'point-3': 0, 'grouped-comma': 0, 'grouped-point': 0 };
  for (const record of records) {
    for (const field of record) {
      const shape = field === null ? 'empty' : shapeOf(field);
      if (shape in count) count[shape as keyof typeof count]++;
    }
  }
  const comma = count.comma + count['grouped-point'];
  const point = count.point + count['grouped-comma'];
  if (comma > 0 && point === 0) {
    return { decimal: ',', thousands: count['grouped-point'] + count['point-3'] > 0 ? '.' : '', ambiguous: false };
  }
  if (comma === 0 && count['grouped-comma'] + (point > 0 ? count['comma-3'] : 0) > 0) {
    return { decimal: '.', thousands: ',', ambiguous: false };
  }
  return { decimal: '.', thousands: '', ambiguous: comma === 0 && point === 0 && count['comma-3'] > 0 };
}

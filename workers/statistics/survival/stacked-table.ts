import type { Table, TextColumn } from '../../shared/table';
import { float64Column } from '../columns';

/** Rows of one curve: the words that are the same in all of them, and the columns. */
export interface Part<Words extends string, Names extends string> {
  words: Readonly<Record<Words, string>>;
  columns: Readonly<Record<Names, Float64Array>>;
}

/** One table of several curves, one below the other; NaN becomes missing. No object is made for a row. */
export function stackedTable<Words extends string, Names extends string>(
  words: readonly Words[],
  names: readonly Names[],
  parts: readonly Part<Words, Names>[]
): Table {
  const [first] = names;
  const sizes = parts.map(({ columns }) => (first === undefined ? 0 : columns[first].length));
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const eachPart = (visit: (part: Part<Words, Names>, from: number, to: number) => void) => {
    let from = 0;
    parts.forEach((part, index) => {
      const to = from + sizes[index]!;
      visit(part, from, to);
      from = to;
    });
  };
  return {
    rows,
    columns: [
      ...words.map((name): TextColumn => {
        const dictionary = [...new Set(parts.map((part) => part.words[name]))];
        const values = new Int32Array(rows);
        eachPart((part, from, to) => values.fill(dictionary.indexOf(part.words[name]), from, to));
        return { name, type: 'text', values, dictionary };
      }),
      ...names.map((name) => {
        const values = new Float64Array(rows);
        eachPart((part, from) => values.set(part.columns[name], from));
        return float64Column(name, values);
      })
    ]
  };
}

import type { Column, TextColumn } from '../../shared/table';
import type { Block } from './block';
import type { ScoreInput } from './definition';
import { fail } from './errors';
import { codesOf, mayBeText } from './input-words';
import { asMeant } from './likely-unit';
import { conversion, type Conversion } from './units';

/** One given column, read block by block into float64 in the rubric's unit. */
export interface InputReader {
  input: ScoreInput;
  rows: number;
  /** The unit was not declared although the number has one. */
  assumed: boolean;
  /** Values without a declared unit that were read in the only one that they can be of. */
  reread: number;
  read(block: Block, start: number): void;
}

const SAME: Conversion = { add: 0, multiply: 1, divide: 1 };

function wantedType({ kind, choices }: ScoreInput): string {
  if (kind === 'choice') return `text (${(choices ?? []).join(', ')})`;
  return kind === 'flag' ? 'yes or no, 0 or 1' : 'a number';
}

type NumberColumn = Exclude<Column, TextColumn>;

function isNumeric(column: Column, { kind, words }: ScoreInput): column is NumberColumn {
  if (kind === 'choice' || column.type === 'text' || column.type === 'date' || column.type === 'timestamp')
    return false;
  return column.type !== 'bool' || kind === 'flag' || kind === 'count' || words !== undefined;
}

/** @throws `score-unit-unknown` */
export function conversionOf(input: ScoreInput, unit: string): Conversion {
  if (!input.quantity || !input.unit) return SAME;
  const found = conversion(input.quantity, unit, input.unit);
  if (!found) {
    throw fail('score-unit-unknown', { input: input.name, unit, known: (input.units ?? []).join(', ') });
  }
  return found;
}

/**
 * Makes the reader of one column.
 *
 * @param position of the input in the definition
 * @param declared unit of the options; else that of the column; else the rubric's own is taken
 * @throws `score-input-type`, `score-unit-unknown`
 */
export function openInput(input: ScoreInput, position: number, column: Column, declared?: string): InputReader {
  const isText = column.type === 'text';
  if (isText ? !mayBeText(input) : !isNumeric(column, input)) {
    throw fail('score-input-type', { input: input.name, type: column.type, wanted: wantedType(input) });
  }
  const unit = (declared ?? column.unit ?? '').trim();
  const isAssumed = unit === '' && input.unit !== undefined && (input.units?.length ?? 0) > 1;
  const { add, multiply, divide } = unit === '' ? SAME : conversionOf(input, unit);
  const scale = column.type === 'decimal' ? 10 ** column.scale : 1;
  const codes = isText ? codesOf(column.dictionary, input) : undefined;
  const isFlag = input.kind === 'flag';
  const [low, high] = isFlag ? [0, 1] : input.choices ? [0, Infinity] : (input.valid ?? [-Infinity, Infinity]);
  const isWhole = isFlag || input.whole === true;
  const { validity } = column;
  const values = column.values as ArrayLike<number | bigint>;

  const reader: InputReader = {
    input,
    rows: column.values.length,
    assumed: isAssumed,
    reread: 0,
    read(block, start) {
      const into = block.at(position);
      for (let row = 0; row < block.rows; row++) {
        const from = start + row;
        if (validity && !(((validity[from >> 3] as number) >> (from & 7)) & 1)) continue;
        let value = Number(values[from]);
        if (codes) value = codes[value] as number;
        else if (scale !== 1) value /= scale;
        // A present NaN is how many programs write a missing number; −2 is the empty text.
        if (Number.isNaN(value) || (codes && value === -2)) continue;
        value = ((value + add) * multiply) / divide;
        if (isAssumed) {
          const meant = asMeant(input.quantity, value);
          reader.reread += Number(meant !== value);
          value = meant;
        }
        if (value >= low && value <= high && value !== Infinity && (!isWhole || Number.isInteger(value))) {
          into[row] = value;
        } else {
          block.rejectAt(position, row);
        }
      }
    }
  };
  return reader;
}

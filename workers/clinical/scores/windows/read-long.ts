import { isPresent } from '../../../shared/exact-text';
import type { Column, TextColumn } from '../../../shared/table';
import type { Pacer } from '../../shared/pacer';
import { BLOCK_ROWS } from '../block';
import { fail } from '../errors';
import { FLAG_WORDS } from '../input-words';
import { conversionOf } from '../read-input';
import type { Conversion } from '../units';
import type { Events } from './events';
import type { StayColumns } from './stays';
import type { ReadTally } from './tally';
import { variablePosition, WINDOW_VARIABLES } from './variables';

/** One observation a row, as OMOP's measurement. */
export interface LongObservations extends StayColumns {
  /** timestamp, date, or numbers with the unit s, min, h or d. */
  time: Column;
  /** Text: names of `WINDOW_VARIABLES`, or others by `names`. Rows of other variables are ignored. */
  variable: Column;
  /** Numbers, or text with numbers and words. */
  value: Column;
  /** Words where the value is missing: "1T", "both-fixed". */
  text?: Column;
  /** The unit of each row; missing: that of the options, else the rubric's. */
  unit?: Column;
}

function textColumn(column: Column, name: string): TextColumn {
  if (column.type === 'text') return column;
  throw fail('score-input-type', { input: name, type: column.type, wanted: 'text' });
}

function wordAt(column: TextColumn | undefined, row: number): string {
  return column && isPresent(column, row) ? (column.dictionary[column.values[row] as number] ?? '').trim() : '';
}

/** A number written as text, or a word that the variable knows. NaN: neither. */
function valueOfWord(word: string, variable: number): number {
  const { kind, words } = WINDOW_VARIABLES[variable]!;
  const plain = word.toLowerCase();
  const known = words?.[plain] ?? (kind === 'flag' ? FLAG_WORDS[plain] : undefined);
  if (known !== undefined) return known;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
}

/** Conversions of each variable and unit, made once. */
class Conversions {
  readonly #known = new Map<string, Conversion>();

  constructor(
    private readonly declared: Readonly<Record<string, string>>,
    private readonly tally: ReadTally
  ) {}

  /** @returns undefined where no unit is declared */
  of(variable: number, written: string): Conversion | undefined {
    const input = WINDOW_VARIABLES[variable]!;
    const unit = written || this.declared[input.name] || '';
    if (unit === '') {
      this.tally.assume(variable);
      return undefined;
    }
    const key = `${variable} ${unit}`;
    let found = this.#known.get(key);
    if (!found) this.#known.set(key, (found = conversionOf(input, unit)));
    return found;
  }
}

/** @throws `score-input-type`, `score-unit-unknown`, `stopped` */
export async function readLong(
  observations: LongObservations,
  { names, units }: { names: Readonly<Record<string, string>>; units: Readonly<Record<string, string>> },
  { events, tally, pacer }: { events: Events; tally: ReadTally; pacer: Pacer }
): Promise<void> {
  const variables = textColumn(observations.variable, 'variable');
  const { value } = observations;
  const texts = value.type === 'text' ? value : observations.text && textColumn(observations.text, 'text');
  const written = observations.unit && textColumn(observations.unit, 'unit');
  if (value.type === 'date' || value.type === 'timestamp') {
    throw fail('score-input-type', { input: 'value', type: value.type, wanted: 'a number' });
  }
  const positions = Int32Array.from(variables.dictionary, (name) => variablePosition(names[name] ?? name));
  const conversions = new Conversions(units, tally);
  const scale = value.type === 'decimal' ? 10 ** value.scale : 1;
  const rows = variables.values.length;
  for (let row = 0; row < rows; row++) {
    if (row % BLOCK_ROWS === BLOCK_ROWS - 1) await pacer.step(row);
    const variable = isPresent(variables, row) ? (positions[variables.values[row] as number] ?? -1) : -1;
    if (variable < 0) {
      tally.otherVariables += 1;
      continue;
    }
    let number = value.type !== 'text' && isPresent(value, row) ? Number(value.values[row]) / scale : NaN;
    const word = Number.isNaN(number) ? wordAt(texts, row) : '';
    if (Number.isNaN(number) && word === '') continue;
    if (word !== '') number = valueOfWord(word, variable);
    const conversion = conversions.of(variable, wordAt(written, row));
    const taken = tally.accept(variable, number, conversion);
    if (!Number.isNaN(taken)) events.push(row, variable, taken);
  }
  await pacer.step(rows);
}

import type { TextColumn } from '../../shared/table';
import type { Block } from './block';
import type { ScoreDefinition, ScoreInput } from './definition';

/** 2^32: two words of marks make one exact key below 2^53. */
const TWO_32 = 4294967296;

/** A source or a modifier that nobody recorded is no gap: what it feeds can be missing, it cannot. */
export function isListed({ feeds, optional }: ScoreInput): boolean {
  return (feeds?.length ?? 0) === 0 && !optional;
}

/** A text column of lists of names, kept as codes: the same list is written once. */
class NameLists {
  readonly values: Int32Array;
  readonly #dictionary: string[] = [''];
  readonly #codes = new Map<number, number>([[0, 0]]);
  #lastKey = 0;
  #lastCode = 0;

  constructor(
    readonly name: string,
    readonly label: string,
    private readonly inputs: readonly ScoreInput[],
    rows: number
  ) {
    this.values = new Int32Array(rows);
  }

  set(row: number, low: number, high: number): void {
    const key = (high >>> 0) * TWO_32 + (low >>> 0);
    if (key !== this.#lastKey) {
      this.#lastKey = key;
      this.#lastCode = this.#codes.get(key) ?? this.#add(key, low, high);
    }
    this.values[row] = this.#lastCode;
  }

  #add(key: number, low: number, high: number): number {
    const names = this.inputs.filter((_, position) => ((position < 32 ? low : high) >>> (position & 31)) & 1);
    const code = this.#dictionary.push(names.map(({ name }) => name).join(', ')) - 1;
    this.#codes.set(key, code);
    return code;
  }

  column(): TextColumn {
    const { name, label, values } = this;
    return { name, label, type: 'text', values, dictionary: this.#dictionary };
  }
}

/** Which inputs of each row were missing and which were rejected: without it a 0 says nothing. */
export class Marks {
  /** Missing rows an input, also of sources. */
  readonly missing: Float64Array;
  readonly #missing: NameLists;
  readonly #rejected: NameLists;
  readonly #listed: readonly boolean[];
  readonly #words = [new Int32Array(0), new Int32Array(0)];

  constructor({ inputs }: ScoreDefinition, rows: number) {
    this.missing = new Float64Array(inputs.length);
    this.#listed = inputs.map(isListed);
    this.#missing = new NameLists('missing', 'Inputs that counted as not measured', inputs, rows);
    this.#rejected = new NameLists('rejected', 'Inputs with an impossible value', inputs, rows);
  }

  /** @param start row of the table at which the block begins */
  add(block: Block, start: number): void {
    const words = this.#wordsFor(block.rows);
    this.#listed.forEach((listed, position) => {
      const values = block.at(position);
      const word = words[position >> 5] as Int32Array;
      const bit = listed ? 1 << (position & 31) : 0;
      let missing = 0;
      for (let row = 0; row < block.rows; row++) {
        if (!Number.isNaN(values[row] as number)) continue;
        missing += 1;
        word[row] = (word[row] as number) | bit;
      }
      this.missing[position] = (this.missing[position] as number) + missing;
    });
    const [low, high] = words as [Int32Array, Int32Array];
    const [rejectedLow, rejectedHigh] = block.rejectedWords;
    for (let row = 0; row < block.rows; row++) {
      this.#missing.set(start + row, low[row] as number, high[row] as number);
      this.#rejected.set(start + row, rejectedLow?.[row] ?? 0, rejectedHigh?.[row] ?? 0);
    }
  }

  #wordsFor(rows: number): Int32Array[] {
    this.#words.forEach((words, at) => {
      if (words.length < rows) this.#words[at] = new Int32Array(rows);
      else words.fill(0);
    });
    return this.#words;
  }

  columns(): TextColumn[] {
    return [this.#missing.column(), this.#rejected.column()];
  }
}

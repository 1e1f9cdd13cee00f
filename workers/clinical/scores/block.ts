import type { ScoreDefinition, ScoreInput } from './definition';

/** Rows scored at once: small enough for the processor's cache and for a Stop to be heard. */
export const BLOCK_ROWS = 8192;

/** 32 inputs fit into one word of marks. */
const WORD = 32;

/** The inputs of some rows as float64, NaN = missing, with a mark for each value that was rejected. */
export class Block {
  rows = 0;
  readonly #inputs: readonly ScoreInput[];
  readonly #position = new Map<string, number>();
  readonly #values: Float64Array[];
  /** Words of one bit an input: `rejectedWords[word][row]`. */
  readonly rejectedWords: Int32Array[];
  readonly rejected: Float64Array;

  readonly #given: ReadonlySet<string>;

  /** @param given inputs for which there is a column */
  constructor({ inputs }: Pick<ScoreDefinition, 'inputs'>, given: Iterable<string> = []) {
    this.#inputs = inputs;
    this.#given = new Set(given);
    inputs.forEach(({ name }, position) => this.#position.set(name, position));
    this.#values = inputs.map(() => new Float64Array(BLOCK_ROWS));
    this.rejectedWords = Array.from({ length: Math.ceil(inputs.length / WORD) }, () => new Int32Array(BLOCK_ROWS));
    this.rejected = new Float64Array(inputs.length);
  }

  /** Empties the block for the next rows. */
  begin(rows: number): void {
    this.rows = rows;
    for (const words of this.rejectedWords) words.fill(0);
    for (const values of this.#values) values.fill(NaN);
  }

  /** @param name an input of the definition; anything else is a mistake of the program */
  of(name: string): Float64Array {
    return this.#values[this.#at(name)] as Float64Array;
  }

  at(position: number): Float64Array {
    return this.#values[position] as Float64Array;
  }

  has(name: string): boolean {
    return this.#position.has(name);
  }

  /** There is a column for it, whether or not it has a value in this row. */
  isGiven(name: string): boolean {
    return this.#given.has(name);
  }

  /** Counts an impossible value and makes it missing. */
  reject(name: string, row: number): void {
    this.rejectAt(this.#at(name), row);
  }

  rejectAt(position: number, row: number): void {
    (this.#values[position] as Float64Array)[row] = NaN;
    const words = this.rejectedWords[position >> 5] as Int32Array;
    words[row] = (words[row] as number) | (1 << (position & 31));
    this.rejected[position] = (this.rejected[position] as number) + 1;
  }

  #at(name: string): number {
    const position = this.#position.get(name);
    if (position === undefined) throw new RangeError(`No input ${name} among ${this.#inputs.length}.`);
    return position;
  }
}

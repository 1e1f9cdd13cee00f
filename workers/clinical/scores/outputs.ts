import type { Column } from '../../shared/table';
import { allPresent, setMissing } from '../../shared/validity';
import { BLOCK_ROWS } from './block';
import type { ScoreDefinition, ScoreOutput } from './definition';

/** What a score writes for one block: float64, NaN = no result; codes of `values` for text. */
export class OutputBlock {
  readonly #values = new Map<string, Float64Array>();

  constructor({ components, outputs }: ScoreDefinition) {
    for (const { name } of [...components, ...outputs]) this.#values.set(name, new Float64Array(BLOCK_ROWS));
  }

  /** @param name a component or output of the definition; anything else is a mistake of the program */
  of(name: string): Float64Array {
    const values = this.#values.get(name);
    if (!values) throw new RangeError(`No output ${name}.`);
    return values;
  }
}

class OutputColumn {
  readonly #values: Float64Array | Int32Array | Uint8Array;
  #validity: Uint8Array | undefined;

  constructor(
    readonly output: ScoreOutput,
    private readonly rows: number
  ) {
    const { kind } = output;
    const Values = kind === 'number' ? Float64Array : kind === 'flag' ? Uint8Array : Int32Array;
    this.#values = new Values(rows);
  }

  keep(from: Float64Array, start: number, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const value = from[row] as number;
      if (Number.isFinite(value)) this.#values[start + row] = value;
      else this.#miss(start + row);
    }
  }

  #miss(row: number): void {
    this.#validity ??= allPresent(this.rows);
    setMissing(this.#validity, row);
  }

  column(): Column {
    const { name, label, kind, unit, values } = this.output;
    const type = kind === 'number' ? 'float64' : kind === 'flag' ? 'bool' : kind === 'text' ? 'text' : 'int32';
    return {
      name,
      label,
      type,
      values: this.#values,
      ...(kind === 'text' && { dictionary: values ?? [] }),
      ...(unit !== undefined && { unit }),
      ...(this.#validity && { validity: this.#validity })
    } as Column;
  }
}

/** The whole columns, filled block by block. */
export class OutputColumns {
  readonly block: OutputBlock;
  readonly #columns: readonly OutputColumn[];

  constructor(definition: ScoreDefinition, rows: number) {
    this.block = new OutputBlock(definition);
    this.#columns = [...definition.components, ...definition.outputs].map((output) => new OutputColumn(output, rows));
  }

  keep(start: number, rows: number): void {
    for (const column of this.#columns) column.keep(this.block.of(column.output.name), start, rows);
  }

  columns(): Column[] {
    return this.#columns.map((column) => column.column());
  }
}

import type { TextColumn } from '../../../shared/table';
import { setMissing, setPresent } from '../../../shared/validity';
import type { Duck } from '../../duck';
import type { Stage } from '../stage';
import type { JsonValue } from './reader';

const BATCH = 20_000;

class Growing {
  values = new Int32Array(BATCH);
  validity = new Uint8Array(((BATCH + 63) >> 6) << 3);
  codes = new Map<string, number>();
  readonly kinds = { null: 0, number: 0, string: 0, boolean: 0, nested: 0 };

  put(row: number, { kind, text }: JsonValue): void {
    this.kinds[kind]++;
    if (kind === 'null') {
      setMissing(this.validity, row);
      return;
    }
    let code = this.codes.get(text);
    if (code === undefined) this.codes.set(text, (code = this.codes.size));
    this.values[row] = code;
    setPresent(this.validity, row);
  }

  /** The batch as a column; the next one begins. */
  take(name: string, rows: number): TextColumn {
    const dictionary = this.codes.size === 0 ? [''] : [...this.codes.keys()];
    const column: TextColumn = {
      name,
      type: 'text',
      values: this.values.slice(0, rows),
      validity: this.validity,
      dictionary
    };
    this.validity = new Uint8Array(this.validity.length);
    this.values.fill(0);
    this.codes = new Map();
    return column;
  }
}

/** Records whose keys are met one by one, poured into a table of texts that gets a column when a new key turns up. */
export class Pour {
  readonly #columns = new Map<string, Growing>();
  #row = 0;
  #staged = 0;

  constructor(
    private readonly duck: Duck,
    private readonly stage: Stage
  ) {}

  get rows(): number {
    return this.stage.rows + this.#row;
  }

  readonly put = (key: string, value: JsonValue): void => {
    let column = this.#columns.get(key);
    if (!column) this.#columns.set(key, (column = new Growing()));
    column.put(this.#row, value);
  };

  /** Ends a record. True: the batch is full, so `flush`. */
  next(): boolean {
    this.#row++;
    return this.#row === BATCH;
  }

  async flush(signal?: AbortSignal): Promise<void> {
    if (this.#row === 0 && this.#staged > 0) return;
    if (this.#columns.size === 0) return;
    if (this.#staged > 0) {
      for (let at = this.#staged; at < this.#columns.size; at++) {
        await this.duck.run(`ALTER TABLE main.${this.stage.name} ADD COLUMN c${at} VARCHAR`);
      }
    }
    this.#staged = this.#columns.size;
    const columns = [...this.#columns].map(([name, column]) => column.take(name, this.#row));
    const rows = this.#row;
    this.#row = 0;
    await this.stage.append({ rows, columns }, signal);
  }

  columns(): { name: string; kinds: Growing['kinds'] }[] {
    return [...this.#columns].map(([name, { kinds }]) => ({ name, kinds }));
  }
}

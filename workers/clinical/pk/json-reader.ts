import { nearNames } from '../../shared/near-names';
import { fail } from './errors';

/**
 * Reads a value that anybody may have written, key by key. Every failure names the key by its path: `theta.CL.unit`.
 */
export class JsonReader {
  constructor(
    readonly value: unknown,
    readonly path: string
  ) {}

  #wrong(wanted: string): never {
    throw fail('pk-model-value', { key: this.path || 'The whole', wanted });
  }

  #record(): Record<string, unknown> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) this.#wrong('an object');
    return this.value as Record<string, unknown>;
  }

  #pathOf(key: string): string {
    return this.path ? `${this.path}.${key}` : key;
  }

  /** @throws `pk-model-key-unknown` for a key that is none of these */
  knows(...keys: readonly string[]): this {
    for (const key of Object.keys(this.#record())) {
      if (keys.includes(key)) continue;
      const near = nearNames(key, keys, 1)[0];
      throw fail('pk-model-key-unknown', {
        key: this.#pathOf(key),
        ...(near !== undefined && { near: this.#pathOf(near) }),
        known: keys.join(', ')
      });
    }
    return this;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#record(), key);
  }

  /** @throws `pk-model-key-missing` */
  key(key: string, wanted: string): JsonReader {
    if (!this.has(key)) throw fail('pk-model-key-missing', { key: this.#pathOf(key), wanted });
    return new JsonReader(this.#record()[key], this.#pathOf(key));
  }

  text(): string {
    if (typeof this.value !== 'string' || this.value.trim() === '') this.#wrong('a text');
    return this.value as string;
  }

  oneOf<const T extends string | number>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    if (found === undefined) this.#wrong(`one of ${choices.join(', ')}`);
    return found as T;
  }

  bool(): boolean {
    if (typeof this.value !== 'boolean') this.#wrong('true or false');
    return this.value as boolean;
  }

  /** A finite number, `fits` if a condition is given. */
  number(wanted = 'a number', fits: (value: number) => boolean = () => true): number {
    if (typeof this.value !== 'number' || !Number.isFinite(this.value) || !fits(this.value)) this.#wrong(wanted);
    return this.value as number;
  }

  positive(): number {
    return this.number('a number above 0', (value) => value > 0);
  }

  notNegative(): number {
    return this.number('a number from 0 up', (value) => value >= 0);
  }

  /** Exactly `length` values, or at least one without it. */
  list(length?: number): JsonReader[] {
    const { value } = this;
    const wanted = length === undefined ? 'a list of at least one value' : `a list of ${length}`;
    if (!Array.isArray(value) || value.length === 0) this.#wrong(wanted);
    const items = value as unknown[];
    if (length !== undefined && items.length !== length) this.#wrong(wanted);
    return items.map((item, position) => new JsonReader(item, `${this.path}[${position}]`));
  }

  /** A square matrix, row by row. */
  matrix(size: number): Float64Array {
    return Float64Array.from(this.list(size).flatMap((row) => row.list(size).map((entry) => entry.number())));
  }

  /** For what is wrong with the value as a whole. */
  refuse(wanted: string): never {
    return this.#wrong(wanted);
  }
}

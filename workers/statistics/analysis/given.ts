import { exactText, isPresent } from '../../shared/exact-text';
import { nearNames } from '../../shared/near-names';
import type { Column, Table } from '../../shared/table';
import { groupsOf, numbersOf, truthsOf } from '../columns';
import { fail } from '../errors';
import { truthOf } from '../yes-no';

/** Groups, strata or clusters: a code a row, −1 where missing, and the name of each code. */
export interface Classes {
  codes: Int32Array;
  names: readonly string[];
}

/** Values that a failure names. */
const MOST_NAMED = 10;

/** A checked request over its table: columns by the key that names them. */
export class Given {
  constructor(
    readonly table: Table,
    readonly request: Readonly<Record<string, unknown>>
  ) {}

  /** What stands under a key; its type was checked by `takes`. */
  option<Value>(key: string): Value | undefined {
    return this.request[key] as Value | undefined;
  }

  /** Level of confidence, 0.95 unless asked otherwise. */
  get level(): number {
    return this.option<number>('level') ?? 0.95;
  }

  /** Name of the column that a key names. */
  nameOf(key: string): string {
    return this.request[key] as string;
  }

  /** @throws `column-unknown` */
  column(key: string): Column {
    return this.columnNamed(this.nameOf(key));
  }

  columns(key: string): Column[] {
    return ((this.request[key] as readonly string[] | undefined) ?? []).map((name) => this.columnNamed(name));
  }

  has(key: string): boolean {
    return this.request[key] !== undefined;
  }

  /** @throws `column-unknown` */
  columnNamed(name: string): Column {
    const found = this.table.columns.find((column) => column.name === name);
    if (found) return found;
    const known = this.table.columns.map((column) => column.name);
    throw fail('column-unknown', { column: name, near: nearNames(name, known, 1)[0], known: known.join(', ') });
  }

  /**
   * One of some words.
   *
   * @throws `choice-unknown` naming those there are
   */
  choice<Word extends string>(key: string, words: readonly Word[], otherwise: Word): Word {
    const value = this.option<string>(key) ?? otherwise;
    const found = words.find((word) => word === value);
    if (found === undefined) throw fail('choice-unknown', { key, value, known: words.join(', ') });
    return found;
  }

  /** Numbers, NaN where missing. @throws `column-…` */
  numbers(key: string): Float64Array {
    return numbersOf(this.column(key));
  }

  /**
   * Yes and no as 1, 0 and −1: a column of them, also in words, or whether a column is what `is` says (the key of a word).
   *
   * @throws `column-not-binary`, `event-words` where other words stand and none is named, `event-absent` where no row has it
   */
  event(key: string, is?: string): Int8Array {
    const column = this.column(key);
    const wanted = is === undefined ? undefined : this.option<string>(is);
    if (wanted === undefined) {
      if (is !== undefined && column.type === 'text') {
        const { codes, names } = classesOf(column);
        const truths = names.map(truthOf);
        if (names.length > 0 && !truths.includes(undefined)) return Int8Array.from(codes, (code) => (code < 0 ? -1 : Number(truths[code]))); // prettier-ignore
        throw fail('event-words', { column: column.name, known: names.slice(0, MOST_NAMED).join(', ') });
      }
      return truthsOf(column);
    }
    const truths = new Int8Array(column.values.length).fill(-1);
    let found = 0;
    for (let row = 0; row < truths.length; row++) {
      if (!isPresent(column, row)) continue;
      const isIt = exactText(column, row) === wanted;
      truths[row] = isIt ? 1 : 0;
      if (isIt) found += 1;
    }
    if (found === 0 && truths.length > 0) throw fail('event-absent', { column: column.name, value: wanted });
    return truths;
  }

  /** The event of a key as it is told: `died`, or `outcome = dead`. */
  eventText(key: string, is: string): string {
    return this.has(is) ? `${this.nameOf(key)} = ${this.option<string>(is) ?? ''}` : this.nameOf(key);
  }

  /** Groups in ascending order of their values, text by code point; undefined where the key is not given. */
  classes(key: string): Classes | undefined {
    return this.has(key) ? classesOf(this.column(key)) : undefined;
  }

  /** @see classes */
  groups(key: string): Classes {
    return classesOf(this.column(key));
  }
}

export function classesOf(column: Column): Classes {
  const { codes, rows } = groupsOf(column);
  return { codes, names: Array.from(rows, (row) => exactText(column, row)) };
}

import { randomStream } from '../../shared/random';
import type { Column, Table } from '../../shared/table';
import { float64Column, textColumn } from '../columns';

/** Persons with everything that a method of this engine reads; a place a person. */
export interface Cohort {
  /** Two covariates. */
  x: number[];
  z: number[];
  /** A measurement, a second one of the same, yes or no, a count, an ordered class from 0 to 2. */
  y: number[];
  again: number[];
  e: number[];
  k: number[];
  s: number[];
  /** A group of two and one of three; who treated. */
  two: string[];
  g: string[];
  person: string[];
  time: number[];
  /** 1 event, 0 censored; the same with a second cause. */
  status: number[];
  cause: number[];
  /** A predicted probability. */
  risk: number[];
}

const PERSONS = 60;

/** A cohort about which every method has something to say. */
export function cohort(seed = 1): Cohort {
  const stream = randomStream(seed, 'honesty');
  const of = <Value>(value: (row: number) => Value) => Array.from({ length: PERSONS }, (_, row) => value(row));
  const x = of(() => stream.normal());
  const z = of(() => stream.normal());
  const two = of(() => (stream.chance(0.5) ? 'a' : 'b'));
  const y = of((row) => 5 + x[row]! + (two[row] === 'b' ? 0.5 : 0) + stream.normal());
  const risk = x.map((one) => 1 / (1 + Math.exp(0.3 - one)));
  const time = x.map((one) => 0.1 + stream.exponential(2 * Math.exp(-0.5 * one)));
  const cause = of(() => Number(stream.chance(0.7)) * (1 + Number(stream.chance(0.35))));
  return {
    x,
    z,
    two,
    y,
    again: y.map((one) => one + stream.normal(0.2, 0.5)),
    risk,
    time,
    cause,
    status: cause.map((one) => Number(one > 0)),
    e: risk.map((one) => Number(stream.chance(one))),
    k: x.map((one) => stream.poisson(2 * Math.exp(0.4 * one) * stream.gamma(2, 0.5))),
    s: x.map((one) => Math.min(2, Math.max(0, Math.floor(1.5 + 0.6 * one + 0.8 * stream.normal())))),
    g: of(() => 'abc'[stream.integer(0, 3)]!),
    person: of((row) => `p${row >> 1}`)
  };
}

/** What can be wrong with the data of an analysis. */
export const TROUBLES = {
  separation: (given) => ({
    ...given,
    e: given.x.map((one) => Number(one > 0)),
    s: given.x.map((one) => Number(one > -0.5) + Number(one > 0.5)),
    k: given.k.map((one, row) => (given.x[row]! > 0 ? 0 : one + 1)),
    two: given.x.map((one) => (one > 0 ? 'b' : 'a')),
    // Who has the larger x always has the event first.
    time: given.x.map((one) => 10 - one),
    status: given.x.map(() => 1),
    cause: given.x.map(() => 1),
    risk: given.x.map((one) => (one > 0 ? 0.7 + 0.01 * Math.min(one, 9) : 0.2))
  }),
  // Nearly the same column twice, and one value far out: the steps of a fit go astray.
  'non-convergence': (given) => ({
    ...given,
    z: given.x.map((one, row) => 2 * one + 1e-5 * given.z[row]!),
    x: given.x.map((one, row) => (row === 0 ? 1e4 : one))
  }),
  collinearity: (given) => ({ ...given, z: given.x.map((one) => 2 * one - 1), again: given.y.map((one) => 2 * one) }),
  'zero cells': (given) => {
    const none = (values: readonly number[]) => values.map((one, row) => (given.two[row] === 'b' ? 0 : one));
    return { ...given, e: none(given.e), k: none(given.k), status: none(given.status), cause: none(given.cause) };
  },
  'one class': (given) => {
    const all = <Value>(value: Value) => given.x.map(() => value);
    return { ...given, e: all(1), s: all(1), k: all(0), y: all(5), again: all(5), status: all(1), cause: all(1), two: all('a'), g: all('a') }; // prettier-ignore
  },
  'one event': (given) => {
    const one = given.x.map((_, row) => Number(row === 7));
    return { ...given, e: one, k: one, status: one, cause: one };
  },
  'ties everywhere': (given) => ({
    ...given,
    x: given.x.map((one) => Math.sign(Math.round(one))),
    z: given.z.map((one) => Math.sign(Math.round(one))),
    y: given.y.map((one) => Math.round(one / 2)),
    again: given.again.map((one) => Math.round(one / 2)),
    time: given.time.map((one) => Math.min(3, Math.ceil(one))),
    risk: given.risk.map((one) => Math.round(4 * one + 0.5) / 5)
  }),
  'all censored': (given) => ({ ...given, status: given.x.map(() => 0), cause: given.x.map(() => 0) })
} satisfies Record<string, (given: Cohort) => Cohort>;

export type Trouble = keyof typeof TROUBLES;

/** What must not change an answer. */
export const CHANGES = {
  'row order': (given) => {
    const stream = randomStream(5, 'order');
    const order = given.x.map((_, row) => [stream.uniform(), row] as const).sort(([one], [other]) => one - other);
    const turned = Object.entries(given as unknown as Record<string, unknown[]>).map(
      ([name, values]) => [name, order.map(([, row]) => values[row])] as const
    );
    return Object.fromEntries(turned) as unknown as Cohort;
  },
  // Factors of 2, so that no digit is lost.
  scaling: (given) => ({
    ...given,
    x: given.x.map((one) => 8 * one),
    z: given.z.map((one) => one / 4),
    y: given.y.map((one) => 16 * one),
    again: given.again.map((one) => 16 * one),
    time: given.time.map((one) => 32 * one)
  }),
  relabelling: (given) => {
    const names: Record<string, string> = { a: 'y', b: 'x', c: 'm' };
    return {
      ...given,
      two: given.two.map((one) => names[one]!),
      g: given.g.map((one) => names[one]!),
      person: given.person.map((one) => `q${100 - Number(one.slice(1))}`)
    };
  }
} satisfies Record<string, (given: Cohort) => Cohort>;

export type Change = keyof typeof CHANGES;

export const numbersOf = (values: readonly number[]) => Float64Array.from(values);
export const numberColumn = (name: string, values: readonly number[]): Column => float64Column(name, numbersOf(values));

export function tableOf(given: Cohort): Table {
  const columns = Object.entries(given as unknown as Record<string, (number | string)[]>).map(([name, values]) =>
    typeof values[0] === 'string' ? textColumn(name, values as string[]) : numberColumn(name, values as number[])
  );
  return { rows: given.x.length, columns };
}

/** Who is exposed, by whatever name. */
export const exposed = (given: Cohort) => given.two.map((one) => Number(one === 'b' || one === 'x'));

/** The values of those in each group of two. */
export const byTwo = (given: Cohort, values: readonly number[]) => {
  const [first] = [...new Set(given.two)].sort();
  return [
    values.filter((_, row) => given.two[row] === first),
    values.filter((_, row) => given.two[row] !== first)
  ] as const;
};

/** The values of those in each group of three. */
export const byThree = (given: Cohort, values: readonly number[]) =>
  [...new Set(given.g)].sort().map((name) => values.filter((_, row) => given.g[row] === name));

/** Groups as codes and names. */
export function classesOf(words: readonly string[]) {
  const names = [...new Set(words)].sort();
  return { codes: Int32Array.from(words, (word) => names.indexOf(word)), names };
}

/** Counts of group by class: a row a group. */
export function countsOf(
  groups: readonly string[],
  classes: readonly (string | number)[],
  rows: readonly string[],
  columns: readonly (string | number)[]
) {
  // prettier-ignore
  return rows.map((group) => columns.map((one) => groups.filter((name, row) => name === group && classes[row] === one).length)); // prettier-ignore
}

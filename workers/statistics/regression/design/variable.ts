import { textOf, type Argument, type Expression } from '../formula/expression';
import { failFormula } from '../formula/formula-errors';
import { columnOf, compute, type Source } from './compute';
import { categoriesOf, type Categories } from './levels';
import { orthogonalPolynomials, rawPolynomials } from './polynomials';
import { bSplines, knotsAtQuantiles, naturalSplines, type Knots } from './splines';

/** What a variable of a formula is: categories, or one or more columns of numbers. */
export type Variable =
  | { kind: 'factor'; categories: Categories }
  | { kind: 'numeric'; columns: readonly Float64Array[]; names: readonly string[]; bend?: Bend };

/** What a spline or polynomial bends over, and its columns at other values within its range. */
export interface Bend {
  of: string;
  /** One number a row of the table; NaN where it is missing. */
  values: Float64Array;
  at: (values: Float64Array) => readonly Float64Array[];
}

type Call = Expression & { kind: 'call' };

/** More knots than that are a slip. */
const MOST_DEGREES = 100;

/**
 * A variable of a formula over all rows of the table. Knots and polynomials are those of all rows that have the value, as in
 * R, also of rows that later drop out for another column.
 *
 * @throws `formula-…`, with the place
 */
export function readVariable(source: Source, expression: Expression): Variable {
  if (expression.kind === 'name') {
    const column = columnOf(source, expression.name, expression.at);
    if (column.type === 'text' || column.type === 'bool') return { kind: 'factor', categories: categoriesOf(column) };
  }
  if (expression.kind === 'call') {
    if (expression.name === 'factor') return { kind: 'factor', categories: factor(source, expression) };
    if (expression.name === 'ns' || expression.name === 'bs' || expression.name === 'poly')
      return basis(source, expression);
  }
  const { values, isLogical } = compute(source, expression);
  if (!isLogical) return { kind: 'numeric', columns: [values], names: [''] };
  return {
    kind: 'factor',
    categories: {
      codes: Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : value)),
      levels: ['FALSE', 'TRUE']
    }
  };
}

function factor(source: Source, expression: Call): Categories {
  const [argument] = expression.arguments;
  if (argument?.value.kind !== 'name' || expression.arguments.length !== 1) {
    throw refuse(source, expression, 'one column is needed');
  }
  return categoriesOf(columnOf(source, argument.value.name, argument.value.at));
}

/** ns(x, df, knots = c(…), Boundary.knots = c(…)), bs(x, df, knots, degree) and poly(x, degree, raw = TRUE). */
function basis(source: Source, expression: Call): Variable {
  const given = matched(source, expression);
  const values = compute(source, given.get('x') ?? expression).values;
  const present = values.filter((value) => !Number.isNaN(value));
  const at = expression.name === 'poly' ? undefined : splines(source, expression, given, present);
  const columns = at ? at(values) : polynomials(source, expression, given, values);
  return {
    kind: 'numeric',
    columns,
    names: columns.map((_, index) => (columns.length === 1 ? '' : String(index + 1))),
    ...(at && { bend: { of: textOf(given.get('x') ?? expression), values, at } })
  };
}

const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  ns: ['x', 'df', 'knots', 'intercept', 'Boundary.knots'],
  bs: ['x', 'df', 'knots', 'degree', 'intercept'],
  poly: ['x', 'degree', 'raw']
};

/** Arguments by the names of their parameters: named ones first, the others in order. */
function matched(source: Source, expression: Call): Map<string, Expression> {
  const parameters = PARAMETERS[expression.name] ?? [];
  const given = new Map<string, Expression>();
  const put = (name: string | undefined, { value }: Argument) => {
    if (name === undefined || !parameters.includes(name) || given.has(name)) {
      throw refuse(source, expression, `its parameters are ${parameters.join(', ')}`);
    }
    given.set(name, value);
  };
  for (const argument of expression.arguments) if (argument.name !== undefined) put(argument.name, argument);
  for (const argument of expression.arguments) {
    if (argument.name === undefined)
      put(
        parameters.find((name) => !given.has(name)),
        argument
      );
  }
  if (!given.has('x')) throw refuse(source, expression, 'a column is needed');
  if (given.has('intercept')) throw refuse(source, expression, 'a basis with its own intercept is not offered');
  return given;
}

/** The basis that a call asks for, with its knots from the values there are. */
function splines(
  source: Source,
  expression: Call,
  given: ReadonlyMap<string, Expression>,
  present: Float64Array
): (values: Float64Array) => Float64Array[] {
  const isNatural = expression.name === 'ns';
  const degree = isNatural ? 3 : numberOf(source, expression, given.get('degree'), 3, 1, 10);
  const fewest = isNatural ? 1 : degree;
  const degrees = numberOf(source, expression, given.get('df'), fewest, fewest, MOST_DEGREES);
  const boundary = rising(source, expression, given.get('Boundary.knots'));
  if (boundary && boundary.length !== 2) throw refuse(source, expression, 'Boundary.knots are two numbers');
  const ends = boundary ? ([boundary[0]!, boundary[1]!] as const) : undefined;
  const inner = rising(source, expression, given.get('knots'));
  const knots: Knots = inner
    ? { inner, boundary: ends ?? knotsAtQuantiles(present, 0).boundary }
    : knotsAtQuantiles(present, degrees - fewest, ends);
  const [low, high] = knots.boundary;
  const all = [low, ...knots.inner, high];
  // Knots that fall together, or on an end, leave a basis that is not smooth, or empty.
  if (present.length === 0 || all.some((knot, at) => at > 0 && !(knot > all[at - 1]!))) {
    if (inner ?? boundary) throw refuse(source, expression, 'the knots rise and lie between the ends of the values');
    throw failFormula('formula-constant', source.formula, expression.at, { term: textOf(expression) });
  }
  return (values) => (isNatural ? naturalSplines(values, knots) : bSplines(values, knots, degree));
}

function polynomials(
  source: Source,
  expression: Call,
  given: ReadonlyMap<string, Expression>,
  values: Float64Array
): Float64Array[] {
  const degree = numberOf(source, expression, given.get('degree'), 1, 1, 20);
  const raw = given.get('raw');
  if (raw && !(raw.kind === 'name' && (raw.name === 'TRUE' || raw.name === 'FALSE'))) {
    throw refuse(source, expression, 'raw is TRUE or FALSE');
  }
  if (raw?.kind === 'name' && raw.name === 'TRUE') return rawPolynomials(values, degree);
  const found = orthogonalPolynomials(values, degree);
  if (!found) throw failFormula('formula-constant', source.formula, expression.at, { term: textOf(expression) });
  return found;
}

function numberOf(
  source: Source,
  expression: Call,
  given: Expression | undefined,
  fallback: number,
  least: number,
  most: number
): number {
  if (!given) return fallback;
  const value = constant(given);
  if (value === undefined || !Number.isInteger(value) || value < least || value > most) {
    throw refuse(source, expression, `a whole number from ${least} to ${most} is needed`);
  }
  return value;
}

/** A number, or c(…) of numbers, in rising order. */
function rising(source: Source, expression: Call, given: Expression | undefined): Float64Array | undefined {
  if (!given) return undefined;
  const parts = given.kind === 'call' && given.name === 'c' ? given.arguments.map(({ value }) => value) : [given];
  const numbers = parts.map(constant);
  if (numbers.some((value) => value === undefined))
    throw refuse(source, expression, 'knots are numbers, as c(6, 12, 18)');
  return Float64Array.from(numbers as number[]).sort();
}

function constant(expression: Expression): number | undefined {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind !== 'minus') return undefined;
  const value = constant(expression.of);
  return value === undefined ? undefined : -value;
}

function refuse(source: Source, expression: Call, rule: string) {
  return failFormula('formula-argument', source.formula, expression.at, { call: textOf(expression), rule });
}

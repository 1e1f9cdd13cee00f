import { exp, log, pow } from '../../../shared/elementary';
import { expm1, log1p } from '../../../shared/distributions';
import { nearNames } from '../../../shared/near-names';
import type { Column, Table } from '../../../shared/table';
import { numbersOf } from '../../columns';
import { namesIn, textOf, type Expression } from '../formula/expression';
import { failFormula } from '../formula/formula-errors';

/** What the parts of a formula are computed from. */
export interface Source {
  table: Table;
  formula: string;
}

export interface Computed {
  /** One number a row; NaN where a column it needs is missing. */
  values: Float64Array;
  /** Of yes and no, as a comparison gives. */
  isLogical: boolean;
}

type Call = Expression & { kind: 'call' };

const LOG_TWO = 0.6931471805599453;
const LOG_TEN = 2.302585092994046;

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  log: (x) => (x > 0 ? log(x) : NaN),
  log2: (x) => (x > 0 ? log(x) / LOG_TWO : NaN),
  log10: (x) => (x > 0 ? log(x) / LOG_TEN : NaN),
  log1p: (x) => (x > -1 ? log1p(x) : NaN),
  exp,
  expm1,
  sqrt: Math.sqrt,
  abs: Math.abs,
  I: (x) => x
};

const OPERATORS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': power,
  '<': (a, b) => Number(a < b),
  '>': (a, b) => Number(a > b),
  '<=': (a, b) => Number(a <= b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b)
};
const COMPARISONS = new Set(['<', '>', '<=', '>=', '==', '!=']);

/** Names of the functions that give one number a row. */
export const functionNames = Object.keys(FUNCTIONS);

/** Small whole powers by multiplying, as R does for squares; a negative base has no other. */
function power(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 64) return base < 0 ? NaN : pow(base, exponent);
  let product = 1;
  for (let time = 0; time < Math.abs(exponent); time++) product *= base;
  return exponent < 0 ? 1 / product : product;
}

/** @throws `formula-column` with near names and the place */
export function columnOf({ table, formula }: Source, name: string, at: number): Column {
  const found = table.columns.find((column) => column.name === name);
  if (found) return found;
  const [near] = nearNames(
    name,
    table.columns.map((column) => column.name)
  );
  throw failFormula('formula-column', formula, at, { column: name, near });
}

/**
 * Computes a part of a formula that gives a number a row.
 *
 * @returns NaN exactly where a column it needs is missing
 * @throws `formula-undefined` where it is no number although its columns are filled; `formula-column`, `formula-function`,
 *   `formula-argument`, `formula-not-numeric`, `formula-time`, `column-not-exact`
 */
export function compute(source: Source, expression: Expression): Computed {
  const computed = evaluate(source, expression);
  // A plain column is as it is; what is computed must be a number wherever its columns are.
  if (expression.kind === 'name') return computed;
  const inputs = [...namesIn(expression)].map(([name, at]) => numericColumn(source, name, at));
  let rows = 0;
  for (let row = 0; row < source.table.rows; row++) {
    const isFilled = inputs.every((values) => !Number.isNaN(values[row]));
    if (isFilled && !Number.isFinite(computed.values[row])) rows += 1;
    else if (!isFilled) computed.values[row] = NaN;
  }
  if (rows > 0) {
    throw failFormula('formula-undefined', source.formula, expression.at, { term: textOf(expression), rows });
  }
  return computed;
}

function numericColumn(source: Source, name: string, at: number): Float64Array {
  const column = columnOf(source, name, at);
  if (column.type === 'text') throw failFormula('formula-not-numeric', source.formula, at, { column: name });
  if (column.type === 'date' || column.type === 'timestamp') {
    throw failFormula('formula-time', source.formula, at, { column: name });
  }
  if (column.type === 'float64' && column.validity === undefined && column.values.every(Number.isFinite)) {
    return column.values;
  }
  return numbersOf(column);
}

function evaluate(source: Source, expression: Expression): Computed {
  switch (expression.kind) {
    case 'number':
      return { values: new Float64Array(source.table.rows).fill(expression.value), isLogical: false };
    case 'name':
      return { values: numericColumn(source, expression.name, expression.at), isLogical: false };
    case 'group':
      return evaluate(source, expression.of);
    case 'minus':
      return { values: evaluate(source, expression.of).values.map((value) => -value), isLogical: false };
    case 'call':
      return call(source, expression);
    case 'binary': {
      const apply = OPERATORS[expression.operator];
      if (!apply) break;
      const left = evaluate(source, expression.left).values;
      const right = evaluate(source, expression.right).values;
      return {
        values: left.map((value, row) => apply(value, right[row]!)),
        isLogical: COMPARISONS.has(expression.operator)
      };
    }
  }
  throw failFormula('formula-argument', source.formula, expression.at, {
    call: textOf(expression),
    rule: 'only numbers can be computed with'
  });
}

/** They make several columns, categories or an offset: nothing can be computed with them. */
const WHOLE_TERMS = ['factor', 'ns', 'bs', 'poly', 'offset'];

function call(source: Source, expression: Call): Computed {
  const apply = Object.hasOwn(FUNCTIONS, expression.name) ? FUNCTIONS[expression.name] : undefined;
  if (!apply) {
    if (WHOLE_TERMS.includes(expression.name)) {
      throw failFormula('formula-argument', source.formula, expression.at, {
        call: textOf(expression),
        rule: 'it stands as a term of its own, not inside of another'
      });
    }
    const [near] = nearNames(expression.name, [...functionNames, ...WHOLE_TERMS]);
    throw failFormula('formula-function', source.formula, expression.at, { name: expression.name, near });
  }
  const [argument] = expression.arguments;
  if (!argument || argument.name !== undefined || expression.arguments.length !== 1) {
    throw failFormula('formula-argument', source.formula, expression.at, {
      call: textOf(expression),
      rule: 'one value is needed'
    });
  }
  const { values, isLogical } = evaluate(source, argument.value);
  return expression.name === 'I' ? { values, isLogical } : { values: values.map(apply), isLogical: false };
}

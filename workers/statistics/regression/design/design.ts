import { nearNames } from '../../../shared/near-names';
import type { Table } from '../../../shared/table';
import { textOf } from '../formula/expression';
import { failFormula } from '../formula/formula-errors';
import { readTerms, type Term, type Terms } from '../formula/terms';
import { fail } from '../errors';
import { compute, type Source } from './compute';
import { fullyCoded } from './contrasts';
import { withinRows, withReference } from './levels';
import { readVariable, type Bend, type Variable } from './variable';

/** More coefficients than this are a slip: an identifier as a category. */
const MOST_COLUMNS = 1000;

/** 2 GiB of doubles. */
const MOST_NUMBERS = 2 ** 28;

export interface DesignOptions {
  /** The level to compare with, by the variable's text in the formula; else the first by code point (or number). */
  references?: Readonly<Record<string, string>>;
  /** 1 for each row that may be used: that has an outcome, a weight … */
  usable?: Uint8Array;
  /** What to do about `(1 | hospital)`: leave it to the caller, who finds it in the terms; else it is refused. */
  randomIntercepts?: 'leave';
  /** What to do about `offset(x)`: a method without one refuses it. */
  offsets?: 'refuse';
}

export interface Level {
  /** Text of the category in the formula. */
  variable: string;
  level: string;
}

/** The right side of a formula as numbers. */
export interface Design {
  terms: Terms;
  /** Names of the columns as R names them: `(Intercept)`, `sexm`, `age:sexm`, `ns(hour, 3)1`. */
  names: string[];
  /** Names of the columns as they are read: `sex: m`, `sex: m × age`. */
  shown: string[];
  /** The category and level that a column is of, where it is of one against the reference. */
  levels: (Level | undefined)[];
  /** What each term bends over, where it is a spline. */
  bends: (Bend | undefined)[];
  /** One number a used row. */
  columns: Float64Array[];
  /** The term of each column, by its place in {@link Terms.terms}; −1 is the intercept. */
  termOf: Int32Array;
  /** Texts of the terms: `age:sex`. */
  labels: string[];
  /** Rows of the table that are used: all that has to be there is. */
  rows: Int32Array;
  dropped: number;
  /** Sum of the offsets, one number a used row. */
  offset?: Float64Array;
  /** Level of each category that the others are compared with. */
  references: Record<string, string>;
}

/**
 * Design matrix of a formula: complete cases of the columns used, treatment contrasts.
 *
 * @throws `formula-…` with the place, `rows-none`, `regression-design-wide`, `regression-design-large`,
 *   `regression-design-empty`
 */
export function designOf(formula: string, table: Table, options: DesignOptions = {}): Design {
  const terms = readTerms(formula);
  const [random] = terms.groups;
  if (random && options.randomIntercepts === undefined) {
    throw failFormula('formula-random', formula, random.at, { term: random.text });
  }
  const [offset] = terms.offsets;
  if (offset && options.offsets === 'refuse') {
    throw failFormula('formula-offset', formula, offset.at, { term: `offset(${textOf(offset)})` });
  }
  const source: Source = { table, formula };
  const used = new Set(terms.terms.flat());
  const read = terms.variables.map(({ expression }, place) =>
    used.has(place) ? readVariable(source, expression) : undefined
  );
  const offsets = terms.offsets.map((expression) => compute(source, expression).values);
  const rows = completeRows(table.rows, read, offsets, options.usable);
  if (rows.length === 0) throw fail('rows-none');
  const isWhole = rows.length === table.rows;
  const pick = (values: Float64Array) => (isWhole ? values : Float64Array.from(rows, (row) => values[row]!));
  const references: Record<string, string> = {};
  const variables = read.map((variable, place) => {
    if (!variable) return undefined;
    if (variable.kind === 'numeric') return { ...variable, columns: variable.columns.map(pick) };
    const { text, expression } = terms.variables[place]!;
    let categories = withinRows(variable.categories, rows);
    const asked = Object.hasOwn(options.references ?? {}, text) ? options.references?.[text] : undefined;
    if (categories.levels.length < 2) throw failFormula('formula-one-level', formula, expression.at, { term: text });
    if (asked !== undefined) {
      if (!categories.levels.includes(asked)) {
        const [near] = nearNames(asked, categories.levels);
        throw failFormula('formula-reference', formula, expression.at, { variable: text, level: asked, near });
      }
      categories = withReference(categories, asked);
    }
    references[text] = categories.levels[0]!;
    return { kind: 'factor' as const, categories };
  });
  for (const variable of Object.keys(options.references ?? {})) {
    if (!Object.hasOwn(references, variable)) throw fail('formula-reference-unused', { variable });
  }
  const design: Design = {
    terms,
    names: [],
    shown: [],
    levels: [],
    bends: terms.terms.map((term) => {
      const [place, another] = term;
      const variable = place === undefined || another !== undefined ? undefined : read[place];
      return variable?.kind === 'numeric' ? variable.bend : undefined;
    }),
    columns: [],
    termOf: new Int32Array(0),
    labels: terms.terms.map((term) => term.map((place) => terms.variables[place]!.text).join(':')),
    rows,
    dropped: table.rows - rows.length,
    references,
    ...(offsets.length > 0 && { offset: sumOf(offsets.map(pick)) })
  };
  return { ...design, ...expanded(terms, variables, rows.length) };
}

function completeRows(
  count: number,
  variables: readonly (Variable | undefined)[],
  offsets: readonly Float64Array[],
  usable: Uint8Array | undefined
): Int32Array {
  const complete = usable ? usable.slice() : new Uint8Array(count).fill(1);
  const need = (values: Float64Array) => {
    for (let row = 0; row < count; row++) if (!Number.isFinite(values[row])) complete[row] = 0;
  };
  for (const values of offsets) need(values);
  for (const variable of variables) {
    if (variable?.kind === 'numeric') variable.columns.forEach(need);
    else if (variable) variable.categories.codes.forEach((code, row) => code < 0 && (complete[row] = 0));
  }
  const rows = new Int32Array(complete.reduce((sum, one) => sum + one, 0));
  let place = 0;
  complete.forEach((one, row) => {
    if (one === 1) rows[place++] = row;
  });
  return rows;
}

interface Piece {
  name: string;
  shown: string;
  level?: Level;
  values: Float64Array;
}

function expanded(
  { terms, intercept, variables: named }: Terms,
  variables: readonly (Variable | undefined)[],
  rows: number
): Pick<Design, 'names' | 'shown' | 'levels' | 'columns' | 'termOf'> {
  const full = fullyCoded(terms, (place) => variables[place]?.kind === 'factor', intercept);
  const widthOf = (place: number, isFull: boolean): number => {
    const variable = variables[place]!;
    if (variable.kind === 'numeric') return variable.columns.length;
    return variable.categories.levels.length - (isFull ? 0 : 1);
  };
  const widths = terms.map((term, at) =>
    term.reduce((width, place) => width * widthOf(place, full[at]!.has(place)), 1)
  );
  const columns = widths.reduce((sum, width) => sum + width, Number(intercept));
  if (columns > MOST_COLUMNS) throw fail('regression-design-wide', { columns, most: MOST_COLUMNS });
  if (columns === 0) throw fail('regression-design-empty');
  if (columns * rows > MOST_NUMBERS) throw fail('regression-design-large', { columns, rows });
  const pieces: (Piece & { term: number })[] = [];
  if (intercept)
    pieces.push({ name: '(Intercept)', shown: '(Intercept)', values: new Float64Array(rows).fill(1), term: -1 });
  terms.forEach((term: Term, at) => {
    const parts = term.map((place) => piecesOf(variables[place]!, named[place]!.text, full[at]!.has(place)));
    // The first variable varies fastest.
    const all = parts.reduce((left, right) => right.flatMap((outer) => left.map((inner) => times(inner, outer))));
    pieces.push(...all.map((piece) => ({ ...piece, term: at })));
  });
  return {
    names: unique(pieces.map(({ name }) => name)),
    shown: unique(pieces.map(({ shown }) => shown)),
    levels: pieces.map(({ level }) => level),
    columns: pieces.map(({ values }) => values),
    termOf: Int32Array.from(pieces, ({ term }) => term)
  };
}

function piecesOf(variable: Variable, text: string, isFull: boolean): Piece[] {
  if (variable.kind === 'numeric') {
    return variable.columns.map((values, index) => {
      const number = variable.names[index]!;
      return { name: text + number, shown: number === '' ? text : `${text} ${number}`, values };
    });
  }
  const { codes, levels } = variable.categories;
  return levels.slice(isFull ? 0 : 1).map((level, index) => {
    const wanted = isFull ? index : index + 1;
    return {
      name: text + level,
      shown: `${text}: ${level}`,
      ...(!isFull && { level: { variable: text, level } }),
      values: Float64Array.from(codes, (code) => Number(code === wanted))
    };
  });
}

function times(left: Piece, right: Piece): Piece {
  return {
    name: `${left.name}:${right.name}`,
    shown: `${left.shown} × ${right.shown}`,
    values: left.values.map((value, row) => value * right.values[row]!)
  };
}

/** A level 1 of g and a column g1 have one name in R; estimates are told apart by theirs. */
function unique(names: readonly string[]): string[] {
  const times = new Map<string, number>();
  return names.map((name) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name} (${time})`;
  });
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  return columns.reduce((sum, column) => sum.map((value, row) => value + column[row]!));
}

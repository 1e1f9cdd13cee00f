import type { Variable } from '$workers/data/contract';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { columnOf } from '../columns';
import { exactValue } from '../column-values';
import { tableInput } from '../inputs';
import { quoted } from '../sql-name';
import { choose, type ChoiceValue } from './choices';
import { failInput } from './failures';
import type { ChoiceInput, InputSpec } from './spec';

export interface InputOutput {
  value: Variable;
  /** What can be chosen, in order; only of `select` and `multi-select`. */
  options?: readonly ChoiceValue[];
  chosen?: readonly ChoiceValue[];
}

/** More than this is no choice but a search. */
const mostOptions = 1000;

/** The value of the control; choices from a table are read here. */
export async function runInput(spec: InputSpec, context: RunContext): Promise<Outcome<InputOutput>> {
  const output = 'source' in spec ? await chosenOf(spec, context) : { value: spec.value };
  const values = new Map<string, CellValue>();
  if (context.id !== undefined) values.set(context.id, { type: 'value', value: output.value });
  return { output, values };
}

async function chosenOf(spec: ChoiceInput, context: RunContext): Promise<InputOutput> {
  const several = spec.type === 'multi-select';
  const { source } = spec;
  const options = 'options' in source ? source.options : await optionsOf(source.from, source.column, context);
  const chosen = choose(options, spec.value, { several, place: spec.place });
  const [first] = chosen;
  if (several) return { value: chosen.map(listed), options, chosen };
  return { value: first ?? null, options, chosen };
}

/** Lists hold texts and numbers; an id beyond 2^53 is exact as text, and SQL compares it as such. */
function listed(value: ChoiceValue): string | number {
  return typeof value === 'number' ? value : String(value);
}

async function optionsOf(from: string, column: string, context: RunContext): Promise<readonly ChoiceValue[]> {
  const relation = await tableInput(from, context);
  const found = columnOf(relation, column);
  if (!['text', 'int32', 'int64', 'bool', 'date'].includes(found.type)) {
    throw failInput('input-column-type', { table: from, column, type: found.sqlType });
  }
  const name = quoted(found.name);
  const sql = `select distinct ${name} from ${quoted(relation.name)} where ${name} is not null order by 1 limit ${mostOptions + 1}`;
  const table = await context.engines.data.query(sql, [], { signal: context.signal });
  if (table.rows > mostOptions) throw failInput('input-many-options', { table: from, column, max: mostOptions });
  const [values] = table.columns;
  if (table.rows === 0 || !values) throw failInput('input-column-empty', { table: from, column });
  return Array.from({ length: table.rows }, (_, row) => exactValue(values, row) as ChoiceValue);
}

import { isPresent } from '../../shared/exact-text';
import type { Column, Table } from '../../shared/table';
import type { Gathered } from './gather';
import type { GridPlan, Rule } from './plan';

/** By variable. */
export interface Tallies {
  used: Int32Array;
  impossible: Int32Array;
}

/** One value a row: its code and unit say what it is. */
export function readLong(plan: GridPlan, rows: Table, places: Int32Array, gathered: readonly Gathered[]): Tallies {
  const [, times, codes, values, units] = rows.columns as [Column, Column, Column, Column, Column?];
  const tallies = new Tally(plan);
  const ruleOf = rulesByCode(plan.rules, codes, units);
  for (let row = 0; row < rows.rows; row++) {
    const place = places[row] as number;
    if (place < 0) continue;
    const unit = units && isPresent(units, row) ? (units.values[row] as number) + 1 : 0;
    const rule = ruleOf(codes.values[row] as number, unit);
    if (!rule) continue;
    const value = tallies.check(rule, values.values[row] as number);
    if (value === value) gathered[rule.variable]?.add(place, times.values[row] as number, value);
  }
  return tallies;
}

/** A value a column. */
export function readWide(plan: GridPlan, rows: Table, places: Int32Array, gathered: readonly Gathered[]): Tallies {
  const tallies = new Tally(plan);
  const times = (rows.columns[1] as Column).values;
  for (const rule of plan.rules) {
    const column = rows.columns.slice(2).find(({ name }) => name === rule.code);
    const into = gathered[rule.variable];
    if (!column || !into) continue;
    for (let row = 0; row < rows.rows; row++) {
      const place = places[row] as number;
      if (place < 0 || !isPresent(column, row)) continue;
      const value = tallies.check(rule, column.values[row] as number);
      if (value === value) into.add(place, times[row] as number, value);
    }
  }
  return tallies;
}

class Tally implements Tallies {
  readonly used: Int32Array;
  readonly impossible: Int32Array;

  constructor(private readonly plan: GridPlan) {
    this.used = new Int32Array(plan.variables.length);
    this.impossible = new Int32Array(plan.variables.length);
  }

  /** The value in the variable's unit; NaN where it cannot be. */
  check({ variable, add, multiply, divide }: Rule, read: number): number {
    const { low, high } = this.plan.variables[variable] as GridPlan['variables'][number];
    const value = ((read + add) * multiply) / divide;
    if (value >= low && value <= high && Number.isFinite(value)) {
      this.used[variable] = (this.used[variable] as number) + 1;
      return value;
    }
    this.impossible[variable] = (this.impossible[variable] as number) + 1;
    return NaN;
  }
}

/** Rules by what the columns hold: a code of a text column is a position in its dictionary; units count from 1, 0 is none. */
function rulesByCode(rules: readonly Rule[], codes: Column, units: Column | undefined) {
  const unitAt = new Map<string | null, number>([[null, 0]]);
  if (units?.type === 'text') units.dictionary.forEach((unit, at) => unitAt.set(unit, at + 1));
  const codeAt = codes.type === 'text' ? new Map(codes.dictionary.map((code, at) => [code, at])) : undefined;
  const byCode = new Map<number, (Rule | undefined)[]>();
  for (const rule of rules) {
    const code = codeAt ? codeAt.get(rule.code) : Number(rule.code);
    if (code === undefined) continue;
    let byUnit = byCode.get(code);
    if (!byUnit) byCode.set(code, (byUnit = new Array<Rule | undefined>(unitAt.size).fill(undefined)));
    const at = rule.unit === undefined ? undefined : unitAt.get(rule.unit);
    if (rule.unit === undefined) byUnit.fill(rule);
    else if (at !== undefined) byUnit[at] = rule;
  }
  return (code: number, unit: number): Rule | undefined => byCode.get(code)?.[unit];
}

import { cohortWords as words } from '$lib/messages/cohort';
import type { RunContext } from '$lib/notebook/kind';
import { figureOf, textsOf } from '../chart/vector';
import { quoted } from '../sql-name';
import { failCohort as fail } from './failures';
import { columnFor } from './recognise';
import { conditionsOf, type CohortSpec } from './spec';
import { Binder } from './sql/binder';
import { meant, numbered } from './sql/rows';
import { unitColumn } from './sql/steps';
import type { CohortTables } from './tables';

/**
 * What is to be said of the units of values: those that were compared although they differ, and those not used.
 * @throws `cohort-unit-unknown` where the unit that a step wants is nowhere
 */
export async function unitRemarks(
  spec: CohortSpec,
  tables: CohortTables,
  context: RunContext
): Promise<(() => string)[]> {
  const remarks: (() => string)[] = [];
  for (const { step, number } of conditionsOf(spec.steps)) {
    const { condition } = step;
    if (condition.kind !== 'value' || condition.table === undefined) continue;
    const found = tables.rowsOf(condition, step, 'value');
    const { relation } = found;
    const unit = unitColumn(relation);
    if (!unit) continue;
    const binder = new Binder();
    const named = { name: condition.value, key: 'value', place: step.placeOf('value', 'value') };
    const value = columnFor(relation, 'value', named);
    const conditions = [`item.${quoted(value.name)} IS NOT NULL`];
    const wanted = meant(found, binder)?.('item');
    if (wanted) conditions.push(wanted);
    const name = `cell ${context.key} units`;
    const sql = `SELECT coalesce(CAST(item.${quoted(unit.name)} AS VARCHAR), '') AS unit, count(*) AS n FROM ${numbered(relation)} AS item WHERE ${conditions.join(' AND ')} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50`;
    const definition = { name, sql, variables: binder.variables, inputs: [] };
    const { first } = await context.engines.data.define(definition, { signal: context.signal });
    await context.engines.data.remove([name]);
    const units = textsOf(first, 'unit');
    const counts = units.map((_, row) => figureOf(first, 'n', row));
    if (condition.unit === undefined) {
      if (units.length > 1) remarks.push(() => words.unitsMixed(number, units.length, said(units)));
      continue;
    }
    if (units.length > 0 && !units.includes(condition.unit)) {
      const values = {
        step: number,
        unit: condition.unit,
        table: relation.name,
        known: units.slice(0, 5).join(', ')
      };
      throw fail('cohort-unit-unknown', values, { place: step.placeOf('value', 'unit') });
    }
    const left = counts.reduce((sum, n, row) => (units[row] === condition.unit ? sum : sum + n), 0);
    const { unit: asked } = condition;
    if (left > 0) remarks.push(() => words.unitsLeft(number, left, asked));
  }
  return remarks;
}

function said(units: readonly string[]): string {
  return units
    .slice(0, 5)
    .map((unit) => (unit === '' ? '–' : `\`${unit}\``))
    .join(', ');
}

import type { Variable } from '$workers/data/contract';
import { cells as words } from '$lib/messages/cells';
import { report as reportWords } from '$lib/messages/report';
import type { Report, ReportGiven } from '$lib/notebook/report/contract';
import { smallestSafeGroup } from '$lib/notebook/report/smallest-group';
import { figureOf } from '../chart/vector';
import { quoted } from '../sql-name';
import { groupSize, personColumn, withGroupSize } from './group-probe';
import type { SqlOutput, SqlSpec } from './run';

type Given = ReportGiven<SqlSpec, SqlOutput>;

/** The result's first rows; whether they are aggregates is asked of the engine, not guessed. */
export const report: Report<SqlSpec, SqlOutput> = async (given) => {
  const { output, spec, engines, most, signal } = given;
  const { relation } = output;
  if (output.first.rows === 0) {
    return { individual: false, blocks: [{ type: 'text', text: words.noRows(`\`${given.cell.id ?? ''}\``) }] };
  }
  const of = relation.rows ?? (await engines.data.count(relation.name, { signal }));
  const table =
    most <= output.first.rows || output.first.rows === of
      ? firstRows(output, most)
      : await engines.data.page({ name: relation.name, offset: 0, limit: most }, { signal });
  const smallest = await smallestGroup(given, of);
  const individual = smallest === undefined || smallest < smallestSafeGroup;
  return {
    individual,
    ...(smallest === undefined || smallest === Infinity ? {} : { note: reportWords.smallestGroup(smallest) }),
    summary: reportWords.tableLeftOut(of, relation.columns.length),
    blocks: [{ type: 'table', table, of }],
    ...(individual ? {} : { aggregates: [spec.name] })
  };
};

function firstRows({ first }: SqlOutput, most: number): SqlOutput['first'] {
  return { ...first, rows: Math.min(first.rows, most) };
}

/**
 * How many persons the smallest group behind a row has. Undefined where the rows are no aggregates, or it cannot be
 * shown that they are; without end where no table with individual rows is read.
 */
async function smallestGroup(given: Given, rows: number): Promise<number | undefined> {
  const { spec, cell, engines, signal } = given;
  const holding: string[] = [];
  for (const table of spec.tables) if (await given.holdsRows(table)) holding.push(table);
  if (holding.length === 0) return Infinity;
  const relations = holding.flatMap((name) => given.relation(name) ?? []);
  const sql = withGroupSize(spec.sql, personColumn(relations.flatMap(({ columns }) => columns)));
  if (sql === undefined) return undefined;
  const variables: Record<string, Variable> = {};
  for (const name of spec.values) {
    const value = given.value(name);
    if (value === undefined) return undefined;
    variables[name] = value;
  }
  const name = `probe of cell ${cell.key}`;
  try {
    await engines.data.define({ name, sql, variables, inputs: [] }, { signal });
    const counted = await engines.data.query(
      `select min(${groupSize})::DOUBLE as least, count(*)::DOUBLE as n from ${quoted(name)}`,
      [],
      { signal }
    );
    return figureOf(counted, 'n') === rows ? figureOf(counted, 'least') : undefined;
  } catch {
    // The engine refused: what is not shown to be an aggregate counts as rows.
    signal.throwIfAborted();
    return undefined;
  } finally {
    await engines.data.remove([name]);
  }
}

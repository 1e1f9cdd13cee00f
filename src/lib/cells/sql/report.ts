import { scanSql } from '$workers/shared/sql-scan';
import type { Variable } from '$workers/data/contract';
import { cells as words } from '$lib/messages/cells';
import { report as reportWords } from '$lib/messages/report';
import type { Report, ReportGiven } from '$lib/notebook/report/contract';
import { smallestSafeGroup } from '$lib/notebook/report/smallest-group';
import { figureOf } from '../chart/vector';
import { quoted } from '../sql-name';
import { groupSize, partsThatRead, personColumn, withGroupSize } from './group-probe';
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
  const individual = smallest === undefined || smallest.size < smallestSafeGroup;
  return {
    individual,
    ...(smallest === undefined || smallest.size === Infinity ? {} : { note: noteOf(smallest) }),
    summary: reportWords.tableLeftOut(of, relation.columns.length),
    blocks: [{ type: 'table', table, of }],
    ...(individual ? {} : { aggregates: [spec.name] })
  };
};

interface Smallest {
  size: number;
  /** Persons where a column tells them apart. */
  of: 'persons' | 'rows';
}

const noteOf = ({ size, of }: Smallest): string =>
  of === 'persons' ? reportWords.smallestGroup(size) : reportWords.smallestRows(size);

function firstRows({ first }: SqlOutput, most: number): SqlOutput['first'] {
  return { ...first, rows: Math.min(first.rows, most) };
}

/**
 * How many persons the smallest group behind a row has. Undefined where the rows are no aggregates, or it cannot be
 * shown that they are; without end where no table with individual rows is read.
 */
async function smallestGroup(given: Given, rows: number): Promise<Smallest | undefined> {
  const { spec } = given;
  const holding: string[] = [];
  for (const table of spec.tables) if (await given.holdsRows(table)) holding.push(table);
  if (holding.length === 0) return { size: Infinity, of: 'rows' };
  const relations = holding.flatMap((name) => given.relation(name) ?? []);
  const person = personColumn(relations.flatMap(({ columns }) => columns));
  const isHolding = (name: string) => holding.some((one) => one.toLowerCase() === name.toLowerCase());
  const uses = scanSql(spec.sql).uses.filter(({ name }) => isHolding(name));
  for (const part of partsThatRead(spec.sql, uses)) {
    const least = await leastOf(part, person, given, part === spec.sql ? rows : undefined);
    if (least !== undefined) return { size: least, of: person === undefined ? 'rows' : 'persons' };
  }
  return undefined;
}

/** The smallest group behind the rows of a query; undefined where they are no aggregates. */
async function leastOf(
  sql: string,
  person: string | undefined,
  given: Given,
  rows: number | undefined
): Promise<number | undefined> {
  const { spec, cell, engines, signal } = given;
  const probing = withGroupSize(sql, person);
  if (probing === undefined) return undefined;
  const variables: Record<string, Variable> = {};
  for (const name of scanSql(sql).params) {
    const value = given.value(name);
    if (value === undefined) return undefined;
    variables[name] = value;
  }
  const [name, plain] = [`probe of cell ${cell.key}`, `rows of cell ${cell.key}`];
  const count = async (of: string, figure: string) =>
    figureOf(await engines.data.query(`select ${figure}::DOUBLE as n from ${quoted(of)}`, [], { signal }), 'n');
  try {
    await engines.data.define({ name, sql: probing, variables, inputs: spec.tables }, { signal });
    if (rows === undefined) await engines.data.define({ name: plain, sql, variables, inputs: spec.tables }, { signal });
    const expected = rows ?? (await count(plain, 'count(*)'));
    if ((await count(name, 'count(*)')) !== expected) return undefined;
    // Figures over nobody tell of nobody.
    const least = await count(name, `min(${groupSize}) filter (where ${groupSize} > 0)`);
    return Number.isNaN(least) ? Infinity : least;
  } catch {
    // The engine refused: what is not shown to be an aggregate counts as rows.
    signal.throwIfAborted();
    return undefined;
  } finally {
    await engines.data.remove([name, plain]);
  }
}

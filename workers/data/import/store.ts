import type { Relation } from '../contract';
import { quoteName, type Duck, type StatementOptions } from '../duck';
import { takesPlace } from '../insert';
import { noteOf, type ColumnNotes, type Relations } from '../relations';
import type { ImportPlan } from './contract';
import { fail } from './errors';
import type { MisfitReport } from './misfits';
import { anyMisfit } from './misfits';
import { selectSql, type Selected } from './select';
import type { Staged } from './source';

export interface Stored {
  relation: Relation;
  setAside?: { rows: number; relation: Relation };
}

/**
 * Makes the table (or the view over a large file) under a name of its own, counts it, and only then lets it take its
 * place, with what was set aside, in one transaction.
 *
 * @throws `count-differs` when DuckDB did not load what the file holds
 */
export async function store(
  duck: Duck,
  relations: Relations,
  given: { plan: ImportPlan; staged: Staged; selected: readonly Selected[]; report: MisfitReport; nonce: number },
  options: StatementOptions
): Promise<Stored> {
  const { plan, staged, selected, report } = given;
  const wrong = staged.wrong;
  const asideRows = report.badRows + (wrong?.count ?? 0);
  const aside = asideRows > 0 && plan.misfits === 'set-aside';
  const any = anyMisfit(selected);
  const where = aside ? ` WHERE NOT coalesce(${any}, false)` : '';
  const main = `phems_arriving_${given.nonce}`;
  const other = `${main}_aside`;
  const asideName = `${plan.name}_set_aside`;
  const rows = staged.rows - (aside ? report.badRows : 0);
  try {
    if (!staged.inPlace) await createCounted(duck, main, selectSql(selected, staged, where), { plan, rows }, options);
    if (aside) {
      await createCounted(duck, other, asideSql(staged, selected, any), { plan, rows: asideRows }, options);
    }
    const takes = async (name: string, from: string): Promise<string[]> => [
      ...(await takesPlace(duck, relations, name)),
      `ALTER TABLE main.${quoteName(from)} RENAME TO ${quoteName(name)}`
    ];
    const view = `CREATE VIEW main.${quoteName(plan.name)} AS ${selectSql(selected, staged, where)}`;
    await duck.transaction([
      ...(staged.inPlace ? [...(await takesPlace(duck, relations, plan.name)), view] : await takes(plan.name, main)),
      ...(aside ? await takes(asideName, other) : [])
    ]);
  } catch (error) {
    for (const name of [main, other]) await duck.run(`DROP TABLE IF EXISTS main.${name}`).catch(() => undefined);
    throw error;
  }
  const notes: ColumnNotes = new Map(plan.columns.map((column) => [column.name.toLowerCase(), noteOf(column)]));
  const adopt = (name: string, kind: Relation['kind'], count: number) => {
    relations.delete(name);
    return relations.adopt(name, kind, { rows: count, notes });
  };
  const relation = await adopt(plan.name, staged.inPlace ? 'file' : 'table', rows);
  if (!aside) return { relation };
  return { relation, setAside: { rows: asideRows, relation: await adopt(asideName, 'table', asideRows) } };
}

/** Every row that is not in the table, as texts, with its number in the file; records of another shape as they stand. */
function asideSql({ from, wrong }: Staged, selected: readonly Selected[], any: string): string {
  const texts = selected.map(({ column, staged: { key } }) => `CAST(${key} AS VARCHAR) AS ${quoteName(column.name)}`);
  const source = `(SELECT row_number() OVER () AS row_, * FROM ${from})`;
  if (!wrong) return `SELECT row_ AS row_in_file, ${texts.join(', ')} FROM ${source} WHERE ${any}`;
  const number = `s.row_ + (SELECT count(*) FROM ${wrong.from} w WHERE w.after_ < s.row_)`;
  return (
    `SELECT ${number} AS row_in_file, ${texts.join(', ')}, NULL::VARCHAR AS whole_record FROM ${source} s WHERE ${any} ` +
    `UNION ALL SELECT row_::BIGINT, ${selected.map(() => 'NULL').join(', ')}, text_ FROM ${wrong.from} ORDER BY 1`
  );
}

async function createCounted(
  duck: Duck,
  name: string,
  sql: string,
  { plan, rows }: { plan: ImportPlan; rows: number },
  options: StatementOptions
): Promise<void> {
  await duck.run(`CREATE TABLE main.${name} AS ${sql}`, [], options);
  const counted = await duck.query(`SELECT count(*) FROM main.${name}`, [], options);
  const found = Number((counted.columns[0]!.values as BigInt64Array)[0]);
  if (found !== rows) {
    throw fail('count-differs', { file: plan.file, records: rows, rows: found }, { place: { file: plan.file } });
  }
}

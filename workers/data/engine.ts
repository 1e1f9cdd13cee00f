import type { JobOptions } from '../shared/job';
import { scanSql } from '../shared/sql-scan';
import { countArranged, isPlain } from './arrange';
import type { DataEngine, ViewRequest } from './contract';
import { defineCell, forgetVariables } from './define';
import { onlySignal, quoteName, type Duck } from './duck';
import { fail } from './errors';
import { explain } from './explain';
import { find } from './find';
import { insertTable, takesPlace } from './insert';
import { readFunctions, readMemory } from './introspection';
import { copyRows, countRows, holdRows } from './materialise';
import { readPage } from './pages';
import { Relations, withNotes, type Held } from './relations';
import { summarise } from './summarise';
import { widenTable } from './widen';

/**
 * The data engine over an open DuckDB.
 * @returns the engine, and the list of what it holds, which the import room adds to
 */
export async function createDataEngine(duck: Duck): Promise<{ engine: DataEngine; relations: Relations }> {
  await duck.transaction(['phems_held', 'phems_order', 'phems_profile'].map((name) => `CREATE SCHEMA ${name}`));
  const relations = new Relations(duck);
  const turns = new Map<string, Promise<unknown>>();

  /** Work on one name follows one another: two pages may both want a view made a table. */
  const turn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const key = name.toLowerCase();
    const mine = (turns.get(key) ?? Promise.resolve()).then(work, work);
    turns.set(
      key,
      mine.catch(() => undefined)
    );
    return mine;
  };
  /** @param names what the work reads, for a failure of a file behind it */
  const readable = async <T>(work: () => Promise<T>, names: readonly string[] = []): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explain(error, {
        tables: relations.names(),
        files: relations.inPlace(names).map((name) => ({ name }))
      });
    }
  };

  const materialise = (name: string, options: JobOptions = {}): ReturnType<DataEngine['materialise']> =>
    turn(name, () =>
      readable(async () => {
        const held = relations.need(name);
        if (held.alias !== undefined) {
          const { rows } = await materialise(held.alias, options);
          held.relation = { ...held.relation, rows };
        } else if (held.relation.kind === 'view') await holdRows(duck, held, options);
        return held.relation;
      }, [name])
    );

  /** The relation whose rows a page is cut from: an alias is followed, a view made a table. */
  const paged = async (request: ViewRequest, options: JobOptions, numbered = !isPlain(request)): Promise<Held> => {
    let held = relations.need(request.name);
    while (held.alias !== undefined) held = aliased(held, relations.need(held.alias));
    if (held.relation.kind === 'view') await materialise(held.relation.name, options);
    else if (held.relation.kind === 'file' && numbered && held.source?.startsWith('main.')) {
      await turn(held.relation.name, () => readable(() => copyRows(duck, held, options), [held.relation.name]));
    }
    return held;
  };

  /** The relation that a name stands for, through its other names. */
  const relationOf = (name: string): string => {
    const { alias, relation } = relations.need(name);
    return alias === undefined ? relation.name : relationOf(alias);
  };

  /** One after the other: two pages may both want the same rows sorted, and a new table may take the place. */
  const arranged = <T>(held: Held, work: () => Promise<T>): Promise<T> =>
    turn(held.relation.name, () => readable(work, [held.relation.name]));

  const count = (name: string, options: JobOptions = {}): Promise<number> =>
    readable(async () => {
      const held = relations.need(name);
      const rows =
        held.relation.rows ??
        (held.alias === undefined
          ? await countRows(duck, held.source ?? `main.${quoteName(held.relation.name)}`, options)
          : await count(held.alias, options));
      held.relation = { ...held.relation, rows };
      return rows;
    }, [name]);

  const engine: DataEngine = {
    define: (definition, options) => turn(definition.name, () => defineCell(duck, relations, definition, options)),
    query: (sql, parameters = [], options) =>
      readable(() => duck.query(sql, parameters, onlySignal(options)), scanSql(sql).tables),
    page: async (request, options = {}) => {
      const held = await paged(request, options);
      const table = await arranged(held, () => readPage(duck, held, request, options));
      return withNotes(table, relations.need(request.name).relation);
    },
    count,
    countView: async (request, options = {}) => {
      const held = await paged(request, options);
      return arranged(held, () => countArranged(duck, held, request, options));
    },
    find: async (request, options = {}) => {
      const held = await paged(request, options, true);
      return arranged(held, () => find(duck, held, request, options));
    },
    summarise: async (request, options = {}) => {
      const held = await paged(request, options);
      return arranged(held, () => summarise(duck, held, request, options));
    },
    exportFile: async (request, options = {}) => {
      const { exportFile } = await import('./export');
      const rows = await engine.countView(request, options);
      const notes = (await paged(request, options)).relation.columns;
      const columns = request.columns.flatMap((name) => notes.filter((column) => column.name === name));
      const page = (offset: number, limit: number) => engine.page({ ...request, offset, limit }, options);
      return exportFile(request, { rows, columns, page }, options);
    },
    materialise,
    insert: (name, table, options) =>
      turn(name, () =>
        readable(async () => {
          const older = relations.find(name)?.variables;
          const relation = await insertTable(duck, relations, name, table, options);
          await forgetVariables(duck, older);
          return relation;
        })
      ),
    widen: (name, of, table, options) =>
      turn(name, () =>
        readable(async () => {
          const base = relationOf(of);
          if (relations.need(base).relation.kind === 'view') await materialise(base, options);
          await count(base, options);
          const older = relations.find(name)?.variables;
          const relation = await widenTable(duck, relations, name, base, table, options);
          await forgetVariables(duck, older);
          return relation;
        }, [of])
      ),
    remove: async (names) => {
      for (const name of names) {
        await turn(name, () =>
          readable(async () => {
            await duck.transaction(await takesPlace(duck, relations, name));
            await forgetVariables(duck, relations.find(name)?.variables);
            relations.delete(name);
          })
        );
      }
    },
    relations: () => Promise.resolve(relations.all()),
    memory: () => readable(() => readMemory(duck)),
    functions: () => readable(() => readFunctions(duck))
  };
  return { engine, relations };
}

/** @throws `sql-outdated` where the relation behind another name was made anew with other columns */
function aliased(held: Held, target: Held): Held {
  const columns = ({ relation }: Held) => JSON.stringify(relation.columns.map(({ name, sqlType }) => [name, sqlType]));
  if (columns(held) !== columns(target)) throw fail('sql-outdated');
  return target;
}

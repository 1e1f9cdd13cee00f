import type { DataEngine } from '$workers/data/contract';
import { fileName, letOut } from '$lib/egress';
import { gate as words } from '$lib/messages/egress';
import type { ExportedView } from '$lib/ui/data-table/source';
import type { SqlOutput } from './run';

/** Rows that the gate looks at; the file itself has all. */
const mostLooked = 20_000;
/** The name under which a mended table stands in the engine for a moment. */
const mendedName = 'phems_mended_export';

type Engine = Pick<DataEngine, 'page' | 'insert' | 'exportFile' | 'remove'>;

/** A result as a file, by the gate: it looks at the very rows, and mends by writing the file anew. */
export async function exportResult(
  data: Engine,
  { relation }: Pick<SqlOutput, 'relation'>,
  shown: ExportedView,
  id: string | undefined
): Promise<boolean> {
  const { content, format, view, columns, forMachines, rows } = shown;
  const table = await data.page({ name: relation.name, ...view, columns, offset: 0, limit: mostLooked });
  const name = id ?? relation.name;
  return letOut({
    kind: 'table',
    name: fileName(id ?? '', format, 'table'),
    content,
    what: words.kinds.table(name, forms[format]),
    ...(id === undefined ? {} : { cell: id }),
    tables: [{ name, table, of: rows }],
    ...(table.rows < rows
      ? {}
      : {
          remake: async ([mended = table]) => {
            await data.insert(mendedName, mended);
            try {
              const names = mended.columns.map((column) => column.name);
              return await data.exportFile({ name: mendedName, format, columns: names, forMachines });
            } finally {
              await data.remove([mendedName]);
            }
          }
        })
  });
}

const forms = { csv: 'CSV', parquet: 'Parquet', xlsx: 'Excel' } as const;

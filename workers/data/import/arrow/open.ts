import { setCompressionCodec, CompressionType, tableFromColumns, tableFromIPC, tableToIPC } from '@uwdata/flechette';
import { decompressZstd } from 'hyparquet-compressors';
import { quoteName } from '../../duck';
import { importTypeOf } from '../database';
import { fail } from '../errors';
import { columnNames } from '../files/names';
import type { OpenContext, Opened } from '../opened';
import { Stage } from '../stage';
import { lz4Frame } from './lz4-frame';

// Writers compress what they write; Feather uses LZ4 unless told otherwise.
const encode = () => {
  throw new Error('Arrow is not written compressed.');
};
setCompressionCodec(CompressionType.LZ4_FRAME, { encode, decode: lz4Frame });
setCompressionCodec(CompressionType.ZSTD, { encode, decode: (bytes: Uint8Array) => decompressZstd(bytes) });

/**
 * Opens Arrow IPC, file (Feather 2) or stream. DuckDB takes the buffers as they are, so every type of Arrow's that DuckDB
 * knows arrives exactly.
 */
export async function openArrow({ duck, content, handle, options }: OpenContext): Promise<Opened> {
  const { path, blob } = content;
  const stage = new Stage(duck, `phems_staged_${handle.split('-', 1)[0]}`);
  let names: string[];
  let rows: number;
  let ipc: Uint8Array;
  try {
    const table = tableFromIPC(await blob.arrayBuffer(), { useBigInt: true });
    names = columnNames(table.names.map(String)).names;
    rows = table.numRows;
    // Under numbers, because two columns may share a name in Arrow.
    const numbered = tableFromColumns(table.children.map((column, at): [string, typeof column] => [`c${at}`, column]));
    ipc = tableToIPC(numbered, { format: 'stream' })!;
  } catch (error) {
    throw fail('arrow-damaged', { file: path }, { place: { file: path }, details: String(error), cause: error });
  }
  options.signal?.throwIfAborted();
  try {
    await stage.appendArrow(ipc);
    const described = await duck.describe(`FROM main.${quoteName(stage.name)}`);
    return {
      format: 'arrow',
      marksAmbiguous: false,
      staged: {
        from: `main.${quoteName(stage.name)}`,
        columns: described.map(({ sqlType }, at) => ({
          name: names[at]!,
          key: `c${at}`,
          kind: 'fixed',
          type: importTypeOf(sqlType)
        })),
        rows,
        inPlace: false,
        linesOf: (wanted) => Promise.resolve(wanted),
        warnings: [],
        raw: [],
        release: () => stage.release()
      }
    };
  } catch (error) {
    await stage.release();
    throw error;
  }
}

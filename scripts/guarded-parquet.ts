import type { Plugin } from 'vite';

/** More values than writers put into one page; a damaged header may say billions, and longer arrays are slow ones. */
const mostValues = 2 ** 24;

const refuse = (unless: string) => `if (!(${unless})) throw new Error('parquet page header is damaged')`;
/** A place of the reader's source, which must stand there exactly once, and what is put after it. */
const after = (found: string, put: string): [string, string] => [found, `${found}\n${put}`];

const guards: Record<string, readonly [found: string, put: string][]> = {
  'column.js': [
    after(
      'export function readPage(reader, header, columnDecoder, dictionary, previousChunk, pageStart) {',
      refuse('header.compressed_page_size >= 0 && header.uncompressed_page_size >= 0')
    )
  ],
  'datapage.js': [
    after(
      'export function readDataPage(bytes, daph, { type, element, schemaPath }) {',
      refuse(`daph.num_values >= 0 && daph.num_values <= ${mostValues}`)
    ),
    after(
      "if (!daph2) throw new Error('parquet data page header v2 is undefined')",
      refuse(
        `daph2.num_values <= ${mostValues} && daph2.num_nulls >= 0 && daph2.num_nulls <= daph2.num_values && daph2.definition_levels_byte_length >= 0 && daph2.repetition_levels_byte_length >= 0`
      )
    )
  ],
  // One column may already fail while the next is still planned: who waits for all of them comes too late to be told.
  'rowgroup.js': [
    after(
      'const asyncColumns = []',
      'asyncColumns.push = (column) => (column.data.catch(() => {}), Array.prototype.push.call(asyncColumns, column))'
    )
  ],
  'encoding.js': [['const count = header >>> 1', 'const count = Math.min(header >>> 1, output.length - seen)']]
};

/**
 * hyparquet believes what a page says of itself: a damaged file of 400 bytes kept it busy for ever, with a place in the
 * file that was no number. It is held to what can be, where the site and the tests are built.
 */
export function guardedParquet(): Plugin {
  return {
    name: 'guarded-parquet',
    enforce: 'pre',
    transform(code, id) {
      const file = /\/hyparquet\/src\/(\w+\.js)/.exec(id)?.[1];
      return file && guards[file] ? guarded(file, code) : undefined;
    }
  };
}

/** @throws where the package no longer reads as we know it */
export function guarded(file: string, code: string): string {
  let now = code;
  for (const [found, put] of guards[file] ?? []) {
    if (now.split(found).length !== 2) throw new Error(`hyparquet's ${file} is not as known: ${found}`);
    now = now.replace(found, () => put);
  }
  return now;
}

export const guardedFiles = Object.keys(guards);

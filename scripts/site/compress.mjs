import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const squeezable = /\.(wasm|js|css|html|json|svg|csv|txt)$/;
/** Below this the headers cost more than is won. */
const smallestBytes = 1024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Writes `.br` and `.gz` next to each file that gets smaller. Brotli 9: 11 wins another 14 % on DuckDB's wasm
 * and takes ten times as long.
 * @param {string} directory
 * @returns {Promise<{files: number, bytes: number, brotliBytes: number}>}
 */
export async function compressFolder(directory) {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => squeezable.test(path));
  const total = { files: 0, bytes: 0, brotliBytes: 0 };
  for (const path of paths.map((name) => join(directory, name))) {
    const content = readFileSync(path);
    if (content.length < smallestBytes) continue;
    const [small, wide] = await Promise.all([
      brotli(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          [constants.BROTLI_PARAM_LGWIN]: 22
        }
      }),
      zip(content, { level: 9 })
    ]);
    if (small.length < content.length) writeFileSync(`${path}.br`, small);
    if (wide.length < content.length) writeFileSync(`${path}.gz`, wide);
    total.files += 1;
    total.bytes += content.length;
    total.brotliBytes += Math.min(small.length, content.length);
  }
  return total;
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, runTool } from './command.mjs';
import { compressFolder } from './compress.mjs';
import { sourceFingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { buildDirectory, cacheDirectory, root } from './places.mjs';
import { writeDownload, writeSiteList } from './site-list.mjs';
import { writeStick } from './stick.mjs';

const stamp = join(cacheDirectory, 'build.stamp');

/** @returns {boolean} whether `build/` was made from the sources as they are */
export function isBuilt() {
  if (!existsSync(join(buildDirectory, 'index.html')) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === sourceFingerprint(root);
}

/** Makes the data that come with the site, the pages, and the compressed forms beside them. */
export async function buildSite() {
  const fingerprint = sourceFingerprint(root);
  rmSync(stamp, { force: true });
  const maker = join(root, 'scripts/make-site-data.mjs');
  if (existsSync(maker)) orThrow('The data of the site', await run(process.execPath, [maker]));
  const env = { ...process.env, NODE_ENV: 'production' };
  orThrow('The pages', await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { env }));
  const { version } = JSON.parse(readFileSync(join(buildDirectory, '_app/version.json'), 'utf8'));
  const { hash } = writeSiteList(buildDirectory, version);
  const { files, bytes, brotliBytes } = await compressFolder(buildDirectory);
  console.error(`Compressed ${files} files: ${megabytes(bytes)} to ${megabytes(brotliBytes)} MB.`);
  const zip = writeStick(buildDirectory);
  writeDownload(buildDirectory, zip);
  console.error(`Build ${hash.slice(0, 16)}, as a zip ${megabytes(zip.bytes)} MB.`);
  mkdirSync(cacheDirectory, { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/** Builds only where the sources have changed since. */
export async function ensureBuilt() {
  await withLock(join(cacheDirectory, 'build.lock'), async () => {
    if (isBuilt()) return;
    console.error('Building the site …');
    await buildSite();
  });
}

/** @param {string} what @param {number} code */
function orThrow(what, code) {
  if (code !== 0) throw new Error(`${what} could not be built (code ${code}); the reason stands above.`);
}

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

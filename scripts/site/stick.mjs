import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mediaTypes } from './file-lookup.mjs';
import { securityHeaders } from './headers.mjs';
import { root } from './places.mjs';
import { downloadText, listSite, zipName } from './site-list.mjs';
import { zipOf } from './zip.mjs';

const folder = 'phems-notebook';
/** A site in a zip has these too, though they are not in the list of its files. The deployment's rules go along with it. */
const besides = ['build.json', 'config.json', 'files.json', 'service-worker.js'];
const startedBy = ['start.sh', 'start.cmd', 'README.txt'];
const servers = ['stick/serve.py', 'stick/serve.mjs', 'stick/serve.ps1'];
const ofNode = ['byte-range', 'desktop', 'encoding', 'file-lookup', 'server'].map((name) => `site/${name}.mjs`);

/**
 * The site, and what serves it on one machine, as one file.
 * @param {string} directory the built site
 * @returns {{name: string, content: Buffer, gzipped?: Buffer, executable?: boolean}[]} in the order of the zip
 */
export function stickFiles(directory) {
  const scripts = join(root, 'scripts');
  const rules = {
    headers: securityHeaders(),
    types: Object.fromEntries(mediaTypes),
    hashed: 'public, max-age=31536000, immutable'
  };
  /** @param {string} path */
  const windows = (path) => /\.(cmd|ps1)$/.test(path);
  /** @param {string} path */
  const there = (path) => existsSync(join(directory, path));
  /** @param {string} path */
  const script = (path) => {
    const text = readFileSync(join(scripts, path), 'utf8');
    return Buffer.from(windows(path) ? text.replace(/\r?\n/g, '\r\n') : text);
  };
  const files = [
    ...startedBy.map((name) => ({ name, content: script(`stick/${name}`), executable: name.endsWith('.sh') })),
    ...[...servers, ...ofNode].map((path) => ({ name: `server/${path}`, content: script(path) })),
    {
      // The policy is put together from parts of the sources; here it stands written out.
      name: 'server/site/headers.mjs',
      content: Buffer.from(`export const securityHeaders = () => (${JSON.stringify(rules.headers, null, 2)});\n`)
    },
    { name: 'server/stick/headers.json', content: Buffer.from(`${JSON.stringify(rules, null, 2)}\n`) },
    ...[...listSite(directory).map(({ path }) => path), ...besides.filter(there)].sort().map((path) => ({
      name: `site/${path}`,
      content: readFileSync(join(directory, path)),
      ...(existsSync(join(directory, `${path}.gz`)) && { gzipped: readFileSync(join(directory, `${path}.gz`)) })
    })),
    // Whoever has the zip needs no link to it.
    { name: 'site/download.json', content: Buffer.from(downloadText(null)) }
  ];
  const sums = files.map(({ name, content }) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
  return [...files, { name: 'SHA256SUMS', content: Buffer.from(sums.join('')) }].map((file) => ({
    ...file,
    name: `${folder}/${file.name}`
  }));
}

/**
 * Writes the zip into the built site.
 * @param {string} directory
 */
export function writeStick(directory) {
  const zip = zipOf(stickFiles(directory));
  writeFileSync(join(directory, zipName), zip);
  const hash = createHash('sha256').update(zip).digest('hex');
  writeFileSync(join(directory, `${zipName}.sha256`), `${hash}  ${zipName}\n`);
  return { name: zipName, bytes: zip.length, hash };
}

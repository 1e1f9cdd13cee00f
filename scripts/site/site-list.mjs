import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mediaTypes } from './file-lookup.mjs';
import { securityHeaders } from './headers.mjs';

/**
 * The built site as a list, and the list written into the service worker.
 *
 * @typedef {{path: string, hash: string, bytes: number}} SiteFile
 */

/** What an operator may change after the build. */
export const live = ['config.json', 'download.json'];
/** The site as one file, beside the site. */
export const zipName = 'phems-notebook.zip';

const worker = 'service-worker.js';
const written = ['build.json', 'files.json', zipName, `${zipName}.sha256`, worker];

/** Where the list goes in the worker: in place of the source's text, or of a list that is there already. */
const place = /(["'`])%PHEMS_SITE%\1|"\{\\"version\\":(?:[^"\\]|\\.)*"/;

/** For operators, or made by us from the others: no part of the site that a browser keeps. */
const left = (/** @type {string} */ path) =>
  written.includes(path) ||
  live.includes(path) ||
  path === '_headers' ||
  path.startsWith('hosts/') ||
  /(^|\/)\./.test(path) ||
  /\.(br|gz)$/.test(path);

/** @param {string | Uint8Array} content */
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/**
 * Every file of a built site that is the same wherever it is served, in the order of their names.
 * @param {string} directory
 * @returns {SiteFile[]}
 */
export function listSite(directory) {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !left(path) && statSync(join(directory, path)).isFile())
    .sort()
    .map((path) => {
      const content = readFileSync(join(directory, path));
      return { path, hash: sha256(content), bytes: content.length };
    });
}

/**
 * Writes `files.json`, `build.json` and the list in the service worker.
 * @param {string} directory
 * @param {string} version as the pages say it
 * @returns {{hash: string, files: number, bytes: number}}
 */
export function writeSiteList(directory, version) {
  const files = listSite(directory);
  const list = `[\n${files.map(({ path, hash, bytes }) => JSON.stringify([path, hash, bytes])).join(',\n')}\n]\n`;
  const hash = sha256(list);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const build = `${JSON.stringify({ version, hash, files: files.length, bytes }, null, 2)}\n`;
  writeFileSync(join(directory, 'files.json'), list);
  writeFileSync(join(directory, 'build.json'), build);

  /** @type {import('../../src/lib/offline/contract').Site} */
  const site = {
    version,
    hash,
    // What says which build it is belongs to what a browser keeps of it.
    files: [...files, { path: 'build.json', hash: sha256(build), bytes: Buffer.byteLength(build) }],
    types: Object.fromEntries(mediaTypes),
    headers: securityHeaders(),
    live: [...live],
    passing: [zipName, `${zipName}.sha256`, 'files.json']
  };
  const path = join(directory, worker);
  const code = readFileSync(path, 'utf8');
  if (!place.test(code)) throw new Error(`${worker} has no place for the list of files.`);
  writeFileSync(
    path,
    code.replace(place, () => JSON.stringify(JSON.stringify(site)))
  );
  return { hash, files: files.length, bytes };
}

/**
 * Says whether the site can be had as one file here.
 * @param {string} directory
 * @param {{name: string, bytes: number, hash: string} | null} zip
 */
export const writeDownload = (directory, zip) => writeFileSync(join(directory, 'download.json'), downloadText(zip));

/** @param {{name: string, bytes: number, hash: string} | null} zip */
export const downloadText = (zip) => `${JSON.stringify({ zip })}\n`;

import { realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export const mediaTypes = new Map(
  Object.entries({
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.webmanifest': 'application/manifest+json; charset=utf-8',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.ico': 'image/x-icon',
    '.woff2': 'font/woff2',
    '.txt': 'text/plain; charset=utf-8',
    '.md': 'text/markdown; charset=utf-8',
    '.csv': 'text/csv',
    '.parquet': 'application/vnd.apache.parquet',
    '.zip': 'application/zip',
    '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  })
);

/** @param {string} path @returns {string} */
export const mediaType = (path) => mediaTypes.get(extname(path).toLowerCase()) ?? 'application/octet-stream';

/**
 * Turns the path of a request into the segments below the site's folder.
 * @param {string} target the request target, with or without a query
 * @param {string} base sub-folder the site is served under, '' or '/notebook'
 * @returns {string[] | undefined} undefined where the path may not be served
 */
export function safeSegments(target, base) {
  const [path = ''] = target.split(/[?#]/, 1);
  if (!path.startsWith(`${base}/`)) return undefined;
  let decoded;
  try {
    decoded = decodeURIComponent(path.slice(base.length));
  } catch {
    return undefined;
  }
  if (decoded.includes('\\') || decoded.includes('\0')) return undefined;
  const segments = decoded.split('/').filter((segment) => segment !== '');
  // Hidden files never belong to the site, and `..` leaves it.
  return segments.some((segment) => segment.startsWith('.')) ? undefined : segments;
}

/** @param {string} path @returns {import('node:fs').Stats | undefined} */
export function fileAt(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats : undefined;
}

/**
 * The file that answers: as named, `x.html` for `x`, or `x/index.html`.
 * @param {string} directory the site's folder
 * @param {readonly string[]} segments
 * @returns {string | undefined}
 */
export function findFile(directory, segments) {
  const root = realpathSync(directory);
  const named = join(root, ...segments);
  const candidates = segments.length === 0 ? [] : [named, `${named}.html`];
  for (const candidate of [...candidates, join(named, 'index.html')]) {
    if (!fileAt(candidate)) continue;
    // A symbolic link may not lead out of the folder.
    return realpathSync(candidate).startsWith(root + sep) ? candidate : undefined;
  }
  return undefined;
}

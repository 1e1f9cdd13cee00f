import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream';
import { parseRange } from './byte-range.mjs';
import { chooseEncoding } from './encoding.mjs';
import { findFile, mediaType, safeSegments } from './file-lookup.mjs';
import { securityHeaders } from './headers.mjs';

/**
 * @typedef {object} SiteOptions
 * @property {string} directory the built site
 * @property {string} [base] sub-folder to serve it under: '' or '/notebook'
 * @property {boolean} [headers] false: as a host that sends none of our headers
 * @property {boolean} [validators] false: no ETag, where the age of a file says nothing of its content
 * @property {(request: {method: string, url: string, status: number}) => void} [log]
 *
 * @typedef {object} RunningSite
 * @property {string} url without a slash at the end
 * @property {number} port
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} relative path below the site's folder, with /
 * @returns {string} `Cache-Control`: only names that hold a hash of the content may be kept unasked
 */
const cacheControl = (relative) =>
  relative.startsWith('_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/**
 * Pages link relatively, so `/x` and `/x/` are not the same address: only the one that the file was built for works.
 * @param {string} file @param {readonly string[]} segments @param {string} base
 * @returns {string | undefined} the path to go to, undefined where any spelling will do
 */
function canonicalPath(file, segments, base) {
  if (segments.length === 0 || !file.endsWith('.html') || file.endsWith(segments.at(-1) ?? '')) return undefined;
  const path = `${base}/${segments.map(encodeURIComponent).join('/')}`;
  return basename(file) === 'index.html' ? `${path}/` : path;
}

/**
 * Answers GET and HEAD from one folder: precompressed files, ranges, conditional requests, our headers.
 * @param {SiteOptions} options
 * @returns {import('node:http').RequestListener}
 */
export function siteListener({ directory, base = '', headers = true, validators = true, log }) {
  const always = headers ? securityHeaders() : {};
  return (request, response) => {
    const { method = 'GET', url = '/' } = request;
    response.on('finish', () => log?.({ method, url, status: response.statusCode }));
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);

    /** @param {number} status @param {string} text @param {Record<string, string>} [more] */
    const answer = (status, text, more = {}) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache', ...more });
      response.end(method === 'HEAD' ? undefined : `${text}\n`);
    };

    if (method !== 'GET' && method !== 'HEAD') return answer(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
    if (base !== '' && url.split('?', 1)[0] === base) return answer(308, base, { Location: `${base}/` });
    const segments = safeSegments(url, base);
    if (!segments) return answer(404, 'Not found.');
    const found = findFile(directory, segments);
    const missing = join(directory, '404.html');
    if (!found && !existsSync(missing)) return answer(404, 'Not found.');
    const file = found ?? missing;

    const settled = found && canonicalPath(found, segments, base);
    const [asked = '', query] = url.split(/\?(.*)/s);
    if (settled && settled.endsWith('/') !== asked.endsWith('/')) {
      return answer(308, settled, { Location: query === undefined ? settled : `${settled}?${query}` });
    }

    const range = found ? request.headers.range : undefined;
    const { path, encoding } = chooseEncoding(file, range ? '' : request.headers['accept-encoding']);
    const stats = statSync(path);
    const tag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}${encoding ?? ''}"`;
    response.setHeader('Content-Type', mediaType(file));
    response.setHeader('Cache-Control', found ? cacheControl(segments.join('/')) : 'no-cache');
    if (validators) response.setHeader('ETag', tag);
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Accept-Ranges', 'bytes');
    if (found && validators && request.headers['if-none-match'] === tag) {
      response.writeHead(304);
      response.end();
      return;
    }
    const part = parseRange(range, stats.size);
    if (part === 'unsatisfiable') return answer(416, 'No such range.', { 'Content-Range': `bytes */${stats.size}` });
    if (encoding) response.setHeader('Content-Encoding', encoding);
    if (part) response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${stats.size}`);
    response.setHeader('Content-Length', part ? part.end - part.start + 1 : stats.size);
    response.writeHead(part ? 206 : found ? 200 : 404);
    if (method === 'HEAD') response.end();
    // A reader that goes away in the middle is no failure of ours.
    else pipeline(createReadStream(path, part ?? {}), response, () => {});
  };
}

/**
 * Serves on 127.0.0.1 only. A port that is taken gives way to a free one unless `strict`.
 * @param {SiteOptions & {port?: number, strict?: boolean}} options
 * @returns {Promise<RunningSite>}
 */
export async function serveSite({ port = 0, strict = false, ...options }) {
  const server = createServer(siteListener(options));
  /** @param {number} wanted @returns {Promise<number>} */
  const listen = (wanted) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.removeListener('error', reject);
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : wanted);
      });
    });
  const bound = await listen(port).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (strict || (error.code !== 'EADDRINUSE' && error.code !== 'EACCES')) throw error;
    return listen(0);
  });
  return {
    url: `http://127.0.0.1:${bound}${options.base ?? ''}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

/** @returns {Promise<number>} a port that nobody listens on at the moment */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

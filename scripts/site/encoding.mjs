import { fileAt } from './file-lookup.mjs';

const suffixes = /** @type {const} */ ([
  ['br', '.br'],
  ['gzip', '.gz']
]);

/**
 * @param {string | undefined} header `Accept-Encoding`
 * @param {string} name
 * @returns {boolean}
 */
export function accepts(header, name) {
  for (const part of (header ?? '').split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    if (coding !== name) continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return quality === undefined || Number(quality.slice(2)) > 0;
  }
  return false;
}

/**
 * The smallest form of a file that the browser takes and the build has written next to it.
 * @param {string} path
 * @param {string | undefined} header `Accept-Encoding`
 * @returns {{path: string, encoding: 'br' | 'gzip' | undefined}}
 */
export function chooseEncoding(path, header) {
  for (const [encoding, suffix] of suffixes) {
    if (accepts(header, encoding) && fileAt(path + suffix)) return { path: path + suffix, encoding };
  }
  return { path, encoding: undefined };
}

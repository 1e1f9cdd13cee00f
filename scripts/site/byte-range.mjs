/**
 * Reads a `Range` header of one range. Several ranges, other units and nonsense are ignored, as RFC 9110 §14.2 allows:
 * then the whole file is sent.
 * @param {string | undefined} header
 * @param {number} sizeBytes
 * @returns {{start: number, end: number} | 'unsatisfiable' | undefined} both ends included
 */
export function parseRange(header, sizeBytes) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= sizeBytes ? 'unsatisfiable' : { start, end };
}

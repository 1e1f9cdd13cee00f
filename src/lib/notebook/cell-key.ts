import type { CellKey } from './model';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A fresh random name: 16 letters, 80 bits. Not `crypto.randomUUID`, which is absent on plain http in a classroom.
 */
export function newId(): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += letters[byte & 31];
  return id;
}

export function newCellKey(): CellKey {
  return newId() as CellKey;
}

/*
 * Validity bits of a column: one a row, little-endian within a byte, 1 = present. Bits behind the last row are 0.
 */

/** Bits of rows that are all missing. */
export function nonePresent(rows: number): Uint8Array {
  return new Uint8Array((rows + 7) >> 3);
}

/** Bits of rows that are all there. */
export function allPresent(rows: number): Uint8Array {
  const bits = nonePresent(rows).fill(255);
  if (rows & 7) bits[rows >> 3] = (1 << (rows & 7)) - 1;
  return bits;
}

/** Says of a row that its value is there. */
export function setPresent(bits: Uint8Array, row: number): void {
  bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
}

/** Says of a row that its value is missing. */
export function setMissing(bits: Uint8Array, row: number): void {
  bits[row >> 3] = (bits[row >> 3] as number) & ~(1 << (row & 7));
}

/** Bits of so many rows, packed from an answer for each. */
export function packValidity(rows: number, isThere: (row: number) => boolean): Uint8Array {
  const bits = nonePresent(rows);
  for (let row = 0; row < rows; row++) if (isThere(row)) setPresent(bits, row);
  return bits;
}

/**
 * Takes an array of numbers over for a column: NaN becomes missing, so that no NaN leaves.
 *
 * @returns the values, 0 where they are missing, and bits only where one is
 */
export function withoutNaN(values: Float64Array): { values: Float64Array; validity?: Uint8Array } {
  let validity: Uint8Array | undefined;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row] as number)) continue;
    validity ??= allPresent(values.length);
    setMissing(validity, row);
    values[row] = 0;
  }
  return { values, ...(validity && { validity }) };
}

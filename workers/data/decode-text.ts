import type { Batch } from '@uwdata/flechette';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Collects text into codes and a dictionary without doubles. Missing values get code 0; validity tells them apart. */
export class TextDictionary {
  readonly #values: Int32Array;
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [];
  #row = 0;

  constructor(rows: number) {
    this.#values = new Int32Array(rows);
  }

  add(text: string): void {
    this.#values[this.#row++] = this.#code(text);
  }

  /** A batch of offsets and bytes. The bytes are decoded at once; ASCII (the rule) is then cut by offsets. */
  addUtf8(batch: Batch<unknown>): void {
    const { length } = batch;
    const offsets = batch.offsets as Int32Array;
    const from = offsets[0] ?? 0;
    const bytes = (batch.values as Uint8Array).subarray(from, offsets[length] ?? 0);
    const whole = decoder.decode(bytes);
    const isAscii = whole.length === bytes.length;
    const hasMissing = batch.nullCount > 0;
    let last: string | undefined;
    let lastCode = 0;
    for (let at = 0; at < length; at++) {
      if (hasMissing && !batch.isValid(at)) {
        this.#row++;
        continue;
      }
      const start = offsets[at]! - from;
      const end = offsets[at + 1]! - from;
      const text = isAscii ? whole.substring(start, end) : decoder.decode(bytes.subarray(start, end));
      if (text !== last) {
        last = text;
        lastCode = this.#code(text);
      }
      this.#values[this.#row++] = lastCode;
    }
  }

  done(): { values: Int32Array; dictionary: readonly string[] } {
    return { values: this.#values, dictionary: this.#texts };
  }

  #code(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.#texts.length;
      this.#codes.set(text, code);
      this.#texts.push(text);
    }
    return code;
  }
}

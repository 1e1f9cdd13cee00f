/**
 * Undoes LZ4 frames (LZ4 Frame Format 1.6.2) as Arrow holds them: blocks may refer to what earlier blocks wrote. Checksums
 * are passed over; Arrow's own lengths are checked by its reader.
 *
 * @throws Error where the frame is cut or wrong
 */
export function lz4Frame(frame: Uint8Array): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== 0x184d2204) throw new Error('No LZ4 frame.');
  const flags = frame[4]!;
  const hasSize = (flags & 8) !== 0;
  let at = 6 + (hasSize ? 8 : 0) + ((flags & 1) !== 0 ? 4 : 0) + 1;
  const out = new Growing(hasSize ? Number(view.getBigUint64(6, true)) : frame.length * 4);
  for (;;) {
    const word = view.getUint32(at, true);
    at += 4;
    if (word === 0) return out.finish();
    const size = word & 0x7fffffff;
    if (at + size > frame.length) throw new Error('The LZ4 frame is cut.');
    if (word & 0x80000000) out.add(frame.subarray(at, at + size));
    else block(frame.subarray(at, at + size), out);
    at += size + ((flags & 16) !== 0 ? 4 : 0);
  }
}

function block(input: Uint8Array, out: Growing): void {
  let at = 0;
  const length = (start: number): number => {
    let total = start;
    if (start === 15) {
      let next: number;
      do {
        next = input[at++]!;
        total += next;
      } while (next === 255);
    }
    return total;
  };
  while (at < input.length) {
    const token = input[at++]!;
    const literals = length(token >> 4);
    out.add(input.subarray(at, at + literals));
    at += literals;
    if (at >= input.length) return;
    const distance = input[at]! | (input[at + 1]! << 8);
    at += 2;
    out.repeat(distance, length(token & 15) + 4);
  }
}

class Growing {
  #bytes: Uint8Array;
  #length = 0;

  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.max(expected, 64));
  }

  add(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Copies from what was written, which may overlap what is being written. */
  repeat(distance: number, count: number): void {
    if (distance === 0 || distance > this.#length) throw new Error('An LZ4 match points before the beginning.');
    this.#room(count);
    const bytes = this.#bytes;
    let to = this.#length;
    for (let step = 0; step < count; step++, to++) bytes[to] = bytes[to - distance]!;
    this.#length = to;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/**
 * SHA-256 (FIPS 180-4), by hand because `crypto.subtle` is absent where the page is served over plain http to a
 * classroom. Hexadecimal. 100 MB/s.
 */
export function sha256(message: Uint8Array): string {
  return new Sha256().add(message).end();
}

/** The same, piece by piece: between two of them the page can draw. */
export class Sha256 {
  readonly #state = Uint32Array.from(start);
  readonly #words = new Uint32Array(64);
  /** What does not fill a block of 64 bytes yet. */
  #rest: Uint8Array = new Uint8Array(0);
  #length = 0;

  add(message: Uint8Array): this {
    const whole = this.#rest.length === 0 ? message : joined(this.#rest, message);
    const end = whole.length - (whole.length % 64);
    const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
    for (let block = 0; block < end; block += 64) {
      for (let at = 0; at < 16; at++) this.#words[at] = view.getUint32(block + 4 * at);
      compress(this.#state, this.#words);
    }
    this.#rest = whole.slice(end);
    this.#length += message.length;
    return this;
  }

  end(): string {
    const length = this.#length;
    const padding = new Uint8Array(((this.#rest.length + 72) & ~63) - this.#rest.length);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(length / 0x20000000));
    view.setUint32(padding.length - 4, length << 3);
    this.add(padding);
    return Array.from(this.#state, (word) => word.toString(16).padStart(8, '0')).join('');
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

const primes = firstPrimes(64);
const constants = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const start = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

function compress(state: Uint32Array, words: Uint32Array): void {
  for (let at = 16; at < 64; at++) {
    const w15 = words[at - 15]!;
    const w2 = words[at - 2]!;
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
    words[at] = words[at - 16]! + s0 + words[at - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at++) {
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[at]! + words[at]!) | 0;
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = state[at]! + word));
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let next = 2; found.length < count; next++) if (found.every((prime) => next % prime !== 0)) found.push(next);
  return found;
}

import type { RandomStream } from './random';

/** Numbers that parsers of lengths and counts trip over. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/**
 * Bytes as damage, or somebody who means harm, would leave them: flipped, cut, doubled, moved, lengths overwritten. For
 * tests of what reads files. The input is not changed.
 */
export function mutatedBytes(bytes: Uint8Array, random: RandomStream): Uint8Array<ArrayBuffer> {
  let now = new Uint8Array(bytes);
  const times = random.integer(1, 5);
  for (let time = 0; time < times; time++) now = mutatedOnce(now, random);
  return now;
}

function mutatedOnce(bytes: Uint8Array<ArrayBuffer>, random: RandomStream): Uint8Array<ArrayBuffer> {
  const { length } = bytes;
  if (length === 0) return new Uint8Array([random.integer(0, 256)]);
  const at = random.integer(0, length);
  const size = Math.min(length - at, random.integer(1, 65));
  switch (random.integer(0, 7)) {
    case 0: {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.integer(0, 8));
      return flipped;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(at + size));
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at, at + size), bytes.subarray(at));
    case 4:
      return joined(bytes.subarray(0, at), noise(size, random), bytes.subarray(at));
    case 5: {
      const written = bytes.slice();
      written.set(noise(size, random), at);
      return written;
    }
    default: {
      const written = bytes.slice();
      const edge = edges[random.integer(0, edges.length)] ?? 0;
      for (let byte = 0; byte < 4 && at + byte < length; byte++) written[at + byte] = (edge >>> (8 * byte)) & 255;
      return written;
    }
  }
}

const noise = (size: number, random: RandomStream) => Uint8Array.from({ length: size }, () => random.integer(0, 256));

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A text with letters cut, doubled, moved and put in; `words` are what its grammar is made of. */
export function mutatedText(text: string, words: readonly string[], random: RandomStream): string {
  let now = text;
  const times = random.integer(1, 6);
  for (let time = 0; time < times; time++) {
    const at = random.integer(0, now.length + 1);
    const size = Math.min(now.length - at, random.integer(0, 41));
    const word = words[random.integer(0, words.length)] ?? '';
    const to = random.integer(0, now.length + 1);
    switch (random.integer(0, 5)) {
      case 0:
        now = now.slice(0, at) + word + now.slice(at);
        break;
      case 1:
        now = now.slice(0, at) + now.slice(at + size);
        break;
      case 2:
        now = now.slice(0, to) + now.slice(at, at + size) + now.slice(to);
        break;
      case 3:
        now = now.slice(0, at) + word.repeat(random.integer(1, 51)) + now.slice(at + size);
        break;
      default:
        now = now.slice(0, at) + String.fromCodePoint(random.integer(0, 0xd800)) + now.slice(at);
    }
  }
  return now;
}

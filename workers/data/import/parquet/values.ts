const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** Bytes as text. Unannotated ones are text in older files, and hexadecimal here where they are no UTF-8. */
export function bytesText(bytes: Uint8Array, { hexIfStrange }: { hexIfStrange: boolean }): string {
  if (bytes.length < 24) {
    let text = '';
    let at = 0;
    for (; at < bytes.length && bytes[at]! < 0x80; at++) text += String.fromCharCode(bytes[at]!);
    if (at === bytes.length) return text;
  }
  if (!hexIfStrange) return lenient.decode(bytes);
  try {
    return strict.decode(bytes);
  } catch {
    return hex(bytes);
  }
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function uuidText(bytes: Uint8Array): string {
  const digits = hex(bytes);
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-'
  );
}

/** Months, days and milliseconds, each 32 bits, little-endian (Parquet format, INTERVAL). */
export function intervalText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [
    [view.getUint32(0, true), 'months'],
    [view.getUint32(4, true), 'days']
  ].filter(([count]) => count !== 0);
  const millis = view.getUint32(8, true);
  if (millis > 0 || parts.length === 0) parts.push([timeText(BigInt(millis) * 1000n), '']);
  return parts.map((part) => part.join(' ').trim()).join(' ');
}

/** Two's complement, most significant byte first; or a number already. */
export function decimalValue(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  let whole = 0n;
  for (const byte of value) whole = (whole << 8n) | BigInt(byte);
  return BigInt.asIntN(value.length * 8, whole);
}

export function decimalText(value: bigint, scale: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, cut)}${scale > 0 ? `.${digits.slice(cut)}` : ''}`;
}

/** @param micros microseconds since midnight */
export function timeText(micros: bigint): string {
  const two = (value: bigint) => value.toString().padStart(2, '0');
  const seconds = micros / 1_000_000n;
  const fraction = micros % 1_000_000n;
  const clock = `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
  return fraction === 0n ? clock : `${clock}.${fraction.toString().padStart(6, '0').replace(/0+$/, '')}`;
}

/** IEEE 754 binary16, little-endian. */
export function halfFloat(bytes: Uint8Array): number {
  const bits = (bytes[1]! << 8) | bytes[0]!;
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * 2 ** -14 * (fraction / 1024);
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}

/** A list or record as compact JSON. Whole numbers stay exact, whatever their size. */
export function nestedText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value instanceof Uint8Array) return JSON.stringify(bytesText(value, { hexIfStrange: true }));
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return `[${Array.from(value as unknown[], nestedText).join(',')}]`;
  }
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}:${nestedText(item)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** As it is written: a day, or a day and a time. */
export function momentText(micros: bigint): string {
  const [day = '', time = ''] = new Date(Number(micros / 1000n)).toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, time.startsWith('00', 6) ? 5 : 8)}`;
}

const written = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?)?$/;

/**
 * A day (`2024-03-01`), a month (`2024-03`: its first day) or a time (`2024-03-01T08:30`) as microseconds since 1970,
 * without a zone as all times here. @returns undefined where it is none, as the 30th of February
 */
export function momentOf(text: string): bigint | undefined {
  const parts = written.exec(text.trim());
  if (!parts) return undefined;
  const [year, month, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const date = new Date(0);
  date.setUTCFullYear(year as number, (month as number) - 1, day);
  date.setUTCHours(hour, minute, second);
  const stays =
    date.getUTCMonth() + 1 === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return stays ? BigInt(date.getTime()) * 1000n : undefined;
}

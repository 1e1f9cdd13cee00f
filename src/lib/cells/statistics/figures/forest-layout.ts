/** Mean advance of the interface face at 13 px, with some room. */
const LETTER_PX = 6.8;
/** Names take so much of the width at most; longer ones stand above their intervals. */
const MOST_AT_LEFT = 0.42;

export interface ForestLayout {
  /** Names stand at the left and estimates at the right; else both stand in a line above each interval. */
  isWide: boolean;
  /** Room at the left, px. */
  left: number;
  rowPx: number;
  /** How far the line stands from its interval, px. */
  dy: number;
  lines: readonly { name: string; text: string }[];
}

/**
 * Where the names of a forest stand, so that none is cut and none lies on another.
 *
 * @param given.room that the estimates take at the right, px
 * @param given.at what stands at the right of each name where both stand above their interval
 */
export function forestLayout(
  names: readonly string[],
  { width, room, at }: { width: number; room: number; at: readonly string[] }
): ForestLayout {
  const longest = names.reduce((most, { length }) => Math.max(most, length), 0);
  const left = Math.max(60, 18 + Math.ceil(LETTER_PX * longest));
  if (width >= 560 && left <= MOST_AT_LEFT * width && left + room <= 0.75 * width) {
    return { isWide: true, left, rowPx: 28, dy: 0, lines: [] };
  }
  const lines = names.map((name, row) => {
    const text = at[row] ?? '';
    const letters = Math.floor((width - 28) / LETTER_PX) - (text === '' ? 0 : text.length + 2);
    return { name: shortened(name, letters), text };
  });
  return { isWide: false, left: 14, rowPx: 44, dy: -15, lines };
}

/** A name whose middle is left out: its end says which level is meant. */
export function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const kept = Math.max(2, most - 1);
  const end = Math.min(Math.ceil(kept / 2), kept - 1);
  return `${name.slice(0, kept - end)}…${name.slice(name.length - end)}`;
}

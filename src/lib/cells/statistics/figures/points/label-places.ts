/**
 * How far labels of lines across are moved from their lines so that none lies on another, px downwards.
 *
 * @param values where the lines are, in any order
 * @param domain of the axis that rises upwards over so many px of `height`
 * @param gap least distance of two labels, px
 */
export function labelPlaces(
  values: readonly number[],
  [low, high]: readonly [number, number],
  { height, gap }: { height: number; gap: number }
): number[] {
  const at = values.map((value) => (height * (high - value)) / (high - low || 1));
  const order = [...at.keys()].sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  // Groups of labels that touch stand around the middle of their lines.
  const groups: { members: number[]; top: number }[] = [];
  for (const one of order) {
    groups.push({ members: [one], top: at[one] ?? 0 });
    for (;;) {
      const [before, last] = groups.slice(-2);
      if (!before || !last || last.top - (before.top + gap * (before.members.length - 1)) >= gap) break;
      const members = [...before.members, ...last.members];
      const middle = members.reduce((sum, member) => sum + (at[member] ?? 0), 0) / members.length;
      groups.splice(-2, 2, { members, top: middle - (gap * (members.length - 1)) / 2 });
    }
  }
  const moved = values.map(() => 0);
  for (const { members, top } of groups) {
    members.forEach((member, place) => (moved[member] = top + gap * place - (at[member] ?? 0)));
  }
  return moved;
}

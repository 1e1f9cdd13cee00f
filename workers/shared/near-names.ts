/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each 1.
 * @returns the distance, or `limit + 1` as soon as it is known to be above `limit`
 */
export function editDistance(from: string, to: string, limit = Infinity): number {
  const a = [...from];
  const b = [...to];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let distance = Math.min(
        (above[column] as number) + 1,
        (line[column - 1] as number) + 1,
        (above[column - 1] as number) + (same ? 0 : 1)
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) distance = Math.min(distance, (before[column - 2] as number) + 1);
      line.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = line;
  }
  return above[b.length] as number;
}

/**
 * Names a slip of the keyboard away, nearest first: edit distance ≤ 2; ≤ 1 for names of up to five letters, where two
 * slips make another word; none for one or two letters. Case does not count; what differs in case only comes first.
 *
 * @param limit how many at most, default 3
 */
export function nearNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = name.toLowerCase();
  const most = wanted.length <= 2 ? 0 : wanted.length <= 5 ? 1 : 2;
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === name) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), most);
    if (distance <= most && distance < candidate.length) found.push({ candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map((one) => one.candidate);
}

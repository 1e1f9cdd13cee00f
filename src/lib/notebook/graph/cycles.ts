import type { CellKey } from '../model';

/** Parents of each cell, in the order in which the cell names them. */
export type Parents = ReadonlyMap<CellKey, readonly CellKey[]>;

/** Strongly connected parts with a cycle in them (Tarjan 1972, without recursion: chains may be long). */
function circularParts(parents: Parents): CellKey[][] {
  const index = new Map<CellKey, number>();
  const low = new Map<CellKey, number>();
  const onStack = new Set<CellKey>();
  const stack: CellKey[] = [];
  const parts: CellKey[][] = [];

  for (const root of parents.keys()) {
    if (index.has(root)) continue;
    const work: { key: CellKey; next: number }[] = [{ key: root, next: 0 }];
    while (work.length > 0) {
      const top = work.at(-1) as { key: CellKey; next: number };
      const { key } = top;
      if (top.next === 0) {
        index.set(key, index.size);
        low.set(key, index.get(key) as number);
        stack.push(key);
        onStack.add(key);
      }
      const parent = parents.get(key)?.[top.next++];
      if (parent !== undefined) {
        if (!index.has(parent)) work.push({ key: parent, next: 0 });
        else if (onStack.has(parent)) low.set(key, Math.min(low.get(key) as number, index.get(parent) as number));
        continue;
      }
      work.pop();
      const below = work.at(-1);
      if (below) low.set(below.key, Math.min(low.get(below.key) as number, low.get(key) as number));
      if (low.get(key) !== index.get(key)) continue;
      const part = stack.splice(stack.lastIndexOf(key));
      part.forEach((member) => onStack.delete(member));
      if (part.length > 1 || parents.get(key)?.includes(key)) parts.push(part);
    }
  }
  return parts;
}

/** The shortest way from a cell over its parents back to itself, both ends included. */
function wayBack(start: CellKey, part: ReadonlySet<CellKey>, parents: Parents): CellKey[] {
  const from = new Map<CellKey, CellKey>();
  const queue = [start];
  for (const key of queue) {
    for (const parent of parents.get(key) ?? []) {
      if (parent === start) {
        const way = [start, key];
        while (way.at(-1) !== start) way.push(from.get(way.at(-1) as CellKey) as CellKey);
        return way.reverse();
      }
      if (!part.has(parent) || from.has(parent)) continue;
      from.set(parent, key);
      queue.push(parent);
    }
  }
  return [start, start];
}

/** For each member of a cycle its path `a → b → a`, where each cell names the one after it. */
export function cyclePaths(parents: Parents): Map<CellKey, CellKey[]> {
  const paths = new Map<CellKey, CellKey[]>();
  for (const part of circularParts(parents)) {
    const members = new Set(part);
    for (const key of part) paths.set(key, wayBack(key, members, parents));
  }
  return paths;
}

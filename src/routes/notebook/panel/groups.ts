const size = 25;

/** A long list in parts, each of which the browser may leave out while it is far from the window. */
export function groupsOf<T>(list: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

/** All names: first those of a wished order that exist, then the others as the table has them. */
export function orderedColumns(names: readonly string[], order: readonly string[]): readonly string[] {
  if (order.length === 0) return names;
  const all = new Set(names);
  const wished = order.filter((name) => all.has(name));
  const seen = new Set(wished);
  return [...wished, ...names.filter((name) => !seen.has(name))];
}

export interface ColumnPlaces {
  /** Indices into the table's columns, in the order they are shown. */
  shown: readonly number[];
  /** How many of them, from the left, are pinned. */
  pinned: number;
}

/** Which columns are shown, and where: pinned ones first. */
export function columnPlaces(
  names: readonly string[],
  view: { order: readonly string[]; pinned: readonly string[]; hidden: ReadonlySet<string> }
): ColumnPlaces {
  const indices = new Map(names.map((name, index) => [name, index]));
  const pinned = view.pinned.filter((name) => indices.has(name) && !view.hidden.has(name));
  const first = new Set(pinned);
  const rest = orderedColumns(names, view.order).filter((name) => !first.has(name) && !view.hidden.has(name));
  return { shown: [...pinned, ...rest].flatMap((name) => indices.get(name) ?? []), pinned: pinned.length };
}

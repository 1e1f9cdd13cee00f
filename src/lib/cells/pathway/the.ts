/** The item of a list at a place that is known to have one. @throws RangeError where it has none: a mistake in the program */
export function the<Item>(list: ArrayLike<Item>, place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`nothing at ${place} of ${list.length}`);
  return item;
}

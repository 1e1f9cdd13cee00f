/** Room that a number takes on an axis, px. */
const LABEL_PX = 40;
const between = [1, 0.5, 2, 0.75, 1.5, 0.67, 1.25, 0.8, 0.9, 1.1, 3, 0.25, 0.33, 4, 1.33, 1.75, 2.5];

/**
 * Few round ratios within a domain, so far apart on a logarithmic axis that their numbers do not touch.
 *
 * @param room of the axis, px
 */
export function ratioTicks([low, high]: readonly [number, number], room: number): number[] {
  const powers = Array.from({ length: 13 }, (_, at) => 10 ** (at - 6));
  const within = (values: readonly number[]) => values.filter((one) => one >= low && one <= high);
  const fine = within(powers.flatMap((power) => [1, 2, 5].map((one) => one * power)));
  const coarse = within(powers);
  // No effect first, then by how round they are: the first ones keep their place.
  const wanted = fine.length > 7 ? [1, ...coarse] : fine.length >= 3 ? [1, ...coarse, ...fine] : between;
  const apart = (LABEL_PX / room) * Math.log(high / low);
  const kept: number[] = [];
  for (const tick of within(wanted)) {
    if (kept.every((other) => Math.abs(Math.log(tick / other)) >= apart)) kept.push(tick);
  }
  return kept.sort((a, b) => a - b);
}

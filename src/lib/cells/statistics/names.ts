import { statisticsWords as words } from '$lib/messages/statistics';
import type { Measure, OwnName } from '$workers/statistics';

/** A name of an estimate as it is read: the data's own as they are, the engine's by the page's word. */
export function readName({ name, named, measure }: { name: string; named?: 'code'; measure?: Measure }): string {
  if (named === undefined) return words.ofData(name);
  // A series has a slope, too.
  if (measure === 'calibration-slope') return words.measures[measure];
  const end = name.indexOf(': ');
  const code = end < 0 ? name : name.slice(0, end);
  const word = words.names[code as OwnName] ?? code;
  return end < 0 ? word : `${word}${name.slice(end)}`;
}

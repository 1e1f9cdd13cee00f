import { statisticsWords as words } from '$lib/messages/statistics';
import type { OwnName } from '$workers/statistics';

/** A name of an estimate as it is read: the data's own as they are, the engine's by the page's word. */
export function readName({ name, named }: { name: string; named?: 'code' }): string {
  if (named === undefined) return name;
  const end = name.indexOf(': ');
  const code = end < 0 ? name : name.slice(0, end);
  const word = words.names[code as OwnName];
  return end < 0 ? word : `${word}${name.slice(end)}`;
}

import { readTask, setField } from '../task';
import { pkFields } from './fields';

/** What a table says, and what the cell says itself in its place. */
const inPlaceOf = [
  ['doses', 'given'],
  ['levels', 'measured'],
  ['patients', 'person']
] as const;

/**
 * A text in whose form a table was just chosen: what was written by hand in its place goes. Doses of both kinds would be
 * refused, and the weight of the example would silently stand before that of the table.
 */
export function takeTables(before: string, after: string): string {
  const was = readTask(before, pkFields);
  const now = readTask(after, pkFields);
  const says = ({ writtenAt }: typeof was, key: string) => (writtenAt([key]) ?? null) !== null;
  return inPlaceOf.reduce(
    (text, [table, own]) => (says(now, table) && !says(was, table) ? setField(text, [own], undefined) : text),
    after
  );
}

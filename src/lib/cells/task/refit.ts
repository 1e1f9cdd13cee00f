import type { FieldTable } from './fields';
import { readTask } from './read-task';
import { setField } from './write-task';

/**
 * A text whose fields are others than before, because one of them says so (what is simulated, what is shown): what only the
 * old ones knew goes, and so does what said something to the old ones and says nothing to the new. What neither knew
 * stays: it was not the form that wrote it.
 *
 * @throws `task-yaml` where the text is no YAML
 */
export function refit(text: string, before: FieldTable, after: FieldTable): string {
  if (before === after) return text;
  const was = readTask(text, before);
  const now = readTask(text, after);
  const misfits = (issues: typeof now.issues, key: string) => issues.some(({ path }) => path[0] === key);
  const gone = Object.keys(before).filter((key) => {
    if ((now.writtenAt([key]) ?? null) === null) return false;
    return !Object.hasOwn(after, key) || (misfits(now.issues, key) && !misfits(was.issues, key));
  });
  return gone.reduce((rest, key) => setField(rest, [key], undefined), text);
}

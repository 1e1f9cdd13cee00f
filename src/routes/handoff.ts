import type { Imported } from '$lib/notebook/exchange';
import type { GivenFile } from '$lib/ui/files/given-file';

/** A notebook on its way in: its text in our format, and of another program's what became of it. */
export interface Arrival {
  text: string;
  from: { file: string; imported: Imported } | undefined;
}

/**
 * What is on its way from the gallery to the notebook page. Files cannot stand in an address; they wait here for the
 * page that opens next.
 */
let waiting: { files: readonly GivenFile[]; arrival: Arrival | undefined } = { files: [], arrival: undefined };

/**
 * Hands files over: a notebook to be opened as a new one, or data.
 * @throws what reading a notebook of another program throws; then nothing waits and nothing has changed
 */
export async function handOver(files: readonly GivenFile[]): Promise<void> {
  const [first] = files;
  const arrival = files.length === 1 && first && isNotebookFile(first.path) ? await arrived(first) : undefined;
  waiting = { files: arrival ? [] : files, arrival };
}

/** @returns what waits, once */
export function takeOver(): typeof waiting {
  const taken = waiting;
  waiting = { files: [], arrival: undefined };
  return taken;
}

/** Whether a file is a notebook by its name: ours, Jupyter's, Notebook Kit's. */
export function isNotebookFile(path: string): boolean {
  return /\.(md|ipynb|html?)$/i.test(path);
}

async function arrived(given: GivenFile): Promise<Arrival> {
  if (/\.md$/i.test(given.path)) return { text: await given.file.text(), from: undefined };
  // The gallery knows no cells: they come only now.
  const [{ readForeign }, { registry }, { serializeNotebook }] = await Promise.all([
    import('$lib/notebook/exchange'),
    import('$lib/cells'),
    import('$lib/notebook/format/serialize')
  ]);
  const imported = await readForeign(given);
  const kinds = registry.kinds.map((kind) => kind.name);
  const file = given.path.replace(/^.*[\\/]/, '');
  return { text: serializeNotebook(imported.notebook, kinds), from: { file, imported } };
}

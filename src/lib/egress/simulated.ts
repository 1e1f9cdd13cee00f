import { letOut } from '.';
import { FillingFolder } from './folder';
import type { Leaving } from './leaving';

export { pickFolderToFill, type FillingFolder, type Piece } from './folder';

/** Simulated data on its way out: made by this page from a seed, with nobody's rows in it. */
export type SimulatedLeaving = Pick<Leaving, 'name' | 'what' | 'content'>;

/** As one file, looked at in the gate as it is. @returns whether it left */
export const letOutSimulated = (leaving: SimulatedLeaving): Promise<boolean> =>
  letOut({ kind: 'simulated', ...leaving });

/**
 * Opens the way into a new folder: the gate shows the file that says what will be in it, and how much will follow.
 * @param parent from `pickFolderToFill`, which has seen that the name is free
 * @returns undefined where the person kept it here
 */
export async function letOutIntoFolder(
  parent: FileSystemDirectoryHandle,
  leaving: SimulatedLeaving & { parts: { count: number; bytes: number }; first: string }
): Promise<FillingFolder | undefined> {
  const { parts, first, ...plain } = leaving;
  let filling: FillingFolder | undefined;
  const left = await letOut({
    kind: 'simulated',
    ...plain,
    parts,
    release: async (content) => {
      filling = await FillingFolder.within(parent, { kind: 'simulated', name: plain.name, what: plain.what });
      await filling.put(first, content);
      return true;
    }
  });
  return left ? filling : undefined;
}

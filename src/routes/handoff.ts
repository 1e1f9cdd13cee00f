import type { GivenFile } from '$lib/ui/files/given-file';

/**
 * Files on their way from the gallery to the notebook page. They cannot stand in an address; they wait here for the
 * page that opens next.
 */
let waiting: readonly GivenFile[] = [];

export function handOver(files: readonly GivenFile[]): void {
  waiting = files;
}

/** @returns the files that wait, once */
export function takeOver(): readonly GivenFile[] {
  const files = waiting;
  waiting = [];
  return files;
}

/** Whether a file is a notebook of ours by its name. */
export function isNotebookFile(path: string): boolean {
  return /\.md$/i.test(path);
}

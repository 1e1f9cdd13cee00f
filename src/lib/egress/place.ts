/** Which notebook is open on this page: what leaves from inside it is told with its title. */
let notebook: (() => string) | undefined;

/** @returns takes it back */
export function leavesFrom(title: () => string): () => void {
  notebook = title;
  return () => {
    if (notebook === title) notebook = undefined;
  };
}

export const notebookHere = (): string | undefined => notebook?.();

import type { Leaving } from './leaving';

export { fileName } from './save-file';
export { leavesFrom } from './place';
export type { Leaving, LeavingTable } from './leaving';

/**
 * The one way out for files: shows at the gate what would leave and what was found in it, and waits for the person.
 * Everything, also what is kept, stands in the ledger then.
 * @returns whether it left
 */
export async function letOut(leaving: Leaving): Promise<boolean> {
  const { openGate } = await import('./gate/open-gate');
  return openGate(leaving);
}

import type { Attempt } from './blocked/attempt';
import type { Leaving } from './leaving';

export { copy } from './clipboard';

export { fileName } from './save-file';
export { leavesFrom } from './place';
export type { Leaving, LeavingTable } from './leaving';
export type { Attempt };

/**
 * The one way out for files: shows at the gate what would leave and what was found in it, and waits for the person.
 * Everything, also what is kept, stands in the ledger then.
 * @returns whether it left
 */
export async function letOut(leaving: Leaving): Promise<boolean> {
  const { openGate } = await import('./gate/open-gate');
  return openGate(leaving);
}

/** Opens the browser's dialog for printing, and says so in the ledger. @param rows individual rows among what is printed */
export async function printOut(title: string, rows: number): Promise<void> {
  const { printPage } = await import('./printing');
  await printPage(title, rows);
}

/** What looks through a file that follows a notebook, each time that it is written. */
export async function following() {
  const { Following } = await import('./following');
  return new Following();
}

/** Reads the deployment's policy. @returns why the deployment's `config.json` does not hold */
export async function startEgress(): Promise<unknown> {
  const { startHere } = await import('./start');
  return startHere();
}

/** Writes into the ledger that something was refused. Whom it asked is kept as an origin, never with what was sent. */
export async function tellBlocked(attempt: Attempt): Promise<void> {
  await (await import('./blocked/tell')).tellBlocked(attempt);
}

/** Tells of everything that the policy of this page refuses from now on. */
export function watchBlocked(scope: Window): void {
  scope.addEventListener('securitypolicyviolation', (event) => {
    void tellBlocked({ address: event.blockedURI, rule: event.effectiveDirective, policy: event.originalPolicy });
  });
}

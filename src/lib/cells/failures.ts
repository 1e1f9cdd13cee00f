import { failures } from '$workers/shared/errors';
import { cellFailures } from '$lib/messages/en/cells';

export type CellErrorCode = keyof typeof cellFailures;

/** What a cell throws about its own text and the names it uses. */
export const fail = failures<CellErrorCode>(cellFailures);

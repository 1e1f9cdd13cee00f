import { importFailures } from '$lib/messages/en/import';
import { failures } from '$workers/shared/errors';

/** What an import cell can say about its own text and its file. What the file says is the import room's. */
export const fail = failures<keyof typeof importFailures>(importFailures);

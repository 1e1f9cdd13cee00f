import { storageFailures } from '$lib/messages/en/storage';
import { failures } from '$workers/shared/errors';

/** What a file of everything stored is refused for. */
export const fail = failures(storageFailures);

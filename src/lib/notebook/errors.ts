import { notebookFailures } from '$lib/messages/en/notebook';
import { failures } from '$workers/shared/errors';

/** Throws the notebook's own failures. */
export const fail = failures(notebookFailures);

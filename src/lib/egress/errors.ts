import { egressFailures } from '$lib/messages/en/egress';
import { failures } from '$workers/shared/errors';

export const fail = failures(egressFailures);

import { engineFailures } from '$lib/messages/en/engines';
import { failures } from '$workers/shared/errors';

export const fail = failures(engineFailures);

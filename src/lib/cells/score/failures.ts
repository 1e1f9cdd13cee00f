import { scoreFailures } from '$lib/messages/en/score';
import { failures } from '$workers/shared/errors';

export const failScore = failures<keyof typeof scoreFailures>(scoreFailures);

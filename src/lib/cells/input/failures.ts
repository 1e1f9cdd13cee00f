import { failures } from '$workers/shared/errors';
import { inputFailures } from '$lib/messages/en/input';

export const failInput = failures<keyof typeof inputFailures>(inputFailures);

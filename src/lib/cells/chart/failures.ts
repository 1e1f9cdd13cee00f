import { failures } from '$workers/shared/errors';
import { chartFailures } from '$lib/messages/en/chart';

export const failChart = failures<keyof typeof chartFailures>(chartFailures);

import { pathwayCellFailures } from '$lib/messages/en/pathway';
import { failures } from '$workers/shared/errors';

export const failPathway = failures<keyof typeof pathwayCellFailures>(pathwayCellFailures);

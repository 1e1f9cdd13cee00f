import { failures } from '$workers/shared/errors';
import { cohortFailures } from '$lib/messages/en/cohort-failures';

export const failCohort = failures<keyof typeof cohortFailures>(cohortFailures);

import { hourlyCellFailures } from '$lib/messages/en/hourly';
import { failures } from '$workers/shared/errors';

export const failHourly = failures<keyof typeof hourlyCellFailures>(hourlyCellFailures);

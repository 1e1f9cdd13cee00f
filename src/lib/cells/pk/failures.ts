import { pkCellFailures } from '$lib/messages/en/pk';
import { failures } from '$workers/shared/errors';

export const failPk = failures<keyof typeof pkCellFailures>(pkCellFailures);

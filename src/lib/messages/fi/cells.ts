import type * as en from '../en/cells';
import type { Words } from '../words';

export const cellFailures = {} as Words<typeof en.cellFailures>;
export const cells = {} as Words<typeof en.cells>;

import type * as en from '../en/simulate';
import type { Words } from '../words';

export const simulateWords = {} as Words<typeof en.simulateWords>;
export const simulateFailures = {} as Words<typeof en.simulateFailures>;

import type * as en from '../en/input';
import type { Words } from '../words';

export const inputFailures = {} as Words<typeof en.inputFailures>;
export const input = {} as Words<typeof en.input>;

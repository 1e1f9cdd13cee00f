import type * as en from '../en/engines';
import type { Words } from '../words';

export const engineFailures = {} as Words<typeof en.engineFailures>;
export const engineNames = {} as Words<typeof en.engineNames>;

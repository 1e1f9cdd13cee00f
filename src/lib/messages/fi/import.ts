import type * as en from '../en/import';
import type { Words } from '../words';

export const cells = {} as Words<typeof en.cells>;
export const importWords = {} as Words<typeof en.importWords>;

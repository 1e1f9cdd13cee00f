import type * as en from '../en/ui';
import type { Words } from '../words';

export const ui = {} as Words<typeof en.ui>;

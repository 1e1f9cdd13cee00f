import type * as en from '../en/page';
import type { Words } from '../words';

export const page = {} as Words<typeof en.page>;

import type * as en from '../en/pages';
import type { Words } from '../words';

export const pages = {} as Words<typeof en.pages>;

import * as en from './en/page';
import { follow } from './follow';

export const page = follow(en.page, (rooms) => rooms.page.page);

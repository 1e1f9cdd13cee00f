import * as en from './en/pages';
import { follow } from './follow';

export const pages = follow(en.pages, (rooms) => rooms.pages.pages);

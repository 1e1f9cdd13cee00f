import * as en from './en/table';
import { follow } from './follow';

export const tableWords = follow(en.tableWords, (rooms) => rooms.table.tableWords);

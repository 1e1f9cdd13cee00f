import * as en from './en/import';
import { follow } from './follow';

export const cells = follow(en.cells, (rooms) => rooms.import.cells);
export const importWords = follow(en.importWords, (rooms) => rooms.import.importWords);

import * as en from './en/cells';
import { follow } from './follow';

export const cells = follow(en.cells, (rooms) => rooms.cells.cells);

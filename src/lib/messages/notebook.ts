import * as en from './en/notebook';
import { follow } from './follow';

export const commandTitles = follow(en.commandTitles, (rooms) => rooms.notebook.commandTitles);

import * as en from './en/notebook';
import { follow } from './follow';

export const commandTitles = follow(en.commandTitles, (rooms) => rooms.notebook.commandTitles);
export const fileProblems = follow(en.fileProblems, (rooms) => rooms.notebook.fileProblems);
export const commandGroups = follow(en.commandGroups, (rooms) => rooms.notebook.commandGroups);

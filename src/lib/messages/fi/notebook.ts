import type * as en from '../en/notebook';
import type { Words } from '../words';

export const notebookFailures = {} as Words<typeof en.notebookFailures>;
export const blockedBy = {} as Words<typeof en.blockedBy>;
export const fileProblems = {} as Words<typeof en.fileProblems>;
export const commandTitles = {} as Words<typeof en.commandTitles>;

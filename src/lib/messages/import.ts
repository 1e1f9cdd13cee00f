import * as en from './en/import';
import { follow } from './follow';

export const importQuestions = follow(en.importQuestions, (rooms) => rooms.import.importQuestions);
export const importWords = follow(en.importWords, (rooms) => rooms.import.importWords);

import * as en from './en/cohort';
import { follow } from './follow';

export const cohortWords = follow(en.cohortWords, (rooms) => rooms.cohort.cohortWords);

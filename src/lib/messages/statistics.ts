import * as en from './en/statistics';
import { follow } from './follow';

export const statisticsWords = follow(en.statisticsWords, (rooms) => rooms.statistics.statisticsWords);

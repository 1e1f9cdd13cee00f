import * as en from './en/simulate-page';
import { follow } from './follow';

export const simulatePageWords = follow(en.simulatePageWords, (rooms) => rooms['simulate-page'].simulatePageWords);

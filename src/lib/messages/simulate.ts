import * as en from './en/simulate';
import { follow } from './follow';

export const simulateWords = follow(en.simulateWords, (rooms) => rooms.simulate.simulateWords);

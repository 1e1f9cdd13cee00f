import * as en from './en/input';
import { follow } from './follow';

export const input = follow(en.input, (rooms) => rooms.input.input);

import * as en from './en/code';
import { follow } from './follow';

export const code = follow(en.code, (rooms) => rooms.code.code);

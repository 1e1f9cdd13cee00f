import * as en from './en/pk';
import { follow } from './follow';

export const pkWords = follow(en.pkWords, (rooms) => rooms.pk.pkWords);

import * as en from './en/egress';
import { follow } from './follow';

export const gate = follow(en.gate, (rooms) => rooms.egress.gate);
export const ledgerWords = follow(en.ledgerWords, (rooms) => rooms.egress.ledgerWords);
export const forgetWords = follow(en.forgetWords, (rooms) => rooms.egress.forgetWords);

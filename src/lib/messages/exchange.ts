import * as en from './en/exchange';
import { follow } from './follow';

export const exchange = follow(en.exchange, (rooms) => rooms.exchange.exchange);
export const remarkTexts = follow(en.remarkTexts, (rooms) => rooms.exchange.remarkTexts);

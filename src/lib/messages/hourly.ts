import * as en from './en/hourly';
import { follow } from './follow';

export const hourlyWords = follow(en.hourlyWords, (rooms) => rooms.hourly.hourlyWords);

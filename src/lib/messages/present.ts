import * as en from './en/present';
import { follow } from './follow';

export const present = follow(en.present, (rooms) => rooms.present.present);

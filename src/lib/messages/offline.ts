import * as en from './en/offline';
import { follow } from './follow';

export const offline = follow(en.offline, (rooms) => rooms.offline.offline);

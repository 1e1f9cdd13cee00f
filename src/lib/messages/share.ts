import * as en from './en/share';
import { follow } from './follow';

export const share = follow(en.share, (rooms) => rooms.share.share);

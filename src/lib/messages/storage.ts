import * as en from './en/storage';
import { follow } from './follow';

export const storage = follow(en.storage, (rooms) => rooms.storage.storage);

import * as en from './en/settings';
import { follow } from './follow';

export const settings = follow(en.settings, (rooms) => rooms.settings.settings);

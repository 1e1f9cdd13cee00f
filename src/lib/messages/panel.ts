import * as en from './en/panel';
import { follow } from './follow';

export const panel = follow(en.panel, (rooms) => rooms.panel.panel);

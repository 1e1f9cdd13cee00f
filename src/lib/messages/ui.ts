import * as en from './en/ui';
import { follow } from './follow';

export const ui = follow(en.ui, (rooms) => rooms.ui.ui);

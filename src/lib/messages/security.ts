import * as en from './en/security';
import { follow } from './follow';

export const security = follow(en.security, (rooms) => rooms.security.security);

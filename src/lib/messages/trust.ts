import * as en from './en/trust';
import { follow } from './follow';

export const trust = follow(en.trust, (rooms) => rooms.trust.trust);

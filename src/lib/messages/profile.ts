import * as en from './en/profile';
import { follow } from './follow';

export const profileWords = follow(en.profileWords, (rooms) => rooms.profile.profileWords);

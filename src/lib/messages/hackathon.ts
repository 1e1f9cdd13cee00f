import * as en from './en/hackathon';
import { follow } from './follow';

export const hackathonWords = follow(en.hackathonWords, (rooms) => rooms.hackathon.hackathonWords);

import * as en from './en/circe';
import { follow } from './follow';

export const circeWords = follow(en.circeWords, (rooms) => rooms.circe.circeWords);

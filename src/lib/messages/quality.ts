import * as en from './en/quality';
import { follow } from './follow';

export const qualityWords = follow(en.qualityWords, (rooms) => rooms.quality.qualityWords);

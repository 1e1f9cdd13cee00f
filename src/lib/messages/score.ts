import type { Values } from '$workers/shared/errors';
import * as en from './en/score';
import { follow } from './follow';

interface Remark {
  code: keyof typeof en.scoreRemarks;
  values: Values;
}

export const scoreWords = follow(en.scoreWords, (rooms) => rooms.score.scoreWords);
const remarks = follow(en.scoreRemarks, (rooms) => rooms.score.scoreRemarks);

/** A remark of the engine in the language of the interface. */
export const remarkWords = ({ code, values }: Remark): string => remarks[code](values);

import type { Values } from '$workers/shared/errors';
import * as en from './en/pathway';
import { formatNumber } from './figures';
import { follow } from './follow';

interface Remark {
  code: keyof typeof en.pathwayRemarks;
  values: Values;
}

export const pathwayWords = follow(en.pathwayWords, (rooms) => rooms.pathway.pathwayWords);
const remarks = follow(en.pathwayRemarks, (rooms) => rooms.pathway.pathwayRemarks);

/** A remark in the language of the interface. */
export const pathwayRemarkWords = ({ code, values }: Remark): string => remarks[code](values);

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A time between events in the unit that suits it, three digits at most: `42 min`, `5.3 h`, `12.4 d`. */
export function durationWords(seconds: number): string {
  const size = Math.abs(seconds);
  const [unit, length] =
    size < minute
      ? (['second', 1] as const)
      : size < 2 * hour
        ? (['minute', minute] as const)
        : size < 2 * day
          ? (['hour', hour] as const)
          : (['day', day] as const);
  return `${formatNumber(Number((seconds / length).toPrecision(3)), 3)}\u00a0${pathwayWords.units[unit]}`;
}

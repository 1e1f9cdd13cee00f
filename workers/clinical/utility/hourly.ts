import { fail } from './errors';
import { HEALTHY_HOUR, isBestCall, septicHour } from './hour-utility';
import type { PatientHours } from './patient-hours';

export interface UtilityOptions {
  /** Hours from the first label 1 to the onset: 6 for labels of the challenge (the default), 0 for labels at the onset. */
  shiftHours?: number;
}

const MOST_SHIFT = 48;

/** What a call and no call would be worth, one an hour, and who is septic. */
export interface HourlyUtility {
  call: Float64Array;
  silence: Float64Array;
  /** 1 where the best possible calls call. */
  best: Uint8Array;
  /** Hour of the onset of each patient, NaN of those who are not septic. */
  onset: Float64Array;
  shiftHours: number;
}

/** @throws `utility-shift-range` */
export function weighHours(hours: PatientHours, { shiftHours = 6 }: UtilityOptions): HourlyUtility {
  if (!(shiftHours >= 0 && shiftHours <= MOST_SHIFT)) throw fail('utility-shift-range', { most: MOST_SHIFT });
  const { starts, hour, label } = hours;
  const [call, silence] = [new Float64Array(hour.length), new Float64Array(hour.length)];
  const best = new Uint8Array(hour.length);
  const onset = new Float64Array(starts.length - 1).fill(NaN);
  for (let one = 0; one < onset.length; one++) {
    const end = starts[one + 1]!;
    const first = label.subarray(starts[one], end).indexOf(1);
    if (first >= 0) onset[one] = hour[starts[one]! + first]! + shiftHours;
    for (let place = starts[one]!; place < end; place++) {
      const distance = hour[place]! - onset[one]!;
      const weight = first < 0 ? HEALTHY_HOUR : septicHour(distance);
      call[place] = weight.call;
      silence[place] = weight.silence;
      best[place] = Number(first >= 0 && isBestCall(distance));
    }
  }
  return { call, silence, best, onset, shiftHours };
}

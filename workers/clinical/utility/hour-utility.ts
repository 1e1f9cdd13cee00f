/** Hours before and after the onset that the challenge of 2019 set. */
const EARLIEST = -12;
const BEST = -6;
const LATEST = 3;
/** Of a call too early, or in a patient who is not septic. */
const FALSE_CALL = -0.05;

/** Utility of a call and of no call in one hour. */
export interface HourUtility {
  call: number;
  silence: number;
}

/**
 * Utility of an hour of a septic patient.
 *
 * @param distance hours since the onset, negative before it
 * @see Reyna et al. 2020, Crit Care Med 48:210 (PhysioNet/CinC Challenge 2019)
 */
export function septicHour(distance: number): HourUtility {
  if (distance <= BEST) return { call: Math.max((distance - EARLIEST) / (BEST - EARLIEST), FALSE_CALL), silence: 0 };
  if (distance > LATEST) return { call: 0, silence: 0 };
  const span = LATEST - BEST;
  return { call: (LATEST - distance) / span, silence: (-2 * (distance - BEST)) / span };
}

/** Utility of an hour of a patient who is not septic. */
export const HEALTHY_HOUR: HourUtility = { call: FALSE_CALL, silence: 0 };

/** Whether the best possible calls include an hour of a septic patient. */
export function isBestCall(distance: number): boolean {
  return distance >= EARLIEST && distance <= LATEST;
}

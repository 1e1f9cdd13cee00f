import type { Gathered } from './gather';

const minute = 60_000_000;
const hour = 60 * minute;

/**
 * Carries values forward within stays: into an hour that has none of its own, as long as no more than the limit has passed
 * from the measurement (in whole minutes) to the beginning of that hour. Changes the values, and `newest` becomes the time
 * at which the value of each hour was measured.
 *
 * @param limitHours 0: nothing is carried
 * @param ages where asked for, hours since the measurement are written here: 0 in its own hour
 * @returns hours with a measurement, and hours with a value
 */
export function carryForward(
  gathered: Gathered,
  stays: { start: Float64Array; hours: Int32Array },
  limitHours: number,
  ages?: Float64Array
): { measured: number; known: number } {
  const { values, newest } = gathered;
  const carries = gathered.aggregate !== 'count';
  // Rounded: 0.1 h in microseconds is a whole number again. Ages are whole minutes, as in the windows of Phoenix.
  const beyond = limitHours > 0 ? Math.round(limitHours * hour) + minute : 0;
  let cell = 0;
  let measured = 0;
  let known = 0;
  for (let stay = 0; stay < stays.hours.length; stay++) {
    const end = cell + (stays.hours[stay] as number);
    let now = stays.start[stay] as number;
    let source = -1;
    for (; cell < end; cell++, now += hour) {
      const own = newest[cell] as number;
      if (own === own) {
        source = cell;
        measured++;
        known++;
        if (ages) ages[cell] = 0;
      } else if (source >= 0 && carries) {
        const measuredAt = newest[source] as number;
        const age = now - measuredAt;
        if (age >= beyond) continue;
        values[cell] = values[source] as number;
        newest[cell] = measuredAt;
        known++;
        if (ages) ages[cell] = age / hour;
      }
    }
  }
  return { measured, known };
}

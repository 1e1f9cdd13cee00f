import type { RandomStream } from '../../shared/random';

/** Stationary first-order autoregression with unit variance: neighbouring hours correlate by φ. */
export function autoregression(stream: RandomStream, phi: number, hours: number): Float64Array {
  const values = new Float64Array(hours);
  const fresh = Math.sqrt(1 - phi * phi);
  let value = stream.normal();
  for (let hour = 0; hour < hours; hour++) {
    values[hour] = value;
    value = phi * value + fresh * stream.normal();
  }
  return values;
}

/** Hours in which a value is written down, each with its own probability. */
export function recorded(stream: RandomStream, hours: number, probability: (hour: number) => number): Uint8Array {
  const mask = new Uint8Array(hours);
  for (let hour = 0; hour < hours; hour++) mask[hour] = stream.uniform() < probability(hour) ? 1 : 0;
  return mask;
}

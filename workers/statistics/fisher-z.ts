import { expm1, log1p } from '../shared/distributions';

/** Fisher's z of a correlation: artanh r. Infinite at −1 and 1. */
export function fisherZ(r: number): number {
  return (log1p(r) - log1p(-r)) / 2;
}

/** The correlation of Fisher's z: tanh z. */
export function fromFisherZ(z: number): number {
  const size = Math.min(2 * Math.abs(z), 700);
  const part = expm1(size);
  return (Math.sign(z) * part) / (part + 2);
}

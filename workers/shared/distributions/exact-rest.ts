/** Splits a double into two of 26 bits (Veltkamp); beyond 2^996 it would overflow. */
const SPLIT = 134217729;
const MOST = 1e280;

/**
 * What rounding takes from a product: a·b − (the double a·b), exactly; 0 where it cannot be told.
 *
 * @see Dekker 1971, Numerische Mathematik 18:224
 */
export function restOfProduct(a: number, b: number): number {
  const product = a * b;
  if (!(Math.abs(product) < MOST && Math.abs(a) < MOST && Math.abs(b) < MOST)) return 0;
  const highA = SPLIT * a - (SPLIT * a - a);
  const highB = SPLIT * b - (SPLIT * b - b);
  const [lowA, lowB] = [a - highA, b - highB];
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/** What rounding takes from a quotient: a / b − (the double a / b), itself to a double's digits; 0 where it cannot be told. */
export function restOfQuotient(a: number, b: number): number {
  const quotient = a / b;
  const rest = (a - quotient * b - restOfProduct(quotient, b)) / b;
  return Math.abs(a) < MOST && Math.abs(quotient) < MOST ? rest : 0;
}

/** from − a·b, with all digits also where the two are nearly alike. */
export function lessProduct(from: number, a: number, b: number): number {
  return from - a * b - restOfProduct(a, b);
}

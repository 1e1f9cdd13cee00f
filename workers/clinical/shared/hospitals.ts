export interface Site {
  number: 1 | 2 | 3 | 4;
  name: string;
  /** Of all persons. */
  share: number;
}

/** The four unlike hospitals of every use case. */
export const SITES = [
  { number: 1, name: 'general', share: 0.4 },
  { number: 2, name: 'neonatal', share: 0.3 },
  { number: 3, name: 'older children', share: 0.2 },
  { number: 4, name: 'cardiac', share: 0.1 }
] as const satisfies readonly Site[];

/** One of a list by its shares, which add up to 1; `u` from 0 to 1. */
export function chooseByShare<One extends { share: number }>(list: readonly One[], u: number): One {
  let below = 0;
  for (const one of list) {
    below += one.share;
    if (u < below) return one;
  }
  return list[list.length - 1] as One;
}

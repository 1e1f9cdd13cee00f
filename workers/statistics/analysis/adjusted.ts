import { may } from '../../shared/call-arguments';
import type { StatisticsRemark } from '../estimate';
import { adjustP, type Adjustment } from '../tests';
import type { Given } from './given';
import { remark } from './tidy';

export const ADJUSTMENTS = ['holm', 'benjamini-hochberg', 'benjamini-yekutieli', 'bonferroni', 'unadjusted'] as const;

export const adjustTakes = may('adjust', 'text');

const NAMES: Readonly<Record<Adjustment, string>> = {
  holm: 'Holm',
  bonferroni: 'Bonferroni',
  'benjamini-hochberg': 'Benjamini-Hochberg',
  'benjamini-yekutieli': 'Benjamini-Yekutieli'
};

/** How p-values that stand beside each other are adjusted for their number. */
export class Adjusting {
  /** Of the intervals that stand beside the p-values. */
  readonly level: number;
  readonly #how: Adjustment | undefined;
  /** The largest family that was adjusted. */
  #most = 0;

  /** @throws `choice-unknown` */
  constructor(given: Given) {
    const how = given.choice('adjust', ADJUSTMENTS, 'holm');
    this.level = given.level;
    this.#how = how === 'unadjusted' ? undefined : how;
  }

  /** A family of p-values; alone, a p-value stays without. */
  family<Of extends { p: number | null }>(all: readonly Of[]): (Of & { adjusted?: number })[] {
    if (!this.#how || all.length < 2) return [...all];
    this.#most = Math.max(this.#most, all.length);
    const adjusted = adjustP(
      all.map(({ p }) => p),
      this.#how
    );
    return all.map((one, at) => {
      const value = adjusted[at] ?? null;
      return value === null ? one : { ...one, adjusted: value };
    });
  }

  /** "Holm", where something was adjusted. */
  get by(): string | undefined {
    return this.#how && this.#most > 0 ? NAMES[this.#how] : undefined;
  }

  get remarks(): StatisticsRemark[] {
    return this.by === undefined ? [] : [remark('test-adjusted', { tests: this.#most, by: this.by })];
  }
}

/** p as a sentence tells it: the adjusted one, with who adjusts. */
export function saidP(
  { p, adjusted }: { p: number | null; adjusted?: number | null },
  by: string | undefined
): { p?: number; by?: string } {
  if (typeof adjusted === 'number' && by !== undefined) return { p: adjusted, by };
  return p === null ? {} : { p };
}

import { MOST, roundedUp, within } from './design';
import { fail } from './errors';

export interface ClusterOptions {
  /** Persons that a study of independent persons needs: of one arm, or of all. */
  n: number;
  /** Mean number of persons in a cluster, 1 or more. */
  size: number;
  /** Intracluster correlation of the outcome, 0 to 1. */
  icc: number;
  /** Standard deviation of the clusters' sizes over their mean; 0 (all alike) unless given. */
  variation?: number;
}

export interface ClusterDesign {
  designEffect: number;
  /** Persons before rounding up. */
  exact: number;
  n: number;
  /** Whole clusters of the mean size. */
  clusters: number;
  method: string;
}

/**
 * Persons and clusters where whole clusters (hospitals, wards, families) are allocated or drawn: n × (1 + ((1 + cv²)·size − 1)·icc).
 *
 * @throws `power-range`, `power-out-of-reach`
 * @see Donner and Klar 2000, Cluster Randomization Trials, ch. 5; Eldridge, Ashby and Kerry 2006, Int J Epidemiol 35:1292
 */
export function clusterDesign({ n, size, icc, variation = 0 }: ClusterOptions): ClusterDesign {
  within('The number of persons', n, 0, MOST);
  if (!(size >= 1 && size <= MOST))
    throw fail('power-range', { option: 'The size of a cluster', rule: 'is 1 or more' });
  if (!(icc >= 0 && icc <= 1)) throw fail('power-range', { option: 'The intracluster correlation', rule: 'lies between 0 and 1' }); // prettier-ignore
  if (!(variation >= 0 && variation <= 100)) throw fail('power-range', { option: 'The variation of sizes', rule: 'lies between 0 and 100' }); // prettier-ignore
  const designEffect = 1 + ((1 + variation * variation) * size - 1) * icc;
  const exact = n * designEffect;
  if (exact > MOST) throw fail('power-out-of-reach', { most: '1,000,000,000' });
  const method = 'Design effect of clusters';
  return { designEffect, exact, n: roundedUp(exact), clusters: roundedUp(exact / size), method };
}

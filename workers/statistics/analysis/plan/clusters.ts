import { may, need } from '../../../shared/call-arguments';
import { clusterDesign } from '../../power';
import { defineAnalysis } from '../define';
import { planned } from './shared';

/** Up to so many clusters, normal approximations are too hopeful. @see Leyrat et al. 2018, Int J Epidemiol 47:321 */
const FEW = 40;

export const planClusters = defineAnalysis({
  name: 'plan-clusters',
  question: 'plan',
  source:
    'Donner and Klar 2000, Design and Analysis of Cluster Randomization Trials, ch. 5; Eldridge, Ashby and Kerry 2006, Int J Epidemiol 35:1292; Leyrat et al. 2018, Int J Epidemiol 47:321 (few clusters)',
  table: false,
  takes: [need('persons', 'number'), need('size', 'number'), need('icc', 'number'), may('variation', 'number')],
  async run(given) {
    const [persons, size, icc] = ['persons', 'size', 'icc'].map((key) => given.option<number>(key)!) as [number, number, number]; // prettier-ignore
    const found = clusterDesign({ n: persons, size, icc, variation: given.option<number>('variation') ?? 0 });
    return {
      name: found.method,
      says: [
        {
          code: 'plan-clusters',
          values: { persons: found.n, clusters: found.clusters, size, icc, effect: found.designEffect, independent: persons } // prettier-ignore
        }
      ],
      estimates: [
        planned('persons', 'sample-size', found.n, { method: found.method, n: found.n }),
        planned('clusters', 'sample-size', found.clusters, { method: found.method, n: found.n })
      ],
      facts: [{ code: 'design-effect', value: found.designEffect, as: 'number' }],
      remarks: [
        ...(found.clusters <= FEW ? [{ code: 'power-few-clusters', values: { clusters: found.clusters } }] : []),
        { code: 'power-clusters-arms', values: {} }
      ],
      counted: 'none',
      n: found.n,
      nDropped: 0
    };
  }
});

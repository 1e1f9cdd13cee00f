import { concordanceCorrelation } from '../../agreement';
import { defineAnalysis } from '../define';
import { measured, remark, saysEstimate } from '../tidy';
import { drawnPairs, equalityLine, levelTake, measurementsOf, measurementTakes } from './measurements';

export const concordanceAnalysis = defineAnalysis({
  name: 'concordance',
  question: 'agree',
  source: 'Lin 1989, Biometrics 45:255; Lin 2000, Biometrics 56:324',
  takes: [...measurementTakes, levelTake],
  async run(given) {
    const { names, first, second } = measurementsOf(given);
    const found = concordanceCorrelation(first, second, { level: given.level });
    const estimates = measured(
      found.estimates.map((one) => ({ ...one, name: `${names.first}, ${names.second}` })),
      'concordance-correlation'
    );
    const pairs = drawnPairs(first, second);
    return {
      name: found.method,
      says: [
        ...estimates.map((one) => ({ code: 'concordance', values: { ...saysEstimate(one).values, ...names } })),
        { code: 'concordance-parts', values: { r: found.precision, correction: found.biasCorrection } }
      ],
      estimates,
      facts: [
        { code: 'pearson', value: found.precision, as: 'number' },
        { code: 'bias-correction', value: found.biasCorrection, as: 'number' }
      ],
      figures: [
        {
          kind: 'points',
          what: 'scatter',
          individual: true,
          ...pairs,
          xName: names.first,
          yName: names.second,
          lines: [],
          limits: equalityLine(pairs.x, pairs.y)
        }
      ],
      remarks: [...found.remarks, remark('agreement-range-matters')],
      counted: 'pairs',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

import { may, need } from '../../../shared/call-arguments';
import type { MeasuredEstimate } from '../contract';
import { defineAnalysis } from '../define';
import { bootstrapPerformance, precisionRecall } from '../../prediction';
import { remark, saysEstimate } from '../tidy';
import { numbersIn, picked, stairs, turns } from './curve-points';
import { drawnFacts, outcomeName, outcomeOf, outcomeTakes, partOf, personOf, resampleTakes, resamplingOf, scoredFacts } from './scored'; // prettier-ignore

export const precisionRecallAnalysis = defineAnalysis({
  name: 'precision-recall',
  question: 'predict',
  source:
    'Davis and Goadrich 2006, ICML:233; Saito and Rehmsmeier 2015, PLoS One 10:e0118432; Efron and Tibshirani 1993, An Introduction to the Bootstrap, §13.3',
  takes: [...outcomeTakes, need('score', 'column'), ...resampleTakes, may('level', 'number')],
  async run(given, job) {
    const score = given.column('score');
    const columns = { outcome: outcomeOf(given), score, ...personOf(given) };
    const found = precisionRecall(columns);
    const isOneClass = found.events === found.n;
    const drawn = isOneClass
      ? { remarks: [] }
      : await partOf(() => bootstrapPerformance(columns, { ...resamplingOf(given), measures: ['average-precision'] }, job)); // prettier-ignore
    const [alone] = found.estimates as [(typeof found.estimates)[0]];
    const estimate: MeasuredEstimate = {
      ...alone,
      ...(drawn.part?.estimates[0] && { ...drawn.part.estimates[0], null: found.prevalence }),
      name: score.name,
      measure: 'average-precision'
    };
    const [x, y] = stairs(numbersIn(found.curve, 'recall'), numbersIn(found.curve, 'precision'));
    const places = turns(x, y);
    return {
      name: drawn.part ? `${found.method}; ${drawn.part.method}` : found.method,
      says: [
        {
          code: 'average-precision',
          values: { ...saysEstimate(estimate).values, outcome: outcomeName(given), estimate2: found.prevalence }
        }
      ],
      estimates: [estimate],
      facts: [
        ...scoredFacts(found),
        { code: 'prevalence', value: found.prevalence, as: 'share' },
        ...drawnFacts(drawn.part)
      ],
      more: [{ name: 'curve', table: found.curve }],
      figures: [
        {
          kind: 'lines',
          what: 'precision-recall',
          series: [{ name: score.name, look: 'line', x: picked(x, places), y: picked(y, places) }],
          acrossY: [found.prevalence]
        }
      ],
      remarks: [
        ...drawn.remarks,
        ...(drawn.part?.remarks ?? []),
        ...found.remarks.filter(({ code }) => !drawn.part && code !== 'prediction-rows-not-persons'),
        ...(drawn.part && !given.has('person') ? [remark('prediction-rows-resampled')] : [])
      ],
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

import { may, need } from '../../../shared/call-arguments';
import { formatCount } from '../../../shared/number-format';
import { numbersOf } from '../../columns';
import type { StatisticsRemark } from '../../estimate';
import { bootstrapPerformance, calibration, type BootstrapMeasure } from '../../prediction';
import type { Measure, MeasuredEstimate, OwnName, Said } from '../contract';
import { defineAnalysis } from '../define';
import { ownName, remark, saysEstimate } from '../tidy';
import { risksOf } from './risk-histograms';
import { drawnFacts, outcomeName, outcomeOf, outcomeTakes, partOf, personOf, resampleTakes, resamplingOf, scoredFacts } from './scored'; // prettier-ignore

const shownAs: Readonly<Record<BootstrapMeasure, readonly [shown: OwnName, measure: Measure]>> = {
  auc: ['AUC', 'auc'],
  'average-precision': ['average precision', 'average-precision'],
  brier: ['Brier', 'brier'],
  'brier-scaled': ['scaled Brier', 'scaled-brier'],
  'log-loss': ['log loss', 'log-loss'],
  'calibration-slope': ['slope', 'calibration-slope'],
  'calibration-in-the-large': ['in the large', 'calibration-in-the-large'],
  'observed-expected': ['O/E', 'observed-expected'],
  ici: ['ICI', 'calibration-error']
};

export const performanceAnalysis = defineAnalysis({
  name: 'performance',
  question: 'predict',
  source:
    'Efron and Tibshirani 1993, An Introduction to the Bootstrap, §13.3; Field and Welsh 2007, J R Stat Soc B 69:369; Steyerberg et al. 2010, Epidemiology 21:128',
  takes: [...outcomeTakes, need('risk', 'column'), ...resampleTakes, may('ici', 'truth'), may('level', 'number')],
  async run(given, job) {
    const risk = given.column('risk');
    const columns = { outcome: outcomeOf(given, risk), ...personOf(given) };
    const { measures, remarks } = await measuresFor({ ...columns, risk }, given.option<boolean>('ici') ?? false);
    const found = await bootstrapPerformance({ ...columns, score: risk }, { ...resamplingOf(given), measures }, job);
    const estimates = found.estimates.map((one): MeasuredEstimate => {
      const [name, measure] = shownAs[one.name as BootstrapMeasure];
      return { ...one, ...ownName(name), measure };
    });
    const told: readonly Measure[] = ['auc', 'calibration-slope', 'brier'];
    return {
      name: `${found.method}, ${formatCount(found.resamples)} resamples`,
      says: told.flatMap((measure) =>
        estimates
          .filter((one) => one.measure === measure)
          .map((one): Said => {
            const { named: _, ...values } = saysEstimate(one).values;
            const about = { ...values, of: risk.name, outcome: outcomeName(given) };
            return measure === 'auc' ? { code: 'auc', values: about } : { code: 'estimate', values: about };
          })
      ),
      estimates,
      facts: [...scoredFacts(found), ...drawnFacts(found)],
      figures: risksOf(numbersOf(risk), numbersOf(columns.outcome), outcomeName(given)),
      remarks: [
        ...remarks,
        ...found.remarks,
        ...(given.has('person') ? [] : [remark('prediction-rows-resampled')]),
        remark('prediction-model-not-refitted')
      ],
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

/** Scores that are no probabilities have no calibration; a slope that these data refuse is not asked of resamples. */
async function measuresFor(
  columns: Parameters<typeof calibration>[0],
  ici: boolean
): Promise<{ measures: BootstrapMeasure[]; remarks: StatisticsRemark[] }> {
  const risks = numbersOf(columns.risk);
  const rows = risks.reduce((sum, one) => sum + Number(one < 0 || one > 1), 0);
  if (rows > 0) {
    return { measures: ['auc', 'average-precision'], remarks: [remark('prediction-not-risks', { rows })] };
  }
  const slope = await partOf(() => calibration(columns));
  return {
    measures: [
      'auc',
      'average-precision',
      'brier',
      'brier-scaled',
      'observed-expected',
      ...(slope.part ? (['calibration-slope', 'calibration-in-the-large'] as const) : []),
      ...(ici ? (['ici'] as const) : [])
    ],
    remarks: slope.remarks
  };
}

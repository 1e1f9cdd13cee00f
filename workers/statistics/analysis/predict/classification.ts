import { may, need } from '../../../shared/call-arguments';
import type { Table } from '../../../shared/table';
import { float64Column, textColumn } from '../../columns';
import { confusion, type Confusion } from '../../prediction';
import type { Measure, MeasuredEstimate, OwnName } from '../contract';
import { defineAnalysis } from '../define';
import type { BarsFigure } from '../figures';
import { FEW, hiddenBar } from '../shown-table';
import { ownName, remark, saysEstimate } from '../tidy';
import { outcomeName, outcomeOf, outcomeTakes, personOf, rowsAsPersons, scoredFacts } from './scored';

const shownAs: Readonly<Record<string, readonly [shown: OwnName, measure: Measure]>> = {
  sensitivity: ['sensitivity', 'sensitivity'],
  specificity: ['specificity', 'specificity'],
  ppv: ['PPV', 'positive-predictive-value'],
  npv: ['NPV', 'negative-predictive-value'],
  'lr-positive': ['LR+', 'likelihood-ratio'],
  'lr-negative': ['LR−', 'likelihood-ratio'],
  f1: ['F1', 'f1'],
  mcc: ['MCC', 'matthews-correlation'],
  'balanced-accuracy': ['balanced accuracy', 'balanced-accuracy']
};

export const classificationAnalysis = defineAnalysis({
  name: 'classification',
  question: 'predict',
  source:
    'Wilson 1927, J Am Stat Assoc 22:209; Simel et al. 1991, J Clin Epidemiol 44:763; Matthews 1975, Biochim Biophys Acta 405:442',
  takes: [...outcomeTakes, need('score', 'column'), need('threshold', 'number'), may('level', 'number')],
  async run(given) {
    const score = given.column('score');
    const found = confusion(
      { outcome: outcomeOf(given, score), score, ...personOf(given) },
      { threshold: given.option<number>('threshold')!, level: given.level }
    );
    const outcome = outcomeName(given);
    const estimates = found.estimates.map((one): MeasuredEstimate => {
      const [name, measure] = shownAs[one.name] as (typeof shownAs)[string];
      return { ...one, p: null, ...ownName(name), measure };
    });
    const { truePositives: hits, falsePositives: falls, threshold } = found;
    const about = { score: score.name, threshold, outcome };
    const cells = [hits, falls, found.falseNegatives, found.trueNegatives];
    const few = cells.some((one) => one > 0 && one < FEW) ? { few: true as const } : {};
    const said = (measure: Measure, code: string, more: Readonly<Record<string, number>>) =>
      estimates
        .filter((one) => one.measure === measure)
        .map((one) => ({ code, values: { ...saysEstimate(one).values, ...about, ...more }, ...few }));
    const others = found.n - found.events;
    return {
      name: found.method,
      says: [
        ...said('sensitivity', 'classification-finds', { hits, events: found.events }),
        ...said('specificity', 'classification-leaves', { right: others - falls, others }),
        ...said('positive-predictive-value', 'classification-calls', { hits, calls: hits + falls }),
        ...said('negative-predictive-value', 'classification-silent', { right: others - falls, silent: found.n - hits - falls }) // prettier-ignore
      ],
      estimates,
      facts: [
        ...scoredFacts(found),
        { code: 'called', value: hits + falls, as: 'count' },
        { code: 'prevalence', value: found.events / found.n, as: 'share' }
      ],
      more: [{ name: 'confusion', table: confusionTable(found) }],
      figures: [barsOf(found, score.name, outcome)],
      remarks: [
        ...found.remarks,
        ...rowsAsPersons(given),
        remark('prediction-threshold-before'),
        remark('prediction-prevalence', { share: found.events / found.n })
      ],
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

function confusionTable({ truePositives, falsePositives, falseNegatives, trueNegatives }: Confusion): Table {
  return {
    rows: 4,
    columns: [
      float64Column('outcome', Float64Array.of(1, 1, 0, 0)),
      float64Column('called', Float64Array.of(1, 0, 1, 0)),
      textColumn('cell', ['true positive', 'false negative', 'false positive', 'true negative']),
      float64Column('rows', Float64Array.of(truePositives, falseNegatives, falsePositives, trueNegatives))
    ]
  };
}

/** Of those with the outcome and those without: who is called. In signs, which need no language. */
function barsOf({ threshold, ...found }: Confusion, score: string, outcome: string): BarsFigure {
  const isWord = outcome.includes(' = ');
  const [hits, falls] = [
    [found.truePositives, found.falseNegatives],
    [found.falsePositives, found.trueNegatives]
  ] as const;
  return {
    kind: 'bars',
    value: score,
    parts: [`${score} ≥ ${threshold}`, `${score} < ${threshold}`],
    rows: [
      { name: isWord ? outcome : `${outcome} = 1`, counts: hits, ...hiddenBar(hits) },
      { name: isWord ? outcome.replace(' = ', ' ≠ ') : `${outcome} = 0`, counts: falls, ...hiddenBar(falls) }
    ]
  };
}

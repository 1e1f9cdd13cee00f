import { defineMethods } from '../method-form';
import { columnField, columnNeeded, level, more, numberField, numbersField, textField, yesNo } from '../vocabulary';

/** What was predicted, and whose rows they are. */
const of = {
  outcome: columnNeeded('predicted_outcome'),
  outcome_is: more(textField('outcome_is'))
};
const person = columnField('whose_rows');
const resampling = {
  resamples: more(numberField('resamples', { min: 20, max: 100_000, default: 2000 })),
  seed: more(numberField('seed', { min: 0, max: 1_000_000_000, default: 1 }))
};

export const predict = defineMethods('predict', [
  {
    name: 'roc',
    tables: ['curve', 'youden'],
    fields: { ...of, score: columnNeeded('score'), second: columnField('second_score'), person, ...resampling, level }
  },
  {
    name: 'precision-recall',
    tables: ['curve'],
    fields: { ...of, score: columnNeeded('score'), person, ...resampling, level }
  },
  {
    name: 'calibration',
    tables: ['groups', 'curve'],
    fields: {
      ...of,
      risk: columnNeeded('risk'),
      person,
      groups: more(numberField('risk_groups', { min: 2, max: 1000, default: 10 })),
      span: more(numberField('span', { min: 0.05, max: 1, default: 0.75 })),
      level
    }
  },
  {
    name: 'decision-curve',
    tables: ['curve'],
    fields: {
      ...of,
      risk: columnNeeded('risk'),
      second: columnField('second_risk'),
      at: numbersField('thresholds'),
      until: more(numberField('highest_threshold', { min: 0.01, max: 0.99, default: 0.99 })),
      person: more(person),
      level
    }
  },
  {
    name: 'classification',
    tables: ['confusion'],
    fields: {
      ...of,
      score: columnNeeded('score'),
      threshold: { ...numberField('threshold'), required: true },
      person: more(person),
      level
    }
  },
  {
    name: 'performance',
    fields: { ...of, risk: columnNeeded('risk_or_score'), person, ...resampling, ici: more(yesNo('ici')), level }
  }
]);

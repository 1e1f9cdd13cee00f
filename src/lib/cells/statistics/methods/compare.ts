import { defineMethods } from '../method-form';
import {
  adjust,
  choiceField,
  columnField,
  columnNeeded,
  columnsNeeded,
  level,
  more,
  numberField,
  reference,
  textField,
  yesNo
} from '../vocabulary';

const effects = ['risk-difference', 'risk-ratio', 'odds-ratio'] as const;
const byGroup = { outcomes: columnsNeeded('outcomes'), group: columnNeeded('compared'), reference, adjust, level };
const outcome = { outcome: columnNeeded('outcome_compared'), outcome_is: textField('outcome_is') };
const pairs = {
  before: columnField('before'),
  after: columnField('after'),
  value: more(columnField('value')),
  condition: more(columnField('condition')),
  person: more(columnField('pair_person')),
  reference
};

export const compare = defineMethods('compare', [
  {
    name: 'means',
    tables: ['groups', 'tests'],
    fields: {
      outcomes: byGroup.outcomes,
      group: columnField('compared'),
      against: more(numberField('against')),
      variances: more(choiceField('variances', ['welch', 'equal-variances'], 'welch')),
      reference,
      adjust,
      level
    }
  },
  {
    name: 'paired',
    tables: ['groups'],
    fields: { ...pairs, test: choiceField('location_test', ['paired-t', 'signed-rank'], 'paired-t'), level }
  },
  { name: 'ranks', tables: ['groups', 'tests'], fields: byGroup },
  {
    name: 'proportions',
    tables: ['counts', 'tests'],
    fields: {
      ...outcome,
      group: columnNeeded('compared'),
      effect: choiceField('effect', effects, 'risk-difference'),
      reference,
      test: more(choiceField('independence_test', ['auto', 'chi-square', 'fisher'], 'auto')),
      yates: more(yesNo('yates', true)),
      add_half: more(yesNo('add_half')),
      adjust,
      level
    }
  },
  {
    name: 'paired-proportions',
    tables: ['counts'],
    fields: {
      ...pairs,
      outcome_is: more(textField('outcome_is')),
      test: more(choiceField('symmetry_test', ['auto', 'exact', 'chi-square'], 'auto')),
      level
    }
  },
  {
    name: 'stratified',
    tables: ['strata'],
    fields: {
      ...outcome,
      group: columnNeeded('compared'),
      strata: columnNeeded('strata'),
      effect: choiceField('effect', effects, 'odds-ratio'),
      reference,
      level
    }
  }
]);

import { defineMethods } from '../method-form';
import {
  choiceField,
  columnField,
  columnNeeded,
  eventFields,
  level,
  model,
  more,
  numberField,
  numbersField,
  yesNo
} from '../vocabulary';

const followUp = { time: columnNeeded('time'), ...eventFields, start: more(columnField('start')) };

export const survive = defineMethods('survive', [
  {
    name: 'kaplan-meier',
    tables: ['quantiles', 'groups', 'means', 'at'],
    fields: {
      ...followUp,
      group: columnField('group'),
      strata: more(columnField('strata')),
      at: more(numbersField('at')),
      until: more(numberField('until', { min: 0 })),
      rho: more(numberField('rho', { min: 0, max: 10, default: 0 })),
      interval: more(choiceField('interval', ['log-log', 'log', 'plain'], 'log-log')),
      level
    }
  },
  {
    name: 'cox',
    tables: ['proportional_hazards'],
    fields: {
      ...followUp,
      ...model,
      strata: more(columnField('strata')),
      cluster: more(columnField('cluster')),
      weights: more(columnField('weights')),
      ties: more(choiceField('ties', ['efron', 'breslow'], 'efron')),
      robust: more(yesNo('robust')),
      level
    }
  }
]);

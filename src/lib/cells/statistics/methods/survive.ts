import { statisticsWords as words } from '$lib/messages/statistics';
import { defineMethods } from '../method-form';
import {
  choiceField,
  columnField,
  columnNeeded,
  eventFields,
  impute,
  level,
  model,
  more,
  numberField,
  numbersField,
  reference,
  textField,
  yesNo
} from '../vocabulary';

const followUp = { time: columnNeeded('time'), ...eventFields, start: more(columnField('start')) };
const ending = {
  time: columnNeeded('time'),
  event: { ...columnNeeded('event'), label: () => words.fields.ending, help: () => words.help.ending }
};
const interval = more(choiceField('interval', ['log-log', 'log', 'plain'], 'log-log'));

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
      interval,
      zoom: more(yesNo('zoom')),
      level
    }
  },
  {
    name: 'restricted-mean',
    tables: ['curves', 'groups'],
    fields: {
      ...followUp,
      group: columnNeeded('compared'),
      reference,
      until: numberField('until', { min: 0 }),
      level
    }
  },
  {
    name: 'cox',
    tables: ['proportional_hazards', 'baseline', 'pooling', 'filled'],
    fields: {
      ...followUp,
      ...model,
      strata: more(columnField('strata')),
      cluster: more(columnField('cluster')),
      weights: more(columnField('weights')),
      ties: more(choiceField('ties', ['efron', 'breslow'], 'efron')),
      robust: more(yesNo('robust')),
      impute,
      level
    }
  },
  {
    name: 'cumulative-incidence',
    tables: ['at'],
    fields: {
      ...ending,
      censored: textField('censored'),
      cause: textField('cause'),
      group: columnField('group'),
      at: more(numbersField('at')),
      interval,
      level
    }
  },
  {
    name: 'fine-gray',
    tables: ['baseline'],
    fields: {
      ...ending,
      censored: textField('censored'),
      cause: { ...textField('cause'), required: true },
      ...model,
      level
    }
  }
]);

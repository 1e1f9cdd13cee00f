import { defineMethods } from '../method-form';
import { choiceField, level, more, numberField, yesNo } from '../vocabulary';

const share = { min: 0, max: 1 } as const;
const positive = { min: 0 } as const;
const needed = (key: Parameters<typeof numberField>[0], limits: Parameters<typeof numberField>[1] = {}) =>
  ({ ...numberField(key, limits), required: true }) as const;

const ofTest = {
  power: numberField('power', share),
  alpha: more(numberField('alpha', { ...share, default: 0.05 })),
  sides: more(numberField('sides', { min: 1, max: 2, whole: true, default: 2 }))
};
const ofGroups = {
  ratio: more(numberField('ratio', { min: 0.001, max: 1000 })),
  first: numberField('first', { whole: true, min: 1 }),
  second: numberField('second', { whole: true, min: 1 })
};

export const plan = defineMethods('plan', [
  {
    name: 'plan-means',
    plans: true,
    tables: ['curve'],
    fields: {
      difference: needed('difference'),
      sd: needed('sd', positive),
      design: choiceField('design', ['independent', 'paired'], 'independent'),
      ...ofGroups,
      ...ofTest
    }
  },
  {
    name: 'plan-proportions',
    plans: true,
    tables: ['curve'],
    fields: {
      first_proportion: needed('first_proportion', share),
      second_proportion: needed('second_proportion', share),
      ...ofGroups,
      ...ofTest,
      continuity: more(yesNo('continuity'))
    }
  },
  {
    name: 'plan-survival',
    plans: true,
    tables: ['curve'],
    fields: {
      hazard_ratio: needed('hazard_ratio', positive),
      event_share: numberField('event_share', share),
      events: numberField('planned_events', { whole: true, min: 1 }),
      ratio: ofGroups.ratio,
      ...ofTest,
      by: more(choiceField('by', ['schoenfeld', 'freedman'], 'schoenfeld'))
    }
  },
  {
    name: 'plan-precision',
    plans: true,
    tables: ['curve'],
    fields: {
      proportion: numberField('proportion', share),
      rate: numberField('rate', positive),
      half_width: numberField('half_width', positive),
      factor: numberField('factor', { min: 1 }),
      interval: more(choiceField('interval', ['wilson', 'wald'], 'wilson')),
      level
    }
  },
  {
    name: 'plan-clusters',
    plans: true,
    fields: {
      persons: needed('planned_persons', { min: 1 }),
      size: needed('size', { min: 1 }),
      icc: needed('icc', share),
      variation: more(numberField('variation', { min: 0, max: 100 }))
    }
  }
]);

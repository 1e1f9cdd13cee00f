import { statisticsWords as words } from '$lib/messages/statistics';
import { defineMethods } from '../method-form';
import {
  choiceField,
  columnField,
  columnNeeded,
  columnsField,
  impute,
  level,
  model,
  more,
  numberField,
  textField,
  yesNo
} from '../vocabulary';

const outcome = { outcome: columnNeeded('outcome'), ...model };
const mixed = { ...outcome, group: columnNeeded('random_group') };
// Its words are its own: for pooled studies REML is a model, here a way to estimate. Spread, they would not follow the language.
const criterion = {
  ...more(choiceField('criterion', ['reml', 'ml'], 'reml')),
  get words() {
    return { reml: words.choices.mixed_reml, ml: words.choices.mixed_ml };
  }
};
const weights = more(columnField('weights'));
const errors = {
  errors: more(choiceField('errors', ['model', 'HC0', 'HC1', 'HC3'], 'model')),
  cluster: more(columnField('cluster'))
};
const event_is = more(textField('event_is'));
const treatment = {
  treatment: columnNeeded('treatment'),
  treatment_is: more(textField('treatment_is')),
  predictors: { ...model.predictors, help: () => words.help.propensity_predictors },
  formula: model.formula,
  outcome: columnField('outcome'),
  event_is
};

export const relate = defineMethods('relate', [
  { name: 'linear', tables: ['pooling', 'filled'], fields: { ...outcome, weights, ...errors, impute, level } },
  {
    name: 'logistic',
    tables: ['pooling', 'filled'],
    fields: {
      ...outcome,
      event_is,
      interval: more(choiceField('interval', ['wald', 'profile'], 'wald')),
      weights,
      ...errors,
      impute,
      level
    }
  },
  {
    name: 'firth',
    fields: {
      ...outcome,
      event_is,
      interval: more(choiceField('interval', ['profile', 'wald'], 'profile')),
      weights,
      level
    }
  },
  {
    name: 'poisson',
    tables: ['pooling', 'filled'],
    fields: { ...outcome, exposure: columnField('exposure'), weights, ...errors, impute, level }
  },
  {
    name: 'negative-binomial',
    fields: { ...outcome, exposure: columnField('exposure'), weights, ...errors, level }
  },
  {
    name: 'ordinal',
    fields: {
      ...outcome,
      order: {
        type: 'list',
        item: { type: 'any', label: () => words.fields.outcome_order },
        max: 50,
        label: () => words.fields.outcome_order,
        help: () => words.help.outcome_order
      },
      weights,
      level
    }
  },
  {
    name: 'linear-mixed',
    tables: ['groups'],
    fields: { ...mixed, criterion, level }
  },
  {
    name: 'logistic-mixed',
    tables: ['groups'],
    fields: {
      ...mixed,
      event_is,
      quadrature: more(numberField('quadrature', { whole: true, min: 1, max: 100, default: 10 })),
      level
    }
  },
  {
    name: 'correlation',
    fields: {
      columns: { ...columnsField('correlated'), required: true },
      coefficient: choiceField('coefficient', ['pearson', 'spearman', 'kendall'], 'pearson'),
      level
    }
  },
  {
    name: 'propensity-matching',
    tables: ['balance', 'weights', 'pairs'],
    fields: {
      ...treatment,
      ratio: more(numberField('match_ratio', { whole: true, min: 1, max: 100, default: 1 })),
      caliper: more(numberField('caliper', { min: 0.0001, max: 100, default: 0.2 })),
      replace: more(yesNo('match_again')),
      level
    }
  },
  {
    name: 'propensity-weighting',
    tables: ['balance', 'weights'],
    fields: {
      ...treatment,
      estimand: choiceField('estimand', ['ate', 'att', 'overlap'], 'ate'),
      truncate: more(numberField('truncate', { min: 0, max: 0.49, default: 0 })),
      level
    }
  },
  {
    name: 'interrupted-series',
    tables: ['series'],
    fields: {
      value: columnNeeded('series_value'),
      start: { ...numberField('series_start', { whole: true, min: 3 }), required: true },
      time: columnField('series_time'),
      lag: more(numberField('series_lag', { whole: true, min: 0 })),
      level
    }
  }
]);

import { defineMethods } from '../method-form';
import { choiceField, columnField, columnNeeded, columnsField, level, more, numberField, said } from '../vocabulary';

/** As the engine has them. */
const iccForms = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const;
const two = { first: columnNeeded('first_measurement'), second: columnNeeded('second_measurement') };

export const agree = defineMethods('agree', [
  {
    name: 'kappa',
    tables: ['pairs', 'ratings'],
    fields: {
      raters: { ...columnsField('raters'), required: true },
      weights: choiceField('kappa_weights', ['none', 'linear', 'quadratic'], 'none'),
      order: {
        type: 'list',
        item: { type: 'text', label: () => said('level_order').label() },
        max: 50,
        ...said('level_order')
      },
      level
    }
  },
  {
    name: 'bland-altman',
    tables: ['points'],
    fields: {
      ...two,
      person: columnField('repeated_person'),
      coverage: more(numberField('coverage', { min: 0.5, max: 0.9999, default: 0.95 })),
      level
    }
  },
  {
    name: 'intraclass',
    tables: ['forms', 'mean_squares'],
    fields: {
      raters: columnsField('rater_columns'),
      form: choiceField('icc_form', iccForms, 'ICC(2,1)'),
      value: more(columnField('rating_value')),
      person: more(columnField('rated_person')),
      rater: more(columnField('rater')),
      level
    }
  },
  { name: 'concordance', fields: { ...two, level } }
]);

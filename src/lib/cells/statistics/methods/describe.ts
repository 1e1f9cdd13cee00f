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
  said,
  tableField,
  textField,
  yesNo
} from '../vocabulary';

const per = numberField('per', { min: 1e-9, max: 1e9, default: 1 });

export const describe = defineMethods('describe', [
  {
    name: 'table-one',
    tables: ['comparisons', 'differences', 'estimates', 'wide'],
    fields: {
      variables: columnsNeeded('variables'),
      group: columnField('group'),
      tests: yesNo('with_tests', true),
      show: more({
        type: 'map',
        value: choiceField('show', ['mean', 'median', 'levels'], 'mean'),
        ...said('show')
      } as const),
      adjust,
      level
    }
  },
  { name: 'describe', fields: { variables: columnsNeeded('variables'), level } },
  {
    name: 'incidence-rates',
    tables: ['ratios'],
    fields: {
      events: columnNeeded('event_counts'),
      events_is: more(textField('events_is')),
      time: columnNeeded('time_at_risk'),
      group: columnField('group'),
      per,
      reference,
      adjust,
      level
    }
  },
  {
    name: 'standardise',
    fields: {
      events: columnNeeded('event_counts'),
      events_is: more(textField('events_is')),
      time: columnNeeded('persons_or_time'),
      strata: columnNeeded('stratum'),
      group: columnField('group'),
      how: choiceField('how', ['direct', 'indirect'], 'direct'),
      per,
      standard: more(tableField('standard')),
      standard_strata: more({ ...columnField('standard_strata'), of: 'standard' }),
      standard_time: more({ ...columnField('standard_time'), of: 'standard' }),
      standard_events: more({ ...columnField('standard_events'), of: 'standard' }),
      level
    }
  }
]);

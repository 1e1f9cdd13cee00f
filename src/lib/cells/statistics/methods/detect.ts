import { statisticsWords as words } from '$lib/messages/statistics';
import { defineMethods } from '../method-form';
import {
  choiceField,
  columnField,
  columnNeeded,
  level,
  more,
  numberField,
  numbersField,
  tableField
} from '../vocabulary';

/** A column of another table than the one that is analysed. */
const columnThere = (key: Parameters<typeof columnNeeded>[0], table: string) =>
  ({ ...columnNeeded(key), of: table }) as const;

export const detect = defineMethods('detect', [
  {
    name: 'signals',
    fields: {
      report: columnNeeded('report'),
      drug: columnNeeded('drug'),
      event: { ...columnNeeded('reported_event') },
      score: choiceField('signal_score', ['ebgm', 'ic', 'ror', 'prr'], 'ebgm'),
      least: more(numberField('least', { whole: true, min: 1, max: 1000, default: 3 })),
      level
    }
  },
  {
    name: 'case-series',
    tables: ['windows', 'ages'],
    fields: {
      person: columnNeeded('person'),
      start: columnNeeded('observed_from'),
      end: columnNeeded('observed_to'),
      birth: more(columnField('birth')),
      events: { ...tableField('events_table'), required: true },
      event_person: columnThere('event_person', 'events'),
      event_day: columnThere('event_day', 'events'),
      exposures: { ...tableField('exposures'), required: true },
      exposure_person: columnThere('exposure_person', 'exposures'),
      exposure_day: columnThere('exposure_day', 'exposures'),
      windows: {
        type: 'list',
        max: 20,
        required: true,
        label: () => words.fields.windows,
        help: () => words.help.windows,
        item: {
          type: 'record',
          label: () => words.fields.windows,
          fields: {
            name: { type: 'text', required: true, label: () => words.fields.window_name },
            from: numberNeeded('window_from'),
            to: numberNeeded('window_to')
          }
        }
      },
      age_cuts: more(numbersField('age_cuts')),
      level
    }
  }
]);

function numberNeeded(key: 'window_from' | 'window_to') {
  return { ...numberField(key, { whole: true }), required: true } as const;
}

import { may, need, type Argument } from '../shared/call-arguments';

const columns = (...keys: readonly Argument[]) => need('columns', 'object', keys);

const events = [
  need('events', 'table'),
  columns(
    need('case', 'column'),
    need('activity', 'column'),
    need('time', 'column'),
    may('hospital', 'column'),
    may('order', 'column')
  )
];
const which = may('which', 'object', [
  may('hospitals', 'list'),
  may('period', 'object'),
  may('activities', 'list'),
  may('variantShare', 'number')
]);
const hours = [need('patient', 'column'), need('hour', 'column'), need('label', 'column')];
const shift = may('options', 'object', [may('shiftHours', 'number')]);

const pkRequest = [
  need('model', 'object', [may('name', 'text'), may('json', 'text')]),
  need('person', 'object', [need('weightKg', 'number'), need('ageYears', 'number'), may('plasmaDerived', 'truth')]),
  may('endogenous', 'number'),
  may('doses', 'table'),
  may('levels', 'table'),
  may('residual', 'object', [need('additive', 'number'), need('proportional', 'number')]),
  may('quantificationLimit', 'number'),
  may('fromHour', 'number'),
  may('toHour', 'number'),
  may('thresholds', 'numbers'),
  may('target', 'object', [need('trough', 'number'), need('everyHours', 'number'), may('durationHours', 'number')]),
  may('whatIf', 'object', [
    may('amount', 'number'),
    may('everyHours', 'number'),
    may('times', 'number'),
    may('durationHours', 'number'),
    may('startHour', 'number'),
    may('missed', 'numbers'),
    may('clearance', 'number')
  ]),
  may('samples', 'number'),
  may('seed', 'number')
];

const stays = [need('person', 'column'), need('time', 'column'), may('episode', 'column')];
const timeUnit = may('timeUnit', 'text');

/** What each function of `byTable` takes before its job. */
export const takes = {
  score: [
    need('name', 'text'),
    need('table', 'table'),
    may('options', 'object', [may('columns', 'object'), may('units', 'object'), may('lms', 'object')])
  ],
  phoenixWindows: [
    need('table', 'table'),
    need('stays', 'object', stays),
    may('options', 'object', [
      may('score', 'text'),
      may('columns', 'object'),
      may('units', 'object'),
      may('onset', 'object'),
      may('long', 'object', [
        need('variable', 'column'),
        need('value', 'column'),
        may('text', 'column'),
        may('unit', 'column'),
        may('at', 'table')
      ]),
      timeUnit
    ])
  ],
  creatinineBaselines: [
    need('table', 'table'),
    columns(...stays, need('creatinine', 'column')),
    may('options', 'object', [may('unit', 'text'), timeUnit])
  ],
  sepsisOnset: [
    need('table', 'table'),
    columns(...stays, need('total', 'column'), may('cardiovascular', 'column'), may('suspected_infection', 'column')),
    may('options', 'object')
  ],
  pathways: [...events, which],
  conformance: [...events, need('path', 'text'), which],
  sepsisUtility: [
    need('table', 'table'),
    columns(...hours, may('call', 'column'), may('score', 'column'), may('threshold', 'number')),
    shift
  ],
  utilityByThreshold: [need('table', 'table'), columns(...hours, need('score', 'column')), shift],
  averagePrecision: [need('table', 'table'), columns(need('score', 'column'), need('label', 'column'))],
  pkStudy: [need('request', 'object', pkRequest)],
  bleedingRates: [need('table', 'table'), may('options', 'object', [may('level', 'number')])],
  adherence: [need('planned', 'table'), need('given', 'table'), need('toleranceHours', 'number')]
} as const satisfies Readonly<Record<string, readonly Argument[]>>;

import { defineMethods } from '../method-form';
import { choiceField, columnField, columnNeeded, level, more, numberField, yesNo } from '../vocabulary';

const adjustment = more(choiceField('adjustment', ['knapp-hartung', 'none'], 'knapp-hartung'));

export const pool = defineMethods('pool', [
  {
    name: 'meta-analysis',
    tables: ['pooled'],
    fields: {
      study: columnField('study'),
      measure: choiceField(
        'measure',
        ['effect', 'mean-difference', 'standardised-difference', 'risk-difference', 'odds-ratio', 'risk-ratio', 'hazard-ratio', 'rate-ratio'], // prettier-ignore
        'effect'
      ),
      estimate: columnNeeded('estimate'),
      se: columnField('se'),
      lower: columnField('lower'),
      upper: columnField('upper'),
      logs: yesNo('logs'),
      model: more(choiceField('model', ['reml', 'dersimonian-laird', 'paule-mandel', 'fixed'], 'reml')),
      adjustment,
      limits_level: more(numberField('limits_level', { min: 0.5, max: 0.9999, default: 0.95 })),
      level
    }
  },
  {
    name: 'meta-counts',
    tables: ['pooled'],
    fields: {
      study: columnField('study'),
      events: columnNeeded('events'),
      persons: columnNeeded('persons'),
      control_events: columnNeeded('control_events'),
      control_persons: columnNeeded('control_persons'),
      measure: choiceField('measure', ['odds-ratio', 'risk-ratio', 'risk-difference'], 'odds-ratio'),
      model: more(
        choiceField('model', ['mantel-haenszel', 'peto', 'reml', 'dersimonian-laird', 'paule-mandel', 'fixed'], 'mantel-haenszel') // prettier-ignore
      ),
      adjustment,
      level
    }
  }
]);

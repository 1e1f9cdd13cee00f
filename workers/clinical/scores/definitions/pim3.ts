import type { ScoreDefinition, ScoreOutput } from '../definition';
import * as input from './inputs';
import { flag, measured } from './inputs';

export const PROCEDURES = ['none', 'bypass', 'cardiac', 'noncardiac'] as const;
export const RISKS = ['none', 'low', 'high', 'very_high'] as const;

const term = (name: string, label: string): ScoreOutput => ({ name: `term_${name}`, label, kind: 'number' });

export const pim3: ScoreDefinition = {
  name: 'pim3',
  title: 'PIM3',
  source: 'Straney et al., Pediatric Critical Care Medicine 2013',
  verified: true,
  population:
    'Groups of children on admission to paediatric intensive care (first hour): for units, not for one child.',
  inputs: [
    flag('pupils_fixed', 'Both pupils > 3 mm and fixed', { words: input.pupilWords }),
    flag('elective', 'Elective admission'),
    flag('ventilated', 'Ventilated in the first hour, also by mask'),
    measured(['base_excess', 'Base excess'], ['base excess', 'mmol/L'], [-60, 60]),
    measured(
      ['sbp', 'Systolic pressure; 0 in cardiac arrest, 30 if too low to measure'],
      ['pressure', 'mmHg'],
      [0, 300]
    ),
    { ...input.fio2, feeds: [] },
    { ...input.pao2, feeds: [] },
    {
      name: 'procedure',
      label: 'Recovery from a procedure',
      kind: 'choice',
      choices: PROCEDURES,
      words: { no: 0, 'cardiac bypass': 1, 'cardiac without bypass': 2, 'non-cardiac': 3 }
    },
    {
      name: 'risk',
      label: 'Risk of the diagnosis; if several, that of the largest coefficient',
      kind: 'choice',
      choices: RISKS,
      words: { no: 0, 'low risk': 1, 'high risk': 2, 'very high': 3, 'very high risk': 3 }
    },
    flag('risk_low', 'A low-risk diagnosis', { feeds: ['risk'] }),
    flag('risk_high', 'A high-risk diagnosis', { feeds: ['risk'] }),
    flag('risk_very_high', 'A very-high-risk diagnosis', { feeds: ['risk'] })
  ],
  components: [
    term('pupils', 'Pupils'),
    term('elective', 'Elective admission'),
    term('ventilated', 'Ventilation'),
    term('base_excess', 'Base excess'),
    term('sbp', 'Systolic pressure'),
    term('oxygen', '100·FiO2/PaO2'),
    term('procedure', 'Procedure'),
    term('risk', 'Diagnosis')
  ],
  outputs: [
    { name: 'logit', label: 'Logit', kind: 'number' },
    { name: 'probability', label: 'Probability of death', kind: 'number' }
  ],
  notes: ['Unknown systolic pressure counts as 120 mmHg, unknown base excess as 0.']
};

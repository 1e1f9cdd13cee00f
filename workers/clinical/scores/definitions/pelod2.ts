import type { ScoreDefinition } from '../definition';
import * as input from './inputs';
import { flag, measured, points } from './inputs';

export const pelod2: ScoreDefinition = {
  name: 'pelod-2',
  title: 'PELOD-2',
  source:
    'Leteurtre et al., Critical Care Medicine 2013; correction as in the automated PELOD-2 of Sauthier et al. 2020',
  verified: true,
  population: 'Children under 18 years in paediatric intensive care; worst values of 24 hours.',
  inputs: [
    input.age,
    input.gcs,
    flag('both_pupils_fixed', 'Both pupils fixed', { words: input.pupilWords }),
    input.lactate,
    input.map,
    input.sbp,
    input.dbp,
    measured(['creatinine', 'Creatinine'], ['creatinine', 'µmol/L'], [0, 4421]),
    { ...input.pfRatio, rather: ['pf_ratio_1h'] },
    input.pao2,
    { ...input.fio2, feeds: ['pf_ratio'] },
    flag('cyanotic_heart_disease', 'Cyanotic heart disease: PaO2/FiO2 counts as normal', { optional: true }),
    measured(['paco2', 'PaCO2'], ['pressure', 'mmHg'], [5, 200]),
    flag('imv', 'Invasive ventilation; a mask does not count'),
    input.leukocytes,
    input.platelets
  ],
  components: [
    points('gcs', 'Glasgow Coma Scale', 4),
    points('pupils', 'Pupils', 5),
    points('lactate', 'Lactate', 4),
    points('map', 'Mean arterial pressure', 6),
    points('creatinine', 'Creatinine', 2),
    points('pf', 'PaO2/FiO2', 2),
    points('paco2', 'PaCO2', 3),
    points('ventilation', 'Invasive ventilation', 3),
    points('wbc', 'Leukocytes', 2),
    points('platelets', 'Platelets', 2)
  ],
  outputs: [
    points('total', 'PELOD-2 total', 33),
    { name: 'probability', label: 'Probability of death', kind: 'number' }
  ],
  notes: [
    'A mean arterial pressure of 45 mmHg at 24 to 59 months, left open by the printed table, gives 3 points.',
    'Sedated children: the Glasgow Coma Scale before sedation.',
    'PaO2/FiO2: of the last FiO2 within 60 minutes before the PaO2, as pf_ratio_1h of an hourly grid has it. Of a PaO2 and an FiO2 in one row, or of a ratio, the table itself must have seen to that.'
  ]
};

import type { ScoreDefinition } from '../definition';
import * as input from './inputs';
import { flag, measured, points } from './inputs';

const dose = (name: string, label: string) => measured([name, label], ['dose by weight', 'µg/kg/min'], [0, 200]);

export const psofa: ScoreDefinition = {
  name: 'psofa',
  title: 'pSOFA',
  source: 'Matics and Sanchez-Pinto, JAMA Pediatrics 2017',
  verified: true,
  population: 'Critically ill children up to 21 years; the worst value of a day for each organ.',
  inputs: [
    input.age,
    input.pfRatio,
    input.sfRatio,
    input.pao2,
    input.spo2,
    input.fio2,
    flag('respiratory_support', 'Respiratory support'),
    { ...input.imv, feeds: ['respiratory_support'] },
    input.platelets,
    input.bilirubin,
    input.map,
    input.sbp,
    input.dbp,
    dose('dopamine', 'Dopamine'),
    dose('dobutamine', 'Dobutamine'),
    dose('epinephrine', 'Epinephrine'),
    dose('norepinephrine', 'Norepinephrine'),
    input.gcs,
    input.creatinine
  ],
  components: [
    points('respiratory', 'Respiratory', 4),
    points('coagulation', 'Coagulation', 4),
    points('hepatic', 'Hepatic', 4),
    points('cardiovascular', 'Cardiovascular', 4),
    points('neurologic', 'Neurologic', 4),
    points('renal', 'Renal', 4)
  ],
  outputs: [points('total', 'pSOFA total', 24)],
  notes: [
    'The table was agreed between three independent public implementations, not checked against the printed paper.',
    'Where PaO2/FiO2 and SpO2/FiO2 are both there, PaO2/FiO2 is used.'
  ]
};

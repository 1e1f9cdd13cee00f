import type { ScoreDefinition, ScoreOutput } from '../definition';
import * as input from './inputs';
import { flag, measured, points } from './inputs';

/** Scores of §5.1 of the clinical reference: not read at the source, and said so. */

export const sirs: ScoreDefinition = {
  name: 'sirs',
  title: 'Paediatric SIRS',
  source: 'Goldstein et al., Pediatric Critical Care Medicine 2005',
  verified: false,
  population: 'Children under 18 years.',
  inputs: [
    input.age,
    measured(['temperature', 'Core temperature'], ['temperature', '°C'], [25, 43]),
    measured(['heart_rate', 'Heart rate'], ['rate', '/min'], [20, 300]),
    measured(['respiratory_rate', 'Respiratory rate'], ['rate', '/min'], [3, 150]),
    input.leukocytes
  ],
  components: [
    points('temperature', 'Temperature', 1),
    points('heart_rate', 'Heart rate', 1),
    points('respiratory_rate', 'Respiratory rate', 1),
    points('leukocytes', 'Leukocytes', 1)
  ],
  outputs: [
    points('total', 'Criteria met', 4),
    { name: 'sirs', label: 'SIRS: two criteria, one of them temperature or leukocytes', kind: 'flag' }
  ],
  notes: ['1 to under 2 years, left open by the printed bands, is taken with the band before.']
};

const dose = (name: string, label: string, most: number) =>
  measured([name, label], ['dose by weight', 'µg/kg/min'], [0, most]);
const part = (name: string, label: string): ScoreOutput => ({ name: `part_${name}`, label, kind: 'number' });

export const vasoactiveInotropic: ScoreDefinition = {
  name: 'vis',
  title: 'Vasoactive-inotropic score',
  source: 'Gaies et al., Pediatric Critical Care Medicine 2010',
  verified: false,
  population: 'Infants after cardiac surgery; used in intensive care at large.',
  inputs: [
    dose('dopamine', 'Dopamine', 100),
    dose('dobutamine', 'Dobutamine', 100),
    dose('epinephrine', 'Epinephrine', 20),
    dose('norepinephrine', 'Norepinephrine', 20),
    dose('milrinone', 'Milrinone', 20),
    // A rate in mU/kg/min that is called U/kg/min is a thousand times too large: the range finds nearly all of them.
    measured(['vasopressin', 'Vasopressin'], ['units by weight', 'U/kg/min'], [0, 0.02])
  ],
  components: [
    part('dopamine', 'Dopamine'),
    part('dobutamine', 'Dobutamine'),
    part('epinephrine', '100 · epinephrine'),
    part('norepinephrine', '100 · norepinephrine'),
    part('milrinone', '10 · milrinone'),
    part('vasopressin', '10,000 · vasopressin')
  ],
  outputs: [{ name: 'total', label: 'Vasoactive-inotropic score', kind: 'number' }],
  notes: []
};

export const kdigo: ScoreDefinition = {
  name: 'kdigo',
  title: 'KDIGO creatinine stage',
  source: 'KDIGO clinical practice guideline for acute kidney injury, 2012',
  verified: false,
  population: 'Children and adults with at least one earlier creatinine.',
  inputs: [
    input.creatinine,
    measured(['creatinine_48h', 'Least creatinine of the 48 h before'], ['creatinine', 'mg/dL'], [0.01, 50]),
    measured(
      ['baseline', 'Baseline: least creatinine of the 7 d before, or one’s own'],
      ['creatinine', 'mg/dL'],
      [0.01, 50]
    ),
    flag('dialysis', 'Dialysis', { optional: true }),
    measured(['egfr', 'eGFR'], ['filtration', 'mL/min/1.73 m²'], [0, 300], { optional: true }),
    { ...input.age, optional: true }
  ],
  components: [
    { name: 'ratio', label: 'Creatinine / baseline', kind: 'number' },
    { name: 'rise', label: 'Rise within 48 h', kind: 'number', unit: 'mg/dL' }
  ],
  outputs: [points('stage', 'Stage', 3)],
  notes: ['Urine output is left out.', 'Without a baseline there is no stage, which is not stage 0.']
};

export const SEXES = ['male', 'female'] as const;

export const zScore: ScoreDefinition = {
  name: 'z-score',
  title: 'Age-dependent z-score (LMS)',
  source: 'Cole and Green, Statistics in Medicine 1992; reference values from a table of the user',
  verified: false,
  population: 'Those for whom the reference table was made.',
  inputs: [
    { name: 'value', label: 'Measured value, in the unit of the reference table', kind: 'number', valid: [1e-9, 1e9] },
    input.age,
    {
      name: 'sex',
      label: 'Sex, where the reference table has it',
      kind: 'choice',
      choices: SEXES,
      words: { m: 0, boy: 0, f: 1, w: 1, girl: 1 }
    }
  ],
  components: [
    { name: 'L', label: 'Power L', kind: 'number' },
    { name: 'M', label: 'Median M', kind: 'number' },
    { name: 'S', label: 'Coefficient of variation S', kind: 'number' }
  ],
  outputs: [{ name: 'z', label: 'z-score', kind: 'number' }],
  notes: ['Between two ages L, M and S are taken on the straight line; beyond the first and last there is no z-score.']
};

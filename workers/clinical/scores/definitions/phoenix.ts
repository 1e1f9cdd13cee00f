import type { ScoreDefinition, ScoreInput, ScoreOutput } from '../definition';
import * as input from './inputs';
import { flag, measured, points } from './inputs';

/** Continuous and systemic only: not nebulised, nasal or by auto-injector. */
export const AGENTS = [
  ['dobutamine', 'Dobutamine'],
  ['dopamine', 'Dopamine'],
  ['epinephrine', 'Epinephrine, continuous and systemic'],
  ['milrinone', 'Milrinone'],
  ['norepinephrine', 'Norepinephrine'],
  ['vasopressin', 'Vasopressin']
] as const;

export const INFECTION = ['not established', 'suspected', 'not suspected'] as const;

export const PHOENIX_LABELS = [
  'below the threshold',
  'sepsis',
  'septic shock',
  'organ dysfunction, infection not established',
  'organ dysfunction, infection not suspected'
] as const;

/** An agent may also be recorded as running or not. */
const RUNNING = { yes: 1, true: 1, running: 1, no: 0, false: 0, stopped: 0 } as const;

const four: readonly ScoreInput[] = [
  input.age,
  flag('suspected_infection', 'Suspected infection: a test ordered and ≥ 2 doses of a systemic antimicrobial'),
  input.pfRatio,
  input.sfRatio,
  input.pao2,
  input.spo2,
  { ...input.fio2, feeds: ['pf_ratio', 'sf_ratio', 'other_respiratory_support'] },
  input.imv,
  flag('other_respiratory_support', 'Other respiratory support, also FiO2 > 0.21'),
  { name: 'vasoactives', label: 'Vasoactive agents running, distinct', kind: 'count', valid: [0, 6], whole: true },
  ...AGENTS.map(([name, label]): ScoreInput => ({
    name,
    label: `${label}: rate or 1 while running`,
    kind: 'number',
    valid: [0, 1e6],
    words: RUNNING,
    feeds: ['vasoactives']
  })),
  input.lactate,
  input.map,
  input.sbp,
  input.dbp,
  input.platelets,
  measured(['inr', 'INR'], ['ratio', 'ratio'], [0.1, 50]),
  measured(['d_dimer', 'D-dimer (FEU)'], ['d-dimer', 'mg/L FEU'], [0, 500]),
  measured(['fibrinogen', 'Fibrinogen'], ['fibrinogen', 'mg/dL'], [0, 1500]),
  input.gcs,
  flag('fixed_pupils', 'Both pupils fixed', { words: input.pupilWords })
];

const eight: readonly ScoreInput[] = [
  measured(['glucose', 'Glucose'], ['glucose', 'mg/dL'], [5, 2000]),
  measured(['anc', 'Neutrophils, absolute'], ['cells', '10³/µL'], [0, 500]),
  measured(['alc', 'Lymphocytes, absolute'], ['cells', '10³/µL'], [0, 500]),
  input.creatinine,
  input.bilirubin,
  measured(['alt', 'ALT'], ['enzyme', 'IU/L'], [0, 100_000])
];

const parts: readonly ScoreOutput[] = [
  points('respiratory', 'Respiratory', 3),
  points('cardiovascular', 'Cardiovascular', 6),
  points('coagulation', 'Coagulation', 2),
  points('neurologic', 'Neurologic', 2)
];

const furtherParts: readonly ScoreOutput[] = [
  points('endocrine', 'Endocrine', 1),
  points('immunologic', 'Immunologic', 1),
  points('renal', 'Renal', 1),
  points('hepatic', 'Hepatic', 1)
];

const outputs: readonly ScoreOutput[] = [
  points('total', 'Phoenix total', 13),
  {
    name: 'sepsis',
    label: 'Sepsis: total ≥ 2 and an infection suspected; missing where that is unknown',
    kind: 'flag'
  },
  {
    name: 'shock',
    label: 'Septic shock: sepsis and cardiovascular ≥ 1; missing where an infection is unknown',
    kind: 'flag'
  },
  { name: 'infection', label: 'Suspected infection', kind: 'text', values: INFECTION },
  { name: 'label', label: 'Reading', kind: 'text', values: PHOENIX_LABELS }
];

const shared = {
  source:
    'Schlapbach et al., JAMA 2024 (criteria) and Sanchez-Pinto et al., JAMA 2024 (derivation); package phoenix 1.1.3 of the authors',
  verified: true,
  population:
    'Children under 18 years with a suspected infection. Not during the birth hospitalisation, not born before 37 weeks.',
  notes: [
    'SpO2/FiO2 counts only where SpO2 is at most 97 %. Age 216 months exactly is scored, as in the authors’ package.'
  ]
} as const;

export const phoenix: ScoreDefinition = {
  name: 'phoenix',
  title: 'Phoenix sepsis score',
  ...shared,
  inputs: four,
  components: parts,
  outputs
};

export const phoenix8: ScoreDefinition = {
  name: 'phoenix-8',
  title: 'Phoenix-8 organ dysfunction score',
  ...shared,
  inputs: [...four, ...eight],
  components: [...parts, ...furtherParts],
  outputs: [...outputs, points('total8', 'Phoenix-8 total', 17)]
};

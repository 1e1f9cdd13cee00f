/** What is measured, in the order of the flat table. */
export interface VariableDescription {
  name: VariableName;
  label: string;
  /** As shown beside a number; absent for scores and ratios. */
  unit?: string;
  /** UCUM, as in the OMOP tables. */
  ucum: string;
  /** Local OMOP concept, ≥ 2,000,000,000: we ship no vocabulary and pretend to none. */
  concept: number;
  /** Digits after the point. */
  digits: 0 | 1 | 2;
  laboratory: boolean;
}

export type VariableName =
  | 'heart_rate'
  | 'resp_rate'
  | 'map'
  | 'sbp'
  | 'dbp'
  | 'temperature'
  | 'spo2'
  | 'lactate'
  | 'crp'
  | 'platelets'
  | 'wbc'
  | 'gcs'
  | 'creatinine'
  | 'glucose'
  | 'bilirubin'
  | 'inr'
  | 'fibrinogen'
  | 'd_dimer'
  | 'fio2'
  | 'pao2';

const vital = { laboratory: false, digits: 0 } as const;
const laboratory = { laboratory: true, digits: 2 } as const;

export const VARIABLES: readonly VariableDescription[] = [
  { ...vital, name: 'heart_rate', label: 'Heart rate', unit: '/min', ucum: '/min', concept: 2000000001 },
  { ...vital, name: 'resp_rate', label: 'Respiratory rate', unit: '/min', ucum: '/min', concept: 2000000007 },
  { ...vital, name: 'map', label: 'Mean arterial pressure', unit: 'mmHg', ucum: 'mm[Hg]', concept: 2000000008 },
  { ...vital, name: 'sbp', label: 'Systolic blood pressure', unit: 'mmHg', ucum: 'mm[Hg]', concept: 2000000005 },
  { ...vital, name: 'dbp', label: 'Diastolic blood pressure', unit: 'mmHg', ucum: 'mm[Hg]', concept: 2000000006 },
  { ...vital, name: 'temperature', label: 'Temperature', unit: '°C', ucum: 'Cel', concept: 2000000002, digits: 1 },
  { ...vital, name: 'spo2', label: 'Oxygen saturation', unit: '%', ucum: '%', concept: 2000000003 },
  { ...laboratory, name: 'lactate', label: 'Lactate', unit: 'mmol/L', ucum: 'mmol/L', concept: 2000000009 },
  {
    ...laboratory,
    name: 'crp',
    label: 'C-reactive protein',
    unit: 'mg/L',
    ucum: 'mg/L',
    concept: 2000000010,
    digits: 1
  },
  {
    ...laboratory,
    name: 'platelets',
    label: 'Platelets',
    unit: '10³/µL',
    ucum: '10*3/uL',
    concept: 2000000011,
    digits: 0
  },
  { ...laboratory, name: 'wbc', label: 'White blood cells', unit: '10³/µL', ucum: '10*3/uL', concept: 2000000012 },
  { ...vital, name: 'gcs', label: 'Glasgow Coma Scale', ucum: '{score}', concept: 2000000013 },
  { ...laboratory, name: 'creatinine', label: 'Creatinine', unit: 'mg/dL', ucum: 'mg/dL', concept: 2000000014 },
  { ...laboratory, name: 'glucose', label: 'Glucose', unit: 'mg/dL', ucum: 'mg/dL', concept: 2000000004, digits: 0 },
  { ...laboratory, name: 'bilirubin', label: 'Bilirubin', unit: 'mg/dL', ucum: 'mg/dL', concept: 2000000015 },
  { ...laboratory, name: 'inr', label: 'INR', ucum: '{INR}', concept: 2000000016 },
  {
    ...laboratory,
    name: 'fibrinogen',
    label: 'Fibrinogen',
    unit: 'mg/dL',
    ucum: 'mg/dL',
    concept: 2000000017,
    digits: 0
  },
  { ...laboratory, name: 'd_dimer', label: 'D-dimer', unit: 'mg/L FEU', ucum: 'mg/L{FEU}', concept: 2000000018 },
  { ...vital, name: 'fio2', label: 'Inspired oxygen fraction', ucum: '{fraction}', concept: 2000000019, digits: 2 },
  {
    ...laboratory,
    name: 'pao2',
    label: 'Arterial oxygen pressure',
    unit: 'mmHg',
    ucum: 'mm[Hg]',
    concept: 2000000020,
    digits: 0
  }
];

import type { Quantity } from '../scores/contract';

/** What one value is made of, where an hour has several. */
export const AGGREGATES = ['last', 'first', 'min', 'max', 'mean', 'count'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** What a column of the table of measurements can be for. */
export const SOURCE_ROLES = ['person', 'time', 'variable', 'value', 'unit'] as const;
export type SourceRole = (typeof SOURCE_ROLES)[number];

/** A variable that is known by name: without what computes, so that a form can read it. */
export interface HourlyVariable {
  name: string;
  label: string;
  unit: string;
  /** Which units convert; absent: only the same unit is understood. */
  quantity?: Quantity;
  /** Other names under which it is found, in lower case; those with blanks are of the paediatric sepsis hackathon. */
  also?: readonly string[];
  /** Hours for which a value holds. */
  carryHours: number;
  /** Its concept in our simulated data. */
  concept?: number;
}

const pressure = { unit: 'mmHg', quantity: 'pressure', carryHours: 6 } as const;
const cells = { unit: '10³/µL', quantity: 'cells', carryHours: 24 } as const;

/**
 * Hours of carrying forward are the look-back windows of Phoenix (clinical reference §2). It has none for heart rate,
 * respiratory rate and temperature (6 h here, as other vital signs), PaCO2 (6 h, as PaO2), CRP and white blood cells (24 h,
 * as other laboratory values) and weight (30 days).
 */
export const HOURLY_VARIABLES: readonly HourlyVariable[] = [
  {
    name: 'heart_rate',
    label: 'Heart rate',
    unit: '/min',
    quantity: 'rate',
    carryHours: 6,
    also: ['hr', 'pulse', 'heart rate'],
    concept: 2000000001
  },
  {
    name: 'resp_rate',
    label: 'Respiratory rate',
    unit: '/min',
    quantity: 'rate',
    carryHours: 6,
    also: ['respiratory_rate', 'rr', 'respiratory rate'],
    concept: 2000000007
  },
  {
    name: 'map',
    label: 'Mean arterial pressure',
    ...pressure,
    also: ['mean_arterial_pressure', 'mbp'],
    concept: 2000000008
  },
  {
    name: 'sbp',
    label: 'Systolic blood pressure',
    ...pressure,
    also: ['systolic', 'systolic_pressure', 'systolic_bp', 'systolic_blood_pressure', 'systolic blood pressure'],
    concept: 2000000005
  },
  {
    name: 'dbp',
    label: 'Diastolic blood pressure',
    ...pressure,
    also: ['diastolic', 'diastolic_pressure', 'diastolic_bp', 'diastolic_blood_pressure', 'diastolic blood pressure'],
    concept: 2000000006
  },
  {
    name: 'temperature',
    label: 'Temperature',
    unit: '°C',
    quantity: 'temperature',
    carryHours: 6,
    also: ['temp', 'body_temperature', 'body temperature'],
    concept: 2000000002
  },
  {
    name: 'spo2',
    label: 'Oxygen saturation',
    unit: '%',
    quantity: 'saturation',
    carryHours: 6,
    also: ['oxygen_saturation', 'o2_saturation', 'measurement of oxygen saturation at periphery'],
    concept: 2000000003
  },
  {
    name: 'fio2',
    label: 'Inspired oxygen fraction',
    unit: 'fraction',
    quantity: 'oxygen fraction',
    carryHours: 6,
    concept: 2000000019
  },
  { name: 'pao2', label: 'Arterial oxygen pressure', ...pressure, also: ['po2'], concept: 2000000020 },
  { name: 'paco2', label: 'Arterial carbon dioxide pressure', ...pressure, also: ['pco2'] },
  {
    name: 'gcs',
    label: 'Glasgow Coma Scale',
    unit: 'points',
    quantity: 'points',
    carryHours: 12,
    also: ['gcs_total', 'glasgow_coma_scale', 'glasgow coma scale'],
    concept: 2000000013
  },
  {
    name: 'lactate',
    label: 'Lactate',
    unit: 'mmol/L',
    quantity: 'lactate',
    carryHours: 6,
    also: ['blood_lactate', 'lactate [moles/volume] in blood'],
    concept: 2000000009
  },
  {
    name: 'glucose',
    label: 'Glucose',
    unit: 'mg/dL',
    quantity: 'glucose',
    carryHours: 12,
    also: ['blood_glucose'],
    concept: 2000000004
  },
  {
    name: 'creatinine',
    label: 'Creatinine',
    unit: 'mg/dL',
    quantity: 'creatinine',
    carryHours: 24,
    also: ['creatinine [mass/volume] in blood'],
    concept: 2000000014
  },
  {
    name: 'bilirubin',
    label: 'Bilirubin',
    unit: 'mg/dL',
    quantity: 'bilirubin',
    carryHours: 24,
    also: ['total_bilirubin'],
    concept: 2000000015
  },
  { name: 'alt', label: 'ALT', unit: 'IU/L', quantity: 'enzyme', carryHours: 24, also: ['alat', 'sgpt'] },
  {
    name: 'platelets',
    label: 'Platelets',
    ...cells,
    also: ['plt', 'thrombocytes', 'platelet count'],
    concept: 2000000011
  },
  {
    name: 'wbc',
    label: 'White blood cells',
    ...cells,
    also: ['leukocytes', 'leucocytes', 'white_blood_cells', 'white blood cell count'],
    concept: 2000000012
  },
  { name: 'anc', label: 'Neutrophils, absolute', ...cells, also: ['neutrophils'] },
  { name: 'alc', label: 'Lymphocytes, absolute', ...cells, also: ['lymphocytes'] },
  { name: 'inr', label: 'INR', unit: 'ratio', quantity: 'ratio', carryHours: 24, concept: 2000000016 },
  {
    name: 'fibrinogen',
    label: 'Fibrinogen',
    unit: 'mg/dL',
    quantity: 'fibrinogen',
    carryHours: 24,
    concept: 2000000017
  },
  {
    name: 'd_dimer',
    label: 'D-dimer',
    unit: 'mg/L FEU',
    quantity: 'd-dimer',
    carryHours: 24,
    also: ['ddimer'],
    concept: 2000000018
  },
  {
    name: 'crp',
    label: 'C-reactive protein',
    unit: 'mg/L',
    carryHours: 24,
    also: ['c_reactive_protein', 'c reactive protein [mass/volume] in serum or plasma'],
    concept: 2000000010
  },
  { name: 'weight', label: 'Weight', unit: 'kg', carryHours: 720, also: ['body_weight'], concept: 2000000021 }
];

/** Rows of one grid at most: about what a browser holds. */
export const MOST_HOURS = 10_000_000;

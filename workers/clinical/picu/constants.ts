import { SITES, type Site } from '../shared/hospitals';

/**
 * Every constant of use case A "PICU sepsis, hourly", named. Source: our own specification (PHEMS-sim, use case A);
 * plausible physiology, fitted to no patient and to no registry.
 */

/** Mixed into every stream: another use case with the same seed draws other numbers. */
export const USE_CASE = 'picu-sepsis';

export interface Hospital extends Site {
  /** Age in months = 216 × Beta(a, b). */
  ageShape: readonly [a: number, b: number];
  surgical: number;
  sepsisIntercept: number;
  logStayShift: number;
  /** How much of what happens is written down. */
  recording: number;
}

export const HOSPITALS: readonly Hospital[] = [
  {
    ...SITES[0],
    ageShape: [0.6, 1.3],
    surgical: 0.25,
    sepsisIntercept: -2.75,
    logStayShift: 0,
    recording: 1
  },
  {
    ...SITES[1],
    ageShape: [0.45, 2.0],
    surgical: 0.2,
    sepsisIntercept: -2.45,
    logStayShift: 0.1,
    recording: 0.95
  },
  {
    ...SITES[2],
    ageShape: [0.9, 1.2],
    surgical: 0.3,
    sepsisIntercept: -3.1,
    logStayShift: -0.1,
    recording: 0.9
  },
  {
    ...SITES[3],
    ageShape: [0.5, 2.2],
    surgical: 0.6,
    sepsisIntercept: -2.2,
    logStayShift: 0.2,
    recording: 0.8
  }
];

export const PERSON = {
  male: 0.55,
  oldestMonths: 216,
  daysPerMonth: 30.4375,
  secondEpisode: 0.12,
  secondAfterDays: [7, 300],
  /** First day of admissions, and how many days they spread over. */
  admittedFrom: '2022-01-01',
  admittedDays: 1095,
  logWeightSd: 0.12
} as const;

export const STAY = {
  logMedianHours: 4.18,
  perSeverity: 0.15,
  logSd: 0.85,
  shortestHours: 12,
  longestHours: 720,
  line: { intercept: -0.6, severity: 0.6, surgical: 0.9 }
} as const;

export const SEPSIS = {
  severity: 0.35,
  young: 0.4,
  youngMonths: 3,
  line: 0.7,
  perHour: 0.002,
  hoursAt: 72,
  hoursMost: 240,
  shortestStay: 24,
  firstHour: 10,
  lastBeforeEnd: 6,
  /** Gamma shape of the strength, mean 1: many septic children hardly show it. */
  strengthShape: 1.2,
  riseFrom: -12,
  riseHours: 14,
  decayHours: 24,
  fever: 0.8,
  feverDirection: 1,
  coldDirection: -0.7,
  labelFrom: -6,
  labelTo: 17,
  antibioticAfterHours: [0, 3],
  cultureAfterHours: [-2, 2]
} as const;

/** Pain, fever without sepsis. */
export const BOUT = { per72Hours: 0.5, strengthShape: 2, riseHours: 6, holdUntil: 8, decayHours: 8 } as const;

export const LEAK = { inLabel: 0.96, elsewhere: 0.002 } as const;

export const DEATH = {
  intercept: -4.6,
  severity: 0.7,
  sepsis: 1.6,
  strengthMost: 2,
  infant: 0.5,
  infantMonths: 1
} as const;

/** Value at hour t; φ is the lag-one correlation of its noise, `person` the spread of its level between episodes. */
export const VITALS = {
  heartRate: { level: 1.05, severity: 0.03, person: 0.08, noise: 0.08, phi: 0.85, sepsis: 0.13, bout: 0.12 },
  respRate: { level: 1.05, person: 0.1, noise: 0.13, phi: 0.8, sepsis: 0.15, bout: 0.12 },
  map: {
    severity: -0.02,
    person: 0.07,
    noise: 0.08,
    phi: 0.85,
    sepsis: -0.11,
    bout: -0.02,
    pulse: 0.55,
    pulseLogSd: 0.1
  },
  temperature: { level: 36.9, person: 0.2, noise: 0.3, phi: 0.9, sepsis: 0.9, bout: 0.8 },
  spo2: { level: 97.6, severity: -0.5, person: 0.8, noise: 1.2, phi: 0.85, sepsis: -1.6, most: 100 },
  gcs: { most: 15, least: 3, severity: 1.2, noise: 0.6, phi: 0.95, sepsis: 1.3, threshold: 0.6 }
} as const;

/** Laboratory values are log-normal around `median`. `delay`: hours by which the sepsis course reaches them later. */
export const LABS = {
  lactate: { median: 1.2, severity: 0.12, person: 0.25, noise: 0.2, phi: 0.9, sepsis: 0.4, delay: 0 },
  crp: {
    median: 12,
    severity: 0.3,
    person: 0.9,
    noise: 0.15,
    phi: 0.95,
    sepsis: 0.8,
    bout: 0.6,
    surgical: 0.8,
    delay: 6
  },
  platelets: { median: 280, severity: -0.1, person: 0.3, noise: 0.08, phi: 0.95, sepsis: -0.25, delay: 6 },
  wbc: { median: 10, person: 0.3, noise: 0.1, phi: 0.95, sepsisByDirection: 0.35, bout: 0.2, delay: 6 },
  /** Median 0.25 + 0.03 a year of age. */
  creatinine: { base: 0.25, perYear: 0.03, person: 0.25, noise: 0.05, phi: 0.95, sepsis: 0.3, delay: 12 },
  glucose: { median: 105, noise: 0.18, phi: 0.85, sepsis: 0.15, delay: 0 },
  bilirubin: { median: 0.5, person: 0.5, sepsis: 0.25, delay: 6 },
  inr: { median: 1.1, person: 0.08, sepsis: 0.12, delay: 6 },
  fibrinogen: { median: 280, person: 0.25, sepsis: -0.2, delay: 6 },
  dDimer: { median: 0.6, person: 0.6, sepsis: 0.6, delay: 6 }
} as const;

/** Probability that an hour's value is written down, times the hospital's factor. */
export const RECORDED = {
  heartRate: 0.93,
  respRate: 0.9,
  pressure: 0.8,
  temperature: 0.35,
  spo2: 0.93,
  lactate: 0.1,
  lactateWorried: 0.2,
  /** Strength of the sepsis course from which lactate is taken more often. */
  worriedFrom: 0.4,
  crp: 0.045,
  bloodCount: 0.06,
  gcs: 0.3,
  creatinine: 0.05,
  glucose: 0.1,
  coagulation: 0.02,
  fio2: 0.5,
  pao2: 0.12
} as const;

export const SUPPORT = {
  imv: { intercept: -1.6, severity: 0.9, surgical: 0.8 },
  extubation: 0.02,
  reintubation: 0.02,
  other: { intercept: -0.8, severity: 0.5, sepsis: 1.2 },
  fio2: { air: 0.21, least: 0.25, slope: 0.14, base: 0.5, logSd: 0.2, steps: 20 },
  pao2: { level: 30, fio2: 60, spo2: 4, spo2At: 90, sd: 8, least: 25 }
} as const;

export const VASOACTIVE = { mapBelow: 0.84, mean: 0.5, sepsis: 0.6, most: 3, hours: 6 } as const;

/** Of the drugs and their places in the OMOP tables. */
export const TREATMENT = {
  agents: ['epinephrine', 'norepinephrine', 'milrinone', 'dopamine'],
  antibioticEveryHours: 8,
  antibioticDoses: 21
} as const;

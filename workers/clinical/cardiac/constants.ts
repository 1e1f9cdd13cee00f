import { SITES, type Site } from '../shared/hospitals';

/**
 * Every constant of use case B "paediatric cardiac surgery", named. Source: our own specification (PHEMS-sim, use case
 * B): invented but plausible, from no registry. Where it says nothing, the comment does.
 */

/** Mixed into every stream: another use case with the same seed draws other numbers. */
export const USE_CASE = 'cardiac-surgery';

export interface Hospital extends Site {
  /** Added to the logit of death within 30 days. Hospital 4 is the outlier to find. */
  logOdds: number;
  echoBeforeMeeting: boolean;
  emergenciesWithoutMeeting: boolean;
}

const usual = { echoBeforeMeeting: false, emergenciesWithoutMeeting: false };

export const HOSPITALS: readonly Hospital[] = [
  { ...SITES[0], ...usual, logOdds: 0 },
  { ...SITES[1], ...usual, logOdds: -0.2, echoBeforeMeeting: true },
  { ...SITES[2], ...usual, logOdds: 0, emergenciesWithoutMeeting: true },
  { ...SITES[3], ...usual, logOdds: 0.7 }
];

export interface Procedure {
  name: string;
  share: number;
  medianMonths: number;
  logMonthsSd: number;
  /** Of risk, like the STAT categories: 1 to 5. */
  category: 1 | 2 | 3 | 4 | 5;
  /** Within 30 days, before the child's own risks. */
  mortality: number;
  bypass: boolean;
  medianPicuDays: number;
}

type ProcedureRow = readonly [string, number, number, number, Procedure['category'], number, boolean, number];

const PROCEDURE_ROWS: readonly ProcedureRow[] = [
  ['VSD closure', 0.18, 6, 0.7, 1, 0.006, true, 2.5],
  ['ASD closure', 0.09, 48, 0.6, 1, 0.002, true, 1.2],
  ['Tetralogy repair', 0.13, 6, 0.5, 2, 0.012, true, 4],
  ['AVSD repair', 0.09, 5, 0.4, 3, 0.025, true, 5],
  ['Coarctation repair', 0.11, 0.6, 1.2, 1, 0.01, false, 3.5],
  ['Arterial switch', 0.08, 0.25, 0.4, 4, 0.03, true, 7],
  ['Norwood', 0.06, 0.2, 0.3, 5, 0.15, true, 14],
  ['Glenn', 0.07, 6, 0.4, 2, 0.018, true, 4],
  ['Fontan', 0.06, 40, 0.3, 2, 0.012, true, 5],
  ['PA band', 0.05, 0.8, 0.7, 4, 0.06, false, 7],
  ['Valve surgery', 0.08, 90, 0.6, 2, 0.015, true, 2.5]
];

export const PROCEDURES: readonly Procedure[] = PROCEDURE_ROWS.map(
  ([name, share, medianMonths, logMonthsSd, category, mortality, bypass, medianPicuDays]) => ({
    name,
    share,
    medianMonths,
    logMonthsSd,
    category,
    mortality,
    bypass,
    medianPicuDays
  })
);

export const CHILD = {
  /** As in use case A. */
  male: 0.55,
  oldestMonths: 215,
  daysPerMonth: 30.4375,
  preterm: 0.12,
  syndrome: 0.14,
  logWeightSd: 0.14,
  pretermWeight: 0.75,
  pretermUnderMonths: 3
} as const;

export const SURGERY = {
  from: '2022-01-01',
  days: 1095,
  /** Minutes of the day; ours. */
  earliest: 450,
  latest: 840
} as const;

/** Logit of death within 30 days. */
export const RISK = { shift: -0.2, lightKg: 2.5, light: 0.7, preterm: 0.4, syndrome: 0.5 } as const;

export const PICU = { logDaysSd: 0.6, syndrome: 0.25, preterm: 0.3 } as const;

/** Share of each complication in the categories 1 and 2, without frailty. */
export const COMPLICATIONS = {
  aki: 0.12,
  arrhythmia: 0.1,
  chylothorax: 0.04,
  infection: 0.05,
  reoperation: 0.06,
  ecmo: 0.03
} as const;

export const COMPLICATION_RISK = { perCategory: 0.5, aboveCategory: 2, frailtySd: 0.6 } as const;

export const DEATH = {
  ecmoOddsRatio: 6,
  firstDay: 1,
  meanDays: 9,
  lastDay: 30,
  /** Of a survivor of 30 days, a quarter of the risk before; days after it are ours. */
  laterShare: 0.25,
  laterFirstDay: 31,
  laterMeanDays: 60
} as const;

/** The specification names no follow-up: 3 % of the survivors are last seen at discharge, the others after a year. */
export const FOLLOW_UP = { lost: 0.03, days: 365 } as const;

/**
 * Waits of the pathway: medians in days (hours where named so), spread log-normally. The spreads and the places of
 * optional steps between their neighbours are ours.
 */
export const PATHWAY = {
  meeting: { median: 10, logSd: 0.5 },
  admission: { median: 25, logSd: 0.5 },
  surgery: { median: 1, logSd: 0.3 },
  picuHours: { median: 5, logSd: 0.3, most: 20 },
  /** Times half the category. */
  extubationHours: { median: 18, logSd: 0.6 },
  discharge: { median: 4, logSd: 0.6 },
  readmission: { median: 1.5, logSd: 0.6 },
  readmittedDays: { median: 2, logSd: 0.5 },
  clinic: { median: 30, logSd: 0.2 },
  echo: 0.95,
  catheter: 0.25,
  reintubation: 0.06,
  readmitted: 0.05,
  clinicVisit: 0.9,
  emergencyUnderMonths: 1,
  /** Of the child's age: waits before surgery are shortened to fit into it, so that nobody is referred unborn. */
  longestWait: 0.9,
  /** Share of neighbouring events that carry one time stamp. */
  sameTime: 0.15
} as const;

/** Who or what an event takes, and how many of them a hospital has; ours. */
export const RESOURCES = {
  Referral: ['Cardiology clinic', 3],
  'MDT meeting': ['MDT board', 1],
  'Pre-op echo': ['Echo room', 2],
  'Cardiac catheter': ['Catheter laboratory', 1],
  Admission: ['Cardiac ward', 2],
  Surgery: ['Theatre', 2],
  'PICU admission': ['PICU bed', 12],
  Extubation: ['PICU team', 3],
  'Re-intubation': ['PICU team', 3],
  'Re-operation': ['Theatre', 2],
  Ward: ['Cardiac ward', 2],
  'PICU readmission': ['PICU bed', 12],
  'Discharge home': ['Cardiac ward', 2],
  'Follow-up clinic': ['Cardiology clinic', 3],
  Death: ['Team on call', 1]
} as const satisfies Record<string, readonly [name: string, count: number]>;

/** The case whose id is the text NA, which many readers take for a missing value. */
export const CASE_NAMED_NA = 10;

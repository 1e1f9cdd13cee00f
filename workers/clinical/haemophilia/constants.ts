import { SITES, type Site } from '../shared/hospitals';

/**
 * Every constant of use case C "haemophilia", named. Source: our own specification (PHEMS-sim, use case C); the
 * population models of the curves are those of `workers/clinical/pk`. Where the specification says nothing, the comment
 * does.
 */

/** Mixed into every stream: another use case with the same seed draws other numbers. */
export const USE_CASE = 'haemophilia';

export const HOSPITALS: readonly Site[] = SITES;

export interface Severity {
  name: 'severe' | 'moderate' | 'mild';
  share: number;
  /** IU/dL without treatment, and the spread of its logarithm. */
  endogenous: number;
  endogenousLogSd: number;
  /** Share on prophylaxis. */
  prophylaxis: number;
}

export const SEVERITIES: readonly Severity[] = [
  { name: 'severe', share: 0.6, endogenous: 0.3, endogenousLogSd: 0, prophylaxis: 0.85 },
  { name: 'moderate', share: 0.2, endogenous: 2.5, endogenousLogSd: 0.4, prophylaxis: 0.25 },
  { name: 'mild', share: 0.2, endogenous: 15, endogenousLogSd: 0.4, prophylaxis: 0 }
];

export const PERSON = {
  typeA: 0.82,
  male: 0.97,
  /** Years at the beginning. */
  ages: [1, 18],
  /** As in use case A. */
  logWeightSd: 0.12,
  observedYears: [0.5, 3],
  /** First day, and over how many days observations begin. */
  observedFrom: '2022-01-01',
  observedFromDays: 300,
  /** Minute of the day at which an observation begins; ours. */
  beginsAt: 420,
  /** Samples and visits end with childhood. */
  adultYears: 18
} as const;

export interface Regimen {
  perKg: readonly number[];
  intervals: readonly { hours: number; share: number }[];
}

export const REGIMENS: Readonly<Record<'A' | 'B', Regimen>> = {
  A: {
    perKg: [20, 25, 30, 40],
    intervals: [
      { hours: 48, share: 0.7 },
      { hours: 72, share: 0.3 }
    ]
  },
  // Equal shares are ours.
  B: {
    perKg: [40],
    intervals: [
      { hours: 84, share: 0.5 },
      { hours: 96, share: 0.5 }
    ]
  }
};

export const DOSES = {
  vialIU: 250,
  /** Beta of the probability that a person misses a dose. */
  missed: [2, 18],
  jitterHours: 2,
  /** Prophylaxis had been going on for so many doses, all given, when the observation begins; ours. */
  before: 12
} as const;

export const LEVELS = {
  /** Equally likely; ours. */
  perPerson: [1, 3],
  hoursAfterDose: [0.5, 60],
  additive: 1,
  proportional: 0.12,
  /** IU/dL. */
  quantification: 1,
  /** Earlier samples would rest on doses from before the observation; ours. */
  notBeforeDays: 21
} as const;

/** Hazard of a bleed a year at level c: base + more · e^(−c / scale), times the person's frailty. */
export const BLEEDS = {
  base: 0.4,
  more: 15,
  scale: 1.5,
  frailtyShape: 1.3,
  sites: [
    { name: 'joint', share: 0.6 },
    { name: 'muscle', share: 0.25 },
    { name: 'other', share: 0.15 }
  ],
  treated: 0.5,
  /** The person's dose, so long after the bleed; ours. */
  treatedAfterHours: [0.5, 6]
} as const;

/** Present from a uniform time of the observation; how long is ours: log-normal, median days. */
export const INHIBITOR = {
  severeA: 0.25,
  others: 0.03,
  clearance: 4,
  medianDays: 180,
  logSd: 0.5
} as const;

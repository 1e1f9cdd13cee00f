/** Sizes of the planted faults, the same in every use case. Source: our own specification (PHEMS-sim, planted faults). */
export const FAULTS = {
  fahrenheit: 0.03,
  glucoseMmol: 0.1,
  visitsReversed: 4,
  afterDeath: 3,
  beforeBirth: 5,
  daysAfterDeath: 40,
  daysBeforeBirth: 10,
  duplicates: 0.005,
  orphans: 7,
  heartRateSentinel: 0.001,
  farFuture: 3,
  saturationAbove: 0.0005,
  pressureSwapped: 0.002,
  weightTenfold: 0.003,
  unitMissing: 0.02,
  genderUnknown: 0.01,
  visitsOverlapping: 6,
  decimalComma: 0.002,
  /** 2^53 + 1: ids of hospital 4 read as doubles merge neighbours. */
  largeId: 9007199254740993n
} as const;

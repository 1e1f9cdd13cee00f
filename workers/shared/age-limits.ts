/** Ages in months: from the first on, below the second. */
export interface AgeBand {
  from: number;
  to: number;
}

/** What is usual for an age; beyond it a value is unusual, not impossible. */
export interface AgeLimit extends AgeBand {
  low?: number;
  high?: number;
}

/** The limits of one variable, and where they were read. */
export interface AgeLimits {
  variable: string;
  source: string;
  /** False: written down from general knowledge, not read at the source. */
  isVerified: boolean;
  limits: readonly AgeLimit[];
}

/** Bands in which ages are looked at, in months. */
export const ageBands: readonly AgeBand[] = [
  { from: 0, to: 1 },
  { from: 1, to: 12 },
  { from: 12, to: 24 },
  { from: 24, to: 72 },
  { from: 72, to: 156 },
  { from: 156, to: 216 }
];

const sirs = 'Paediatric SIRS, Goldstein 2005 (as remembered, not read at the source)';
const psofa = 'pSOFA, Matics and Sanchez-Pinto 2017';

/** Week-old newborns are taken with those of the first month; 1–<2 years with the band before. */
const tables: readonly AgeLimits[] = [
  {
    variable: 'heart rate',
    source: sirs,
    isVerified: false,
    limits: [
      { from: 0, to: 1, low: 100, high: 180 },
      { from: 1, to: 24, low: 90, high: 180 },
      { from: 24, to: 72, high: 140 },
      { from: 72, to: 156, high: 130 },
      { from: 156, to: 216, high: 110 }
    ]
  },
  {
    variable: 'respiratory rate',
    source: sirs,
    isVerified: false,
    limits: [
      { from: 0, to: 1, high: 50 },
      { from: 1, to: 24, high: 34 },
      { from: 24, to: 72, high: 22 },
      { from: 72, to: 156, high: 18 },
      { from: 156, to: 216, high: 14 }
    ]
  },
  {
    variable: 'white blood cells',
    source: sirs,
    isVerified: false,
    limits: [
      { from: 0, to: 1, low: 5, high: 34 },
      { from: 1, to: 24, low: 5, high: 17.5 },
      { from: 24, to: 72, low: 6, high: 15.5 },
      { from: 72, to: 156, low: 4.5, high: 13.5 },
      { from: 156, to: 216, low: 4.5, high: 11 }
    ]
  },
  {
    variable: 'mean arterial pressure',
    source: psofa,
    isVerified: true,
    limits: [
      { from: 0, to: 1, low: 46 },
      { from: 1, to: 12, low: 55 },
      { from: 12, to: 24, low: 60 },
      { from: 24, to: 60, low: 62 },
      { from: 60, to: 144, low: 65 },
      { from: 144, to: 216, low: 67 }
    ]
  }
];

/** The limits of a variable of the plausibility table, where there are any by age. */
export function ageLimitsOf(variable: string): AgeLimits | undefined {
  return tables.find((table) => table.variable === variable);
}

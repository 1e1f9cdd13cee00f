import { chiSquare, gamma } from '../../shared/distributions';
import { log } from '../../shared/elementary';
import { twoByTwo, type Fourfold, type Measure } from '../epidemiology';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { fail } from './errors';

export interface Disproportionality {
  /** `prr` and `ror` as natural logarithms, where they exist, and `ic` (a logarithm to base 2) with its gamma limits. */
  estimates: Estimate[];
  /** Reports of the pair that would be expected if drug and event came together by chance: (a + b)(a + c) / N. */
  expected: number;
  /** Observed over expected, the relative reporting ratio. */
  relativeReporting: number;
  prr: Measure;
  ror: Measure;
  chiSquare: { plain: number; yates: number; p: number };
  /** Evans' criterion: at least 3 reports, PRR at least 2, χ² (Yates) at least 4. */
  evans: boolean;
  /** Information component, log2((a + ½)/(E + ½)), with limits of the gamma posterior; `closed` is the formula of 2006. */
  ic: { estimate: number; lower: number; upper: number; closed: { lower: number; upper: number } };
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

/**
 * Disproportionality of one drug and one event among spontaneous reports.
 *
 * @param reports a: drug and event, b: drug without the event, c: the event with other drugs, d: the rest
 * @throws `pharmacovigilance-count`, `pharmacovigilance-empty-margin`, `level-range`
 * @see Evans, Waller and Davis 2001, Pharmacoepidemiol Drug Saf 10:483 (PRR); van Puijenbroek et al. 2002, ibid. 11:3 (ROR);
 * Norén, Hopstadius and Bate 2013, Stat Methods Med Res 22:57 (IC); Norén et al. 2006, Stat Med 25:3740 (closed limits)
 */
export function disproportionality(
  reports: Fourfold,
  { level = 0.95, nDropped = 0 }: { level?: number; nDropped?: number } = {}
): Disproportionality {
  const { a, b, c, d } = reports;
  const n = a + b + c + d;
  if ([a, b, c, d].some((count) => !Number.isSafeInteger(count) || count < 0 || count > 1e12) || n === 0) {
    throw fail('pharmacovigilance-count');
  }
  checkLevel(level);
  if (a + b === 0) throw fail('pharmacovigilance-empty-margin', { margin: 'the drug' });
  if (a + c === 0) throw fail('pharmacovigilance-empty-margin', { margin: 'the event' });
  const expected = ((a + b) / n) * (a + c);
  const { prr, ror, estimates, remarks } = ratios(reports, level, nDropped);
  const ic = informationComponent(a, expected, level);
  const yates = chiSquareOf(reports, 0.5);
  return {
    estimates: [
      ...estimates,
      {
        name: 'ic',
        estimate: ic.estimate,
        se: null,
        lower: ic.lower,
        upper: ic.upper,
        level,
        scale: 'identity',
        null: 0,
        df: null,
        p: null,
        n,
        nDropped,
        method: 'Information component (gamma limits)'
      }
    ],
    expected,
    relativeReporting: a / expected,
    prr,
    ror,
    chiSquare: { plain: chiSquareOf(reports, 0), yates, p: chiSquare(1).upper(yates) },
    // Without a report of the event for other drugs the PRR has no bound.
    evans: a >= 3 && (c === 0 || (prr.estimate ?? 0) >= 2) && yates >= 4,
    ic,
    n,
    nDropped,
    method: 'Disproportionality of reports (PRR, ROR, IC)',
    remarks
  };
}

/** The same as risk and odds ratio, where a zero cell leaves nothing defined. */
function ratios(reports: Fourfold, level: number, nDropped: number) {
  const { a, c, d, b } = reports;
  const none: Measure = { estimate: null, lower: null, upper: null };
  const remarks: StatisticsRemark[] = [];
  if (a === 0 || c === 0 || b === 0 || d === 0) {
    remarks.push({ code: 'pharmacovigilance-zero-cell', values: { cells: [a, b, c, d].filter((one) => one === 0).length } }); // prettier-ignore
  }
  if (a === 0 || c === 0 || c + d === 0) return { prr: none, ror: none, estimates: [], remarks };
  const found = twoByTwo(reports, { level, nDropped });
  const isDefined = b > 0 && d > 0;
  const names: Readonly<Record<string, [string, string]>> = {
    'risk-ratio': ['prr', 'Proportional reporting ratio'],
    'odds-ratio': ['ror', 'Reporting odds ratio']
  };
  const estimates = found.estimates.flatMap((one) => {
    const [name, method] = names[one.name] ?? [];
    return name === undefined || method === undefined ? [] : [{ ...one, name, method }];
  });
  return { prr: found.riskRatio, ror: isDefined ? found.oddsRatio : none, estimates, remarks };
}

/** Pearson's, with so much taken from each distance, but never more than the distance. */
function chiSquareOf({ a, b, c, d }: Fourfold, correction: number): number {
  const n = a + b + c + d;
  const [drug, others, event, rest] = [a + b, c + d, a + c, b + d];
  if (others === 0 || rest === 0) return 0;
  const distance = Math.abs(a - (drug / n) * event);
  const left = distance - Math.min(correction, distance);
  return ((left / drug) * (left / event) * n * n * n) / others / rest;
}

/** Shrinks towards 0: half a report is added on both sides, which is a gamma prior of mean 1. */
export function informationComponent(observed: number, expected: number, level: number): Disproportionality['ic'] {
  const estimate = log2((observed + 0.5) / (expected + 0.5));
  const posterior = gamma(observed + 0.5, 1 / (expected + 0.5));
  const tail = (1 - level) / 2;
  const root = 1 / Math.sqrt(observed + 0.5);
  return {
    estimate,
    lower: log2(posterior.quantile(tail)),
    upper: log2(posterior.upperQuantile(tail)),
    // For 95 % only: its constants were fitted to it.
    closed: {
      lower: estimate - 3.3 * root - 2 * root ** 3,
      upper: estimate + 2.4 * root - 0.5 * root ** 3
    }
  };
}

const log2 = (x: number) => log(x) / Math.LN2;

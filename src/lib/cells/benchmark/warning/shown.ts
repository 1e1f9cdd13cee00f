import type { Column } from '$workers/shared/table';
import { isPresent } from '$workers/shared/exact-text';
import { benchmarkWords } from '$lib/messages/benchmark';
import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { isSmall } from '$lib/ui/profile/strip-bars';
import { decimals, hospitalName, twoDecimals } from '../shown';
import type { WarningOutput } from './run';
import type { WarningSpec } from './spec';

/** Read when it is shown: it follows the language. */
const words = benchmarkWords.warning;

/** Three figures of a probability or a score: 0.0213, 7. */
export function shortNumber(value: number): string {
  return formatNumber(Number(value.toPrecision(3)));
}

/** Of few septic patients an audience sees no figure: each of them would tell of a child. */
export function isHidden({ study }: WarningOutput, hides: boolean): boolean {
  return hides && isSmall(study.utility.septicPatients);
}

/** The finding. */
export function warningTitle(output: WarningOutput, hides: boolean): string {
  return isHidden(output, hides) ? words.titleHidden : words.title(twoDecimals(output.study.utility.normalised));
}

/** Of whom and of what calls. */
export function warningText(output: WarningOutput, hides: boolean): string {
  const { patients, hours, septicPatients, calls } = output.study.utility;
  const septic = hides && isSmall(septicPatients) ? benchmarkWords.few : formatCount(septicPatients);
  return words.together(patients, hours, septic, calls, formatShare(hours === 0 ? 0 : calls / hours));
}

/** What a reader must know before believing the figure. */
export function warningCautions({ study }: WarningOutput): string[] {
  const { utility, scores } = study;
  const { dropped, patientsWithGaps, shiftHours } = utility;
  const left = dropped.missingPatient + dropped.missingHour + dropped.missingLabel + dropped.missingCall;
  return [
    words.shifted(shiftHours),
    ...(scores ? [thresholdText(scores.threshold, scores.chosenHere)] : []),
    ...(left > 0 ? [words.dropped(left, dropped.missingLabel, dropped.missingCall)] : []),
    ...(patientsWithGaps > 0 ? [words.gaps(patientsWithGaps)] : [])
  ];
}

function thresholdText(threshold: number | undefined, chosenHere: boolean): string {
  if (threshold === undefined) return words.thresholdNone;
  return chosenHere ? words.thresholdChosen(shortNumber(threshold)) : words.thresholdGiven(shortNumber(threshold));
}

/** How well scores tell septic hours from others, beside what chance gives. */
export function precisionText({ study }: WarningOutput): string | undefined {
  if (!study.scores) return undefined;
  const { averagePrecision, prevalence } = study.scores.precision;
  return words.precision(shortNumber(averagePrecision), shortNumber(prevalence));
}

/** The scale of the utility: [what, sum, normalised]. */
export function scaleRows({ study }: WarningOutput): [string, string, string][] {
  const { observed, best, inaction, normalised } = study.utility;
  return [
    [words.scale.calls, decimals(observed, 1), twoDecimals(normalised)],
    [words.scale.best, decimals(best, 1), twoDecimals(1)],
    [words.scale.inaction, decimals(inaction, 1), twoDecimals(0)]
  ];
}

export interface GroupRow {
  name: string;
  patients: string;
  septic: string;
  normalised: string;
}

/** By hospital, in the order of their names, never of their results. */
export function groupRows({ study }: WarningOutput, spec: WarningSpec, hides: boolean): GroupRow[] {
  if (spec.hospital === undefined) return [];
  const { groups } = study;
  const of = (name: string) => groups.columns.find((one) => one.name === name) as Column;
  const rows = Array.from({ length: groups.rows }, (_, row) => {
    const [patients, septic] = [Number(of('patients').values[row]), Number(of('septic').values[row])];
    const hidden = hides && (isSmall(patients) || isSmall(septic) || isSmall(patients - septic));
    const normalised = isPresent(of('normalised'), row)
      ? twoDecimals(Number(of('normalised').values[row]))
      : benchmarkWords.noValue;
    return {
      name: hospitalName(of('group'), row),
      patients: hides && isSmall(patients) ? benchmarkWords.few : formatCount(patients),
      septic: hidden ? benchmarkWords.few : formatCount(septic),
      normalised: hidden ? '' : normalised
    };
  });
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
}

export interface CurvePoint {
  threshold: number;
  normalised: number;
  /** Share of hours with a call. */
  calls: number;
}

const MOST_POINTS = 600;

/** The utility at thresholds, thinned for a drawing; the greatest is kept. */
export function curvePoints({ study }: WarningOutput): CurvePoint[] {
  if (!study.scores) return [];
  const { rows, columns } = study.scores.curve;
  const of = (name: string, row: number) => Number(columns.find((one) => one.name === name)?.values[row]);
  const utilities = columns.find(({ name }) => name === 'normalised')?.values as Float64Array;
  const best = utilities.indexOf(utilities.reduce((most, value) => Math.max(most, value), -Infinity));
  const step = Math.max(1, Math.ceil(rows / MOST_POINTS));
  return Array.from({ length: rows }, (_, row) => row)
    .filter((row) => row % step === 0 || row === best || row === rows - 1)
    .map((row) => ({
      threshold: of('threshold', row),
      normalised: of('normalised', row),
      calls: of('calls', row) / study.utility.hours
    }));
}

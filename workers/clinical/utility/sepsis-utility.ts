import { sumOf } from '../../shared/compensated-sum';
import type { Column, Table } from '../../shared/table';
import { packValidity } from '../../shared/validity';
import { fail } from './errors';
import { weighHours, type HourlyUtility, type UtilityOptions } from './hourly';
import { binaryOf, numbersOf } from './numeric-columns';
import { readPatientHours, type DroppedHours, type HourColumns, type PatientHours } from './patient-hours';

/** Where the calls stand: as 0 and 1, or as scores of which those at or above a threshold are calls. */
export type CallColumns = HourColumns & ({ call: string } | { score: string; threshold: number });

/** What the calls of each patient are worth. */
export interface PatientUtilities {
  /** patient (in its own type), hours, septic, onset_hour, utility, best, inaction. */
  table: Table;
  patients: number;
  septicPatients: number;
  hours: number;
  /** Hours with a call. */
  calls: number;
  /** As it was used: hours from the first label 1 to the onset. */
  shiftHours: number;
  /** Patients with hours left out between their first and last: what they lack counts nothing. */
  patientsWithGaps: number;
  dropped: DroppedHours;
}

/** The normalised utility and what it is made of. */
export interface SepsisUtility extends PatientUtilities {
  /** (observed − inaction) ÷ (best − inaction): 1 for the best possible calls, 0 for none, below 0 for worse than none. */
  normalised: number;
  observed: number;
  best: number;
  /** Of never calling. */
  inaction: number;
}

/** One number a row of the table: 0, 1, or NaN where it is missing. */
function callsOf(table: Table, columns: CallColumns): Float64Array {
  if ('call' in columns) return binaryOf(table, columns.call, 'call');
  const { score, threshold } = columns;
  if (!Number.isFinite(threshold)) throw fail('utility-threshold-range');
  return numbersOf(table, score, 'score').map((value) => (Number.isNaN(value) ? NaN : Number(value >= threshold)));
}

/** Sums by patient of a value an hour. */
function byPatient({ starts }: PatientHours, value: (hour: number) => number): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, one) => {
    const hours = Array.from({ length: starts[one + 1]! - starts[one]! }, (_, place) => value(starts[one]! + place));
    return sumOf(hours);
  });
}

function onsetColumn(onset: Float64Array): Column {
  const validity = packValidity(onset.length, (row) => !Number.isNaN(onset[row]));
  const values = onset.map((hour) => (Number.isNaN(hour) ? 0 : hour));
  return { name: 'onset_hour', type: 'float64', values, unit: 'h', validity };
}

/** What the best possible calls and never calling are worth, by patient. */
export function boundsOf(hours: PatientHours, { call, silence, best }: HourlyUtility) {
  return {
    best: byPatient(hours, (place) => (best[place] ? call[place]! : silence[place]!)),
    inaction: byPatient(hours, (place) => silence[place]!)
  };
}

/**
 * Utility of the calls of each patient, also where nobody is septic.
 * @throws `utility-column-…`, `utility-not-binary`, `utility-hour-twice`, `utility-shift-range`, `utility-threshold-range`
 */
export function patientUtilities(table: Table, columns: CallColumns, options: UtilityOptions = {}): PatientUtilities {
  const calls = callsOf(table, columns);
  const hours = readPatientHours(table, columns, calls);
  const weights = weighHours(hours, options);
  const { starts, row } = hours;
  const utility = byPatient(hours, (place) => (calls[row[place]!] ? weights.call[place]! : weights.silence[place]!));
  const bounds = boundsOf(hours, weights);
  const patients = starts.length - 1;
  const septic = Uint8Array.from(weights.onset, (hour) => Number(!Number.isNaN(hour)));
  const counts = Int32Array.from({ length: patients }, (_, one) => starts[one + 1]! - starts[one]!);
  const number = (name: string, values: Float64Array): Column => ({ name, type: 'float64', values });
  return {
    table: {
      rows: patients,
      columns: [
        hours.patients,
        { name: 'hours', type: 'int32', values: counts, unit: 'h' },
        { name: 'septic', type: 'bool', values: septic },
        onsetColumn(weights.onset),
        number('utility', utility),
        number('best', bounds.best),
        number('inaction', bounds.inaction)
      ]
    },
    patients,
    septicPatients: sumOf(septic),
    hours: row.length,
    calls: row.reduce((count, one) => count + calls[one]!, 0),
    shiftHours: weights.shiftHours,
    patientsWithGaps: hours.withGaps,
    dropped: hours.dropped
  };
}

/**
 * The scale between never calling and the best possible calls.
 * @throws `utility-no-septic-patient`, `utility-no-gain`
 */
export function normalise(
  observed: number,
  bounds: { best: number; inaction: number },
  septic: number,
  patients: number
) {
  if (septic === 0) throw fail('utility-no-septic-patient', { patients });
  const span = bounds.best - bounds.inaction;
  if (!(span > 0)) throw fail('utility-no-gain');
  return (observed - bounds.inaction) / span;
}

/**
 * Normalised utility of early warnings of sepsis: each hour's call or silence is weighed by its distance from the onset.
 *
 * The onset lies `shiftHours` after the first label 1 of a patient. Hours are compared by their number, so a row that is
 * left out shifts nothing. Rows without patient, hour, label or call are counted in `dropped`.
 *
 * @throws `utility-no-septic-patient`, `utility-no-gain`, and those of {@link patientUtilities}
 * @see Reyna et al. 2020, Crit Care Med 48:210 (PhysioNet/CinC Challenge 2019)
 */
export function sepsisUtility(table: Table, columns: CallColumns, options: UtilityOptions = {}): SepsisUtility {
  const utilities = patientUtilities(table, columns, options);
  const total = (name: string) => {
    const column = utilities.table.columns.find((one) => one.name === name);
    return sumOf(column?.values as Float64Array);
  };
  const [observed, best, inaction] = [total('utility'), total('best'), total('inaction')];
  const normalised = normalise(observed, { best, inaction }, utilities.septicPatients, utilities.patients);
  return { ...utilities, normalised, observed, best, inaction };
}

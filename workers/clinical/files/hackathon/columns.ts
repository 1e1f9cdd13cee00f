import type { ColumnDescription } from '../../../shared/column-builder';
import { VARIABLES } from '../../picu/variables';

const person: ColumnDescription = { name: 'person_id', type: 'int64' };
const time = (name: string): ColumnDescription => ({ name, type: 'timestamp' });
const text = (name: string): ColumnDescription => ({ name, type: 'text' });
const code = (name: string): ColumnDescription => ({ name, type: 'int32' });

/** What is measured, by the file it stands in: laboratory, signs of life, observations at the bed. */
export const MEASURED = {
  measurement_lab: VARIABLES.filter(({ laboratory }) => laboratory),
  measurement_meds: VARIABLES.filter(({ laboratory, name }) => !laboratory && name !== 'gcs'),
  measurement_observation: VARIABLES.filter(({ name }) => name === 'gcs')
} as const;

const measured = (file: keyof typeof MEASURED): ColumnDescription[] => [
  person,
  time('measurement_datetime'),
  ...MEASURED[file].map(({ name, unit }): ColumnDescription => ({ name, type: 'float64', ...(unit && { unit }) }))
];

/**
 * Files and columns of the "PHEMS hackathon: early sepsis prediction" as public notebooks show them (clinical reference §9.0).
 * Names of measured variables are ours: theirs are long names of LOINC.
 */
export const HACKATHON_COLUMNS = {
  SepsisLabel: [person, time('measurement_datetime'), code('SepsisLabel')],
  person_demographics_episode: [
    person,
    time('visit_start_date'),
    { name: 'age_in_months', type: 'float64', unit: 'months' },
    text('gender')
  ],
  drugsexposure: [person, time('drug_datetime_hourly'), code('drug_concept_id'), code('route_concept_id')],
  devices: [person, time('device_datetime_hourly'), text('device')],
  proceduresoccurrences: [person, time('procedure_datetime_hourly'), text('procedure')],
  observation: [person, time('observation_datetime'), text('observation_concept_name'), text('valuefilled')],
  measurement_lab: measured('measurement_lab'),
  measurement_meds: measured('measurement_meds'),
  measurement_observation: measured('measurement_observation')
} as const satisfies Record<string, readonly ColumnDescription[]>;

export type HackathonTable = keyof typeof HACKATHON_COLUMNS;

/** Hours to be predicted: the label's file without the label. */
export const TEST_HOURS = HACKATHON_COLUMNS.SepsisLabel.slice(0, 2);

/** The hidden labels, in the form of a submission: `<person_id>_<YYYY-MM-DD HH:MM:SS>`. */
export const TEST_LABELS = 'SepsisLabel_test_labels';
export const TEST_LABEL_COLUMNS: readonly ColumnDescription[] = [text('person_id_datetime'), code('SepsisLabel')];

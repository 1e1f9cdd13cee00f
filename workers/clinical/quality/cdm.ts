/**
 * The part of the OMOP CDM that is checked: columns that 5.3 and 5.4 share, and those of either. A column of these that is
 * not there and not required is passed over; others are ignored.
 *
 * `column:` i whole number or id, c concept, d date, t time stamp, f number, s text; `!` required, `#` one row a value,
 * `~` often empty by its nature: its share of missing values is told and does not fail.
 * Source: OHDSI CommonDataModel 5.3 and 5.4 (Apache-2.0), field level.
 */
const text: Readonly<Record<string, string>> = {
  person:
    'person_id:i!# gender_concept_id:c! year_of_birth:i! month_of_birth:i day_of_birth:i birth_datetime:t race_concept_id:c! ethnicity_concept_id:c! care_site_id:i person_source_value:s gender_source_value:s',
  observation_period:
    'observation_period_id:i!# person_id:i! observation_period_start_date:d! observation_period_end_date:d! period_type_concept_id:c!',
  visit_occurrence:
    'visit_occurrence_id:i!# person_id:i! visit_concept_id:c! visit_start_date:d! visit_start_datetime:t visit_end_date:d! visit_end_datetime:t visit_type_concept_id:c! care_site_id:i admitted_from_concept_id:c~ admitting_source_concept_id:c~ discharged_to_concept_id:c~ discharge_to_concept_id:c~ preceding_visit_occurrence_id:i~',
  visit_detail:
    'visit_detail_id:i!# person_id:i! visit_detail_concept_id:c! visit_detail_start_date:d! visit_detail_start_datetime:t visit_detail_end_date:d! visit_detail_end_datetime:t visit_detail_type_concept_id:c! care_site_id:i visit_occurrence_id:i!',
  condition_occurrence:
    'condition_occurrence_id:i!# person_id:i! condition_concept_id:c! condition_start_date:d! condition_start_datetime:t condition_end_date:d~ condition_type_concept_id:c! visit_occurrence_id:i~ condition_source_value:s',
  drug_exposure:
    'drug_exposure_id:i!# person_id:i! drug_concept_id:c! drug_exposure_start_date:d! drug_exposure_start_datetime:t drug_exposure_end_date:d! drug_exposure_end_datetime:t~ drug_type_concept_id:c! quantity:f~ days_supply:i~ route_concept_id:c~ dose_unit_source_value:s~ visit_occurrence_id:i~ drug_source_value:s route_source_value:s~',
  procedure_occurrence:
    'procedure_occurrence_id:i!# person_id:i! procedure_concept_id:c! procedure_date:d! procedure_datetime:t procedure_end_datetime:t~ procedure_type_concept_id:c! visit_occurrence_id:i~ procedure_source_value:s',
  device_exposure:
    'device_exposure_id:i!# person_id:i! device_concept_id:c! device_exposure_start_date:d! device_exposure_start_datetime:t device_exposure_end_date:d~ device_exposure_end_datetime:t~ device_type_concept_id:c! visit_occurrence_id:i~ device_source_value:s~',
  measurement:
    'measurement_id:i!# person_id:i! measurement_concept_id:c! measurement_date:d! measurement_datetime:t measurement_type_concept_id:c! operator_concept_id:c~ value_as_number:f~ value_as_concept_id:c~ unit_concept_id:c~ range_low:f~ range_high:f~ visit_occurrence_id:i measurement_source_value:s unit_source_value:s~ value_source_value:s~',
  observation:
    'observation_id:i!# person_id:i! observation_concept_id:c! observation_date:d! observation_datetime:t observation_type_concept_id:c! value_as_number:f~ value_as_string:s~ value_as_concept_id:c~ visit_occurrence_id:i observation_source_value:s~',
  death: 'person_id:i!# death_date:d! death_datetime:t death_type_concept_id:c cause_concept_id:c~',
  care_site: 'care_site_id:i!# care_site_name:s',
  concept:
    'concept_id:i!# concept_name:s domain_id:s vocabulary_id:s concept_class_id:s standard_concept:s~ concept_code:s~ valid_start_date:d valid_end_date:d',
  cdm_source: 'cdm_source_name:s cdm_version:s source_release_date:d vocabulary_version:s'
};

export interface CdmColumn {
  name: string;
  type: 'whole' | 'concept' | 'date' | 'time' | 'number' | 'text';
  required: boolean;
  unique: boolean;
  /** May be empty without a fault. */
  sparse: boolean;
}

export interface CdmTable {
  name: string;
  columns: readonly CdmColumn[];
}

const types = { i: 'whole', c: 'concept', d: 'date', t: 'time', f: 'number', s: 'text' } as const;

export const CDM: readonly CdmTable[] = Object.entries(text).map(([name, columns]) => ({
  name,
  columns: columns.split(' ').map((column) => {
    const [name = '', marks = ''] = column.split(':');
    return {
      name,
      type: types[marks.charAt(0) as keyof typeof types],
      required: marks.includes('!'),
      unique: marks.includes('#'),
      sparse: marks.includes('~')
    };
  })
}));

/** Every table that a check reads: those above, the ancestors of concepts, and the flat table of check 26. */
export const TABLE_NAMES: readonly string[] = [...CDM.map(({ name }) => name), 'concept_ancestor', 'hours'];

/** Times of a table are `<start>_date` and `<start>_datetime`, ends likewise. */
export interface EventTable {
  table: string;
  start: string;
  end?: string;
}

export const EVENTS: readonly EventTable[] = [
  { table: 'visit_occurrence', start: 'visit_start', end: 'visit_end' },
  { table: 'visit_detail', start: 'visit_detail_start', end: 'visit_detail_end' },
  { table: 'condition_occurrence', start: 'condition_start', end: 'condition_end' },
  { table: 'drug_exposure', start: 'drug_exposure_start', end: 'drug_exposure_end' },
  { table: 'procedure_occurrence', start: 'procedure' },
  { table: 'device_exposure', start: 'device_exposure_start', end: 'device_exposure_end' },
  { table: 'measurement', start: 'measurement' },
  { table: 'observation', start: 'observation' }
];

export const PERIOD: EventTable = {
  table: 'observation_period',
  start: 'observation_period_start',
  end: 'observation_period_end'
};

/** The table that an id points into; concepts point into `concept`. */
export const TARGETS: Readonly<Record<string, { table: string; column: string }>> = {
  person_id: { table: 'person', column: 'person_id' },
  visit_occurrence_id: { table: 'visit_occurrence', column: 'visit_occurrence_id' },
  preceding_visit_occurrence_id: { table: 'visit_occurrence', column: 'visit_occurrence_id' },
  care_site_id: { table: 'care_site', column: 'care_site_id' }
};

/** The domain that a concept column takes its concepts from. An observation may be of many. */
export const DOMAINS: Readonly<Record<string, string | undefined>> = {
  gender_concept_id: 'Gender',
  race_concept_id: 'Race',
  ethnicity_concept_id: 'Ethnicity',
  visit_concept_id: 'Visit',
  visit_detail_concept_id: 'Visit',
  condition_concept_id: 'Condition',
  drug_concept_id: 'Drug',
  procedure_concept_id: 'Procedure',
  device_concept_id: 'Device',
  measurement_concept_id: 'Measurement',
  observation_concept_id: undefined,
  unit_concept_id: 'Unit',
  route_concept_id: 'Route',
  operator_concept_id: 'Meas Value Operator',
  period_type_concept_id: 'Type Concept',
  visit_type_concept_id: 'Type Concept',
  visit_detail_type_concept_id: 'Type Concept',
  condition_type_concept_id: 'Type Concept',
  drug_type_concept_id: 'Type Concept',
  procedure_type_concept_id: 'Type Concept',
  device_type_concept_id: 'Type Concept',
  measurement_type_concept_id: 'Type Concept',
  observation_type_concept_id: 'Type Concept',
  death_type_concept_id: 'Type Concept'
};

import type { ColumnDescription } from '../../shared/column-builder';

export const id = (...names: string[]): ColumnDescription[] => names.map((name) => ({ name, type: 'int64' }));
export const concept = (...names: string[]): ColumnDescription[] => names.map((name) => ({ name, type: 'int32' }));
export const date = (...names: string[]): ColumnDescription[] => names.map((name) => ({ name, type: 'date' }));
export const time = (...names: string[]): ColumnDescription[] => names.map((name) => ({ name, type: 'timestamp' }));
export const text = (...names: string[]): ColumnDescription[] => names.map((name) => ({ name, type: 'text' }));
export const number = (...names: string[]): ColumnDescription[] => names.map((name) => ({ name, type: 'float64' }));

/** The columns with some more behind one of them. */
export function widened(
  columns: readonly ColumnDescription[],
  behind: string,
  more: readonly ColumnDescription[]
): ColumnDescription[] {
  const at = columns.findIndex(({ name }) => name === behind) + 1;
  return [...columns.slice(0, at), ...more, ...columns.slice(at)];
}

/** Columns of the OMOP tables in the order in which rows are pushed: CDM 5.4, without what we never fill. */
export const OMOP_COLUMNS = {
  person: [
    ...id('person_id'),
    ...concept('gender_concept_id', 'year_of_birth', 'month_of_birth', 'day_of_birth'),
    ...time('birth_datetime'),
    ...concept('race_concept_id', 'ethnicity_concept_id'),
    ...id('care_site_id'),
    ...text('person_source_value', 'gender_source_value')
  ],
  observation_period: [
    ...id('observation_period_id', 'person_id'),
    ...date('observation_period_start_date', 'observation_period_end_date'),
    ...concept('period_type_concept_id')
  ],
  visit_occurrence: [
    ...id('visit_occurrence_id', 'person_id'),
    ...concept('visit_concept_id'),
    ...date('visit_start_date'),
    ...time('visit_start_datetime'),
    ...date('visit_end_date'),
    ...time('visit_end_datetime'),
    ...concept('visit_type_concept_id'),
    ...id('care_site_id', 'preceding_visit_occurrence_id')
  ],
  visit_detail: [
    ...id('visit_detail_id', 'person_id'),
    ...concept('visit_detail_concept_id'),
    ...date('visit_detail_start_date'),
    ...time('visit_detail_start_datetime'),
    ...date('visit_detail_end_date'),
    ...time('visit_detail_end_datetime'),
    ...concept('visit_detail_type_concept_id'),
    ...id('care_site_id', 'visit_occurrence_id')
  ],
  condition_occurrence: [
    ...id('condition_occurrence_id', 'person_id'),
    ...concept('condition_concept_id'),
    ...date('condition_start_date'),
    ...time('condition_start_datetime'),
    ...date('condition_end_date'),
    ...concept('condition_type_concept_id'),
    ...id('visit_occurrence_id'),
    ...text('condition_source_value')
  ],
  drug_exposure: [
    ...id('drug_exposure_id', 'person_id'),
    ...concept('drug_concept_id'),
    ...date('drug_exposure_start_date'),
    ...time('drug_exposure_start_datetime'),
    ...date('drug_exposure_end_date'),
    ...time('drug_exposure_end_datetime'),
    ...concept('drug_type_concept_id', 'route_concept_id'),
    ...id('visit_occurrence_id'),
    ...text('drug_source_value', 'route_source_value')
  ],
  procedure_occurrence: [
    ...id('procedure_occurrence_id', 'person_id'),
    ...concept('procedure_concept_id'),
    ...date('procedure_date'),
    ...time('procedure_datetime'),
    ...concept('procedure_type_concept_id'),
    ...id('visit_occurrence_id'),
    ...text('procedure_source_value')
  ],
  device_exposure: [
    ...id('device_exposure_id', 'person_id'),
    ...concept('device_concept_id'),
    ...date('device_exposure_start_date'),
    ...time('device_exposure_start_datetime'),
    ...date('device_exposure_end_date'),
    ...time('device_exposure_end_datetime'),
    ...concept('device_type_concept_id'),
    ...id('visit_occurrence_id'),
    ...text('device_source_value')
  ],
  measurement: [
    ...id('measurement_id', 'person_id'),
    ...concept('measurement_concept_id'),
    ...date('measurement_date'),
    ...time('measurement_datetime'),
    ...concept('measurement_type_concept_id'),
    ...number('value_as_number'),
    ...concept('unit_concept_id'),
    ...id('visit_occurrence_id'),
    ...text('measurement_source_value', 'unit_source_value', 'value_source_value')
  ],
  observation: [
    ...id('observation_id', 'person_id'),
    ...concept('observation_concept_id'),
    ...date('observation_date'),
    ...time('observation_datetime'),
    ...concept('observation_type_concept_id'),
    ...text('value_as_string'),
    ...id('visit_occurrence_id'),
    ...text('observation_source_value')
  ],
  death: [...id('person_id'), ...date('death_date'), ...time('death_datetime'), ...concept('death_type_concept_id')],
  care_site: [...id('care_site_id'), ...text('care_site_name')],
  concept: [
    ...concept('concept_id'),
    ...text('concept_name', 'domain_id', 'vocabulary_id', 'concept_class_id', 'standard_concept', 'concept_code'),
    ...date('valid_start_date', 'valid_end_date')
  ],
  cdm_source: [
    ...text('cdm_source_name', 'cdm_source_abbreviation', 'cdm_holder', 'source_description'),
    ...date('source_release_date', 'cdm_release_date'),
    ...text('cdm_version', 'vocabulary_version')
  ]
} satisfies Record<string, readonly ColumnDescription[]>;

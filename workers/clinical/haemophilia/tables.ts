import type { ColumnDescription } from '../../shared/column-builder';
import { concept, date, id, number, OMOP_COLUMNS, text, time } from '../shared/omop-columns';
import type { HaemophiliaTable } from './contract';

const person: ColumnDescription[] = [
  { name: 'person_id', type: 'int64', label: 'Person' },
  { name: 'hospital', type: 'int32', label: 'Hospital' }
];
const flag = (name: string, label: string): ColumnDescription => ({ name, type: 'int32', label });

/** Columns in the order in which rows are pushed. */
export const COLUMNS: Record<HaemophiliaTable, readonly ColumnDescription[]> = {
  ...OMOP_COLUMNS,
  patients: [
    ...person,
    { name: 'type', type: 'text', label: 'Haemophilia A or B' },
    { name: 'severity', type: 'text', label: 'Severity' },
    flag('prophylaxis', 'On prophylaxis'),
    { name: 'dose_iu', type: 'float64', unit: 'IU', label: 'Dose, planned or on demand' },
    { name: 'interval_hours', type: 'int32', unit: 'h', label: 'Hours between planned doses' },
    { name: 'endogenous', type: 'float64', unit: 'IU/dL', label: 'Level without treatment' },
    { name: 'weight', type: 'float64', unit: 'kg', label: 'Weight' },
    { name: 'age_years', type: 'float64', unit: 'years', label: 'Age at the beginning' },
    flag('male', 'Male'),
    flag('inhibitor', 'Inhibitor during the observation'),
    { name: 'inhibitor_from', type: 'timestamp', label: 'Inhibitor from' },
    { name: 'inhibitor_to', type: 'timestamp', label: 'Inhibitor until' },
    { name: 'observed_from', type: 'timestamp', label: 'Observed from' },
    { name: 'years', type: 'float64', unit: 'years', label: 'Years of observation' }
  ],
  doses: [
    ...person,
    { name: 'reason', type: 'text', label: 'Prophylaxis or on demand' },
    { name: 'planned', type: 'timestamp', label: 'Planned for' },
    flag('given', 'Given'),
    { name: 'time', type: 'timestamp', label: 'Given at' },
    { name: 'iu', type: 'float64', unit: 'IU', label: 'Amount given' }
  ],
  levels: [
    ...person,
    { name: 'time', type: 'timestamp', label: 'Time' },
    { name: 'hours_since_dose', type: 'float64', unit: 'h', label: 'Since the last dose' },
    { name: 'level', type: 'float64', unit: 'IU/dL', label: 'Factor level' },
    flag('below_quantification', 'Below quantification'),
    { name: 'reported', type: 'text', label: 'As the laboratory writes it' }
  ],
  bleeds: [
    ...person,
    { name: 'time', type: 'timestamp', label: 'Time' },
    { name: 'site', type: 'text', label: 'Site' },
    flag('treated', 'Treated with a dose')
  ],
  drug_exposure: [
    ...id('drug_exposure_id', 'person_id'),
    ...concept('drug_concept_id'),
    ...date('drug_exposure_start_date'),
    ...time('drug_exposure_start_datetime'),
    ...date('drug_exposure_end_date'),
    ...time('drug_exposure_end_datetime'),
    ...concept('drug_type_concept_id'),
    ...number('quantity'),
    ...concept('route_concept_id'),
    ...id('visit_occurrence_id'),
    ...text('drug_source_value', 'route_source_value', 'dose_unit_source_value')
  ],
  measurement: [
    ...id('measurement_id', 'person_id'),
    ...concept('measurement_concept_id'),
    ...date('measurement_date'),
    ...time('measurement_datetime'),
    ...concept('measurement_type_concept_id', 'operator_concept_id'),
    ...number('value_as_number'),
    ...concept('unit_concept_id'),
    ...id('visit_occurrence_id'),
    ...text('measurement_source_value', 'unit_source_value', 'value_source_value')
  ]
};

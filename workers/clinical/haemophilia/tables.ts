import type { ColumnDescription } from '../../shared/column-builder';
import { concept, number, OMOP_COLUMNS, text, widened } from '../shared/omop-columns';
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
    ...widened(OMOP_COLUMNS.drug_exposure, 'drug_type_concept_id', number('quantity')),
    ...text('dose_unit_source_value')
  ],
  measurement: widened(OMOP_COLUMNS.measurement, 'measurement_type_concept_id', concept('operator_concept_id'))
};

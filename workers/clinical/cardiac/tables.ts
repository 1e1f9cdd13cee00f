import type { ColumnDescription } from '../../shared/column-builder';
import { OMOP_COLUMNS } from '../shared/omop-columns';
import type { CardiacTable } from './contract';

const flag = (name: string, label: string): ColumnDescription => ({ name, type: 'int32', label });

/** Columns in the order in which rows are pushed. */
export const COLUMNS: Record<CardiacTable, readonly ColumnDescription[]> = {
  ...OMOP_COLUMNS,
  operations: [
    { name: 'person_id', type: 'int64', label: 'Person' },
    { name: 'case_id', type: 'text', label: 'Case' },
    { name: 'hospital', type: 'int32', label: 'Hospital' },
    { name: 'operated', type: 'timestamp', label: 'Operation' },
    { name: 'procedure', type: 'text', label: 'Procedure' },
    { name: 'category', type: 'int32', label: 'Risk category' },
    flag('bypass', 'With bypass'),
    { name: 'age_months', type: 'float64', unit: 'months', label: 'Age at operation' },
    { name: 'weight', type: 'float64', unit: 'kg', label: 'Weight' },
    flag('male', 'Male'),
    flag('preterm', 'Born preterm'),
    flag('syndrome', 'Genetic syndrome'),
    { name: 'expected_risk', type: 'float64', label: 'Expected risk of death within 30 days' },
    { name: 'picu_days', type: 'float64', unit: 'd', label: 'First stay in intensive care' },
    flag('aki', 'Acute kidney injury'),
    flag('arrhythmia', 'Arrhythmia'),
    flag('chylothorax', 'Chylothorax'),
    flag('infection', 'Infection'),
    flag('reoperation', 'Re-operation'),
    flag('ecmo', 'ECMO'),
    flag('died', 'Known to have died, at any time'),
    { name: 'death_day', type: 'int32', unit: 'd', label: 'Day of death after the operation' },
    { name: 'follow_up_days', type: 'int32', unit: 'd', label: 'Days to death or last seen' }
  ],
  events: [
    { name: 'case_id', type: 'text', label: 'Case' },
    { name: 'activity', type: 'text', label: 'Activity' },
    { name: 'timestamp', type: 'timestamp', label: 'Time' },
    { name: 'resource', type: 'text', label: 'Resource' },
    { name: 'hospital', type: 'int32', label: 'Hospital' }
  ]
};

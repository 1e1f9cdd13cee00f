import type { ColumnDescription } from '../../shared/column-builder';
import type { TableName } from '../contract';
import { OMOP_COLUMNS } from '../shared/omop-columns';
import { VARIABLES } from './variables';

const stay: ColumnDescription[] = [
  { name: 'person_id', type: 'int64', label: 'Person' },
  { name: 'episode', type: 'int64', label: 'Episode' },
  { name: 'hospital', type: 'int32', label: 'Hospital' }
];
const child: ColumnDescription[] = [
  { name: 'age_months', type: 'float64', unit: 'months', label: 'Age at admission' },
  { name: 'male', type: 'int32', label: 'Male' },
  { name: 'surgical', type: 'int32', label: 'Admitted after surgery' },
  { name: 'central_line', type: 'int32', label: 'Central line' },
  { name: 'weight', type: 'float64', unit: 'kg', label: 'Weight' }
];

/** Columns of the flat table; the leak comes last but one, if at all. */
export function hoursColumns(leak: boolean): ColumnDescription[] {
  const charted: ColumnDescription = { name: 'iv_antibiotic_charted', type: 'int32', label: 'IV antibiotic charted' };
  return [
    ...stay,
    { name: 'hour', type: 'int32', unit: 'h', label: 'Hour of the stay' },
    { name: 'time', type: 'timestamp', label: 'Time' },
    ...child,
    ...VARIABLES.map(({ name, label, unit }): ColumnDescription => ({
      name,
      type: 'float64',
      label,
      ...(unit && { unit })
    })),
    { name: 'imv', type: 'int32', label: 'Invasive ventilation' },
    { name: 'support', type: 'int32', label: 'Other respiratory support' },
    { name: 'vasoactives', type: 'int32', label: 'Vasoactive agents running' },
    ...(leak ? [charted] : []),
    { name: 'SepsisLabel', type: 'int32', label: 'Sepsis within the label hours' }
  ];
}

/** Columns of the tables of fixed shape, in the order in which rows are pushed. */
export const COLUMNS: Record<Exclude<TableName, 'hours'>, readonly ColumnDescription[]> = {
  episodes: [
    ...stay,
    { name: 'admitted', type: 'timestamp', label: 'Admission' },
    ...child,
    { name: 'stay_hours', type: 'int32', unit: 'h', label: 'Length of stay' },
    { name: 'sepsis', type: 'int32', label: 'Sepsis during the stay' },
    { name: 'onset_hour', type: 'int32', unit: 'h', label: 'Hour of onset' },
    { name: 'died', type: 'int32', label: 'Died in hospital' }
  ],
  ...OMOP_COLUMNS
};

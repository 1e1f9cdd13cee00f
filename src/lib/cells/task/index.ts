/** What the cells whose body is YAML share: field tables, reading, writing, the form. */
export { defineFields, said } from './fields';
export { listAid, type ListAid } from './list-aid';
export type {
  AnyField,
  BooleanField,
  ChoiceField,
  ChoicesField,
  ColumnField,
  Field,
  FieldTable,
  ListField,
  MapField,
  NumberField,
  Plain,
  RecordField,
  RefField,
  SpecOf,
  TextField,
  ValueOf
} from './fields';
export { parseTask, readTask, specOf, type TaskIssue, type TaskReading } from './read-task';
export { renameInTask } from './rename';
export { moveItem, setField } from './write-task';

export { check, type Checked } from './check';
export { publishedOf } from './difference';
export { mended, mendTable } from './mend';
export { lookedColumn } from './nested';
export type {
  CellPlace,
  CheckContext,
  Finding,
  FindingCode,
  IdentifierKind,
  LookedColumn,
  LookedTable,
  Mend,
  Payload,
  PayloadKind,
  PublishedCounts,
  Severity,
  Value
} from './payload';

export { HACKATHON_COLUMNS, TEST_LABELS, type HackathonTable } from './columns';
export { testPersons } from './split';
export { hackathonTables, SOURCE_TABLES } from './tables';

import type { ImportType, Remark } from '../contract';
import { fileName, tableName } from '../files/names';
import { cdm53 } from './definition-5-3';
import { cdm54 } from './definition-5-4';
import { remark } from '../remarks';

export type CdmVersion = '5.3' | '5.4';

export interface OmopTable {
  version: CdmVersion;
  table: string;
  /** By column name in lower case. */
  types: ReadonlyMap<string, ImportType>;
  required: readonly string[];
}

const versions: Readonly<Record<CdmVersion, Readonly<Record<string, string>>>> = { '5.3': cdm53, '5.4': cdm54 };

/** Tables whose names say "OMOP"; `cost` or `note` alone could be anybody's. */
const telling = [
  'person',
  'observation_period',
  'visit_occurrence',
  'condition_occurrence',
  'drug_exposure',
  'procedure_occurrence',
  'measurement',
  'concept',
  'concept_relationship',
  'cdm_source'
];

const onlyIn54 = ['episode', 'episode_event', 'cohort'];

/** The CDM table that a file's name says, upper or lower case. */
export function omopTableName(path: string): string | undefined {
  const name = tableName(fileName(path));
  return name in cdm54 || name in cdm53 ? name : undefined;
}

/**
 * Which of the files are an OMOP extract. Two tables with telling names at least, so that a lone `note.csv` is a note.
 * @returns the version as far as the names say; the columns of a table may say more
 */
export function recogniseExtract(paths: readonly string[]): CdmVersion | undefined {
  const names = new Set(paths.map(omopTableName).filter((name) => name !== undefined));
  const sure = telling.filter((name) => names.has(name)).length;
  if (sure < 2) return undefined;
  if (onlyIn54.some((name) => names.has(name))) return '5.4';
  return names.has('attribute_definition') ? '5.3' : '5.4';
}

/** A table's definition, if its columns are those of the CDM: half of the required ones at least. */
export function omopTable(path: string, columns: readonly string[]): OmopTable | undefined {
  const table = omopTableName(path);
  if (table === undefined) return undefined;
  const names = new Set(columns.map((name) => name.toLowerCase()));
  const newer = definitionOf('5.4', table);
  const older = definitionOf('5.3', table);
  const known = (definition: OmopTable | undefined) => [...names].filter((name) => definition?.types.has(name)).length;
  // What both know is read as 5.4; a column that only 5.3 has says otherwise.
  const definition = known(older) > known(newer) ? older : newer;
  if (!definition) return undefined;
  const met = definition.required.filter((name) => names.has(name)).length;
  return met * 2 >= definition.required.length && met > 0 ? definition : undefined;
}

function definitionOf(version: CdmVersion, table: string): OmopTable | undefined {
  const text = versions[version][table];
  if (text === undefined) return undefined;
  const types = new Map<string, ImportType>();
  const required: string[] = [];
  for (const field of text.split(' ')) {
    const [name, marks] = field.split(':') as [string, string];
    types.set(name, typeOf(name, marks.charAt(0)));
    if (marks.includes('!')) required.push(name);
  }
  return { version, table, types, required };
}

/** Ids are 64-bit: sites number events beyond 2^31, and hashed ids fill all bits. */
function typeOf(name: string, letter: string): ImportType {
  if (letter === 'i') return name === 'id' || name.endsWith('_id') || /_id(_\d)?$/.test(name) ? 'bigint' : 'integer';
  if (letter === 'd') return 'date';
  if (letter === 't') return 'timestamp';
  return letter === 'f' ? 'number' : 'text';
}

/** Required columns that the file does not have. */
export function omopWarnings(omop: OmopTable, columns: readonly string[], file: string): Remark[] {
  const names = new Set(columns.map((name) => name.toLowerCase()));
  const absent = omop.required.filter((name) => !names.has(name));
  if (absent.length === 0) return [];
  const values = { table: omop.table, version: omop.version, columns: absent.join(', ') };
  return [remark('omop-column-missing', values, { file })];
}

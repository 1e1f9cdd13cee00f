import { TableBuilder, type CellInput, type ColumnDescription } from '../../../shared/column-builder';
import { exactText, isPresent } from '../../../shared/exact-text';
import type { Column, Table } from '../../../shared/table';
import type { TableName } from '../../contract';
import { LOCAL } from '../../picu/omop/concepts';
import { FAULTS } from '../../shared/fault-sizes';
import type { FilesRequest } from '../contract';
import {
  HACKATHON_COLUMNS,
  MEASURED,
  TEST_HOURS,
  TEST_LABELS,
  TEST_LABEL_COLUMNS,
  type HackathonTable
} from './columns';
import { testPersons } from './split';

/** What the files are made of. */
export const SOURCE_TABLES = [
  'hours',
  'episodes',
  'drug_exposure',
  'device_exposure',
  'procedure_occurrence',
  'observation',
  'concept'
] as const satisfies readonly TableName[];

const HOUR = 3_600_000_000n;
const devices = new Map<number, string>([
  [LOCAL.ventilator, 'Invasive mechanical ventilation'],
  [LOCAL.otherSupport, 'Other respiratory support'],
  [LOCAL.centralLine, 'Central line']
]);

type Side = 'train' | 'test';

/** One table of a simulation, read by row. */
class Reader {
  readonly #columns: ReadonlyMap<string, Column>;

  constructor(readonly table: Table) {
    this.#columns = new Map(table.columns.map((column) => [column.name, column]));
  }

  column(name: string): Column {
    return this.#columns.get(name) as Column;
  }

  /** As a builder takes it. */
  value(name: string, row: number): CellInput {
    const column = this.column(name);
    if (!isPresent(column, row)) return undefined;
    return column.type === 'text' ? column.dictionary[column.values[row] as number] : column.values[row];
  }

  /** Of a 64-bit column that misses nothing. */
  wide(name: string, row: number): bigint {
    return this.column(name).values[row] as bigint;
  }
}

/** The files of both sides while they fill. */
class Files {
  readonly #isTest: Uint8Array;
  readonly #builders = new Map<string, TableBuilder>();

  constructor({ seed, persons }: Pick<FilesRequest, 'seed' | 'persons'>) {
    this.#isTest = testPersons(seed, persons);
    for (const side of ['train', 'test'] as const) {
      for (const [name, columns] of Object.entries(HACKATHON_COLUMNS)) {
        this.#open(`${name}_${side}`, name === 'SepsisLabel' && side === 'test' ? TEST_HOURS : columns);
      }
    }
    this.#open(TEST_LABELS, TEST_LABEL_COLUMNS);
  }

  #open(name: string, columns: readonly ColumnDescription[]): void {
    this.#builders.set(name, new TableBuilder(columns));
  }

  /** Ids follow from the person's index: from 1, or with planted faults above 2^53. */
  side(person: bigint): Side {
    const index = person >= FAULTS.largeId ? person - FAULTS.largeId : person - 1n;
    return this.#isTest[Number(index)] ? 'test' : 'train';
  }

  push(name: string, ...row: CellInput[]): void {
    this.#builders.get(name)?.pushRow(row);
  }

  /** A row of the person's side. */
  add(name: HackathonTable, person: bigint, ...rest: CellInput[]): void {
    this.push(`${name}_${this.side(person)}`, person, ...rest);
  }

  finish(): [string, Table][] {
    return [...this.#builders].map(([name, builder]) => [name, builder.finish()]);
  }
}

/**
 * The simulation of use case A as the files of the hackathon: train and test, the labels of the test apart.
 * @param tables those of `SOURCE_TABLES`, of one part or of the whole
 */
export function hackathonTables(
  tables: Partial<Record<string, Table>>,
  request: Pick<FilesRequest, 'seed' | 'persons'>
): [string, Table][] {
  const files = new Files(request);
  const read = (name: (typeof SOURCE_TABLES)[number]) => new Reader(tables[name] as Table);
  addHours(files, read('hours'));
  addEpisodes(files, read('episodes'));
  addDrugs(files, read('drug_exposure'));
  addDevices(files, read('device_exposure'));
  const procedures = read('procedure_occurrence');
  for (let row = 0; row < procedures.table.rows; row++) {
    const at = floorHour(procedures.wide('procedure_datetime', row));
    files.add('proceduresoccurrences', procedures.wide('person_id', row), at, 'Culture');
  }
  const observed = read('observation');
  for (let row = 0; row < observed.table.rows; row++) {
    const value = observed.value('value_as_string', row);
    const at = observed.wide('observation_datetime', row);
    files.add('observation', observed.wide('person_id', row), at, 'Type of admission', value);
  }
  // Codes of drugs and routes are local ones: what they mean goes along.
  return [...files.finish(), ['concept', tables.concept as Table]];
}

function addHours(files: Files, hours: Reader): void {
  const time = hours.column('time');
  for (let row = 0; row < hours.table.rows; row++) {
    const person = hours.wide('person_id', row);
    const at = hours.wide('time', row);
    const label = hours.value('SepsisLabel', row);
    if (files.side(person) === 'train') files.push('SepsisLabel_train', person, at, label);
    else {
      files.push('SepsisLabel_test', person, at);
      files.push(TEST_LABELS, `${person}_${exactText(time, row)}`, label);
    }
    for (const [name, variables] of Object.entries(MEASURED)) {
      const values = variables.map((variable) => hours.value(variable.name, row));
      if (values.some((value) => value !== undefined)) files.add(name as HackathonTable, person, at, ...values);
    }
  }
}

function addEpisodes(files: Files, episodes: Reader): void {
  for (let row = 0; row < episodes.table.rows; row++) {
    const gender = episodes.value('male', row) === 1 ? 'Male' : 'Female';
    files.add(
      'person_demographics_episode',
      episodes.wide('person_id', row),
      episodes.wide('admitted', row),
      episodes.value('age_months', row),
      gender
    );
  }
}

function addDrugs(files: Files, drugs: Reader): void {
  for (let row = 0; row < drugs.table.rows; row++) {
    const person = drugs.wide('person_id', row);
    const drug = drugs.value('drug_concept_id', row);
    const route = drugs.value('route_concept_id', row);
    for (const at of startedHours(drugs, 'drug_exposure', row)) files.add('drugsexposure', person, at, drug, route);
  }
}

function addDevices(files: Files, exposures: Reader): void {
  for (let row = 0; row < exposures.table.rows; row++) {
    const person = exposures.wide('person_id', row);
    const device = devices.get(exposures.value('device_concept_id', row) as number);
    for (const at of startedHours(exposures, 'device_exposure', row)) files.add('devices', person, at, device);
  }
}

const floorHour = (at: bigint): bigint => at - (((at % HOUR) + HOUR) % HOUR);

/** The full hours that an exposure touches; at least the one in which it begins. */
function startedHours(table: Reader, name: string, row: number): bigint[] {
  const first = floorHour(table.wide(`${name}_start_datetime`, row));
  const end = table.wide(`${name}_end_datetime`, row);
  const hours = [first];
  for (let at = first + HOUR; at < end; at += HOUR) hours.push(at);
  return hours;
}

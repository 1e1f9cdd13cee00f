import { HOURLY_VARIABLES } from '$workers/clinical/contract';
import type { Relation, RelationColumn } from '$workers/data/contract';

/** A table with a column for each measured variable. */
export interface MeasuredTable {
  relation: Relation;
  columns: readonly MeasuredColumn[];
}

export interface MeasuredColumn {
  column: string;
  /** As scores and hourly grids call it; undefined where the name does not say it for sure. */
  variable: string | undefined;
}

/** The hours of one side of the hackathon, and the tables that say something of them. */
export interface HackathonSet {
  /** As the names of its tables end (or begin); empty where they do not say it. */
  side: 'train' | 'test' | '';
  /** One row a person and hour: `SepsisLabel`. */
  hours: Relation;
  /** Its column of the label, which the hours to be predicted lack. */
  label: string | undefined;
  stays: Relation | undefined;
  /** When a stay begins; absent: the table does not say it. */
  begins: RelationColumn | undefined;
  measured: readonly MeasuredTable[];
  devices: Relation | undefined;
  drugs: Relation | undefined;
  /** Procedures and observations: known, but nothing of them is a column of an hour. */
  aside: readonly Relation[];
  /** What the codes of drugs and routes mean. */
  concepts: Relation | undefined;
  /** Several of a kind on this side, or persons written in another way: not used. */
  doubtful: readonly Relation[];
}

type Part = 'stays' | 'measured' | 'devices' | 'drugs' | 'procedures' | 'observations';
type Sort = 'person' | 'time' | 'text' | 'number' | 'any';

/** What columns make a table one of the layout (clinical reference §9.0). */
const layout: Readonly<Record<Exclude<Part, 'measured'>, Readonly<Record<string, Sort>>>> = {
  stays: { person_id: 'person', age_in_months: 'number', gender: 'any' },
  devices: { person_id: 'person', device_datetime_hourly: 'time', device: 'text' },
  drugs: { person_id: 'person', drug_datetime_hourly: 'time', drug_concept_id: 'any' },
  procedures: { person_id: 'person', procedure_datetime_hourly: 'time', procedure: 'any' },
  observations: { person_id: 'person', observation_concept_name: 'any', valuefilled: 'any' }
};
const ofHours = { person_id: 'person', measurement_datetime: 'time' } as const;
const labelName = 'sepsislabel';
const beginning = ['visit_start_datetime', 'visit_start_date'];

const variableOf = new Map(
  HOURLY_VARIABLES.flatMap(({ name, also = [] }) => [name, ...also].map((called) => [called, name] as const))
);

/**
 * The tables of the paediatric sepsis hackathon among these, by their columns. Which are of the training and which of the
 * test only their names tell; one whose name does not say it serves both sides, as all is joined by person and time.
 * @returns one set a table of hours that has others beside it, the test's last, else in the order of the tables
 */
export function recogniseHackathon(relations: readonly Relation[]): HackathonSet[] {
  const parts = relations.flatMap((relation) => {
    const part = partOf(relation);
    return part ? [{ part, relation }] : [];
  });
  const concepts = relations.find((relation) => has(relation, { concept_id: 'any', concept_name: 'text' }));
  const sets = relations.filter(isHours).flatMap((hours): HackathonSet[] => {
    const side = sideOf(hours);
    const fits = ({ relation }: { relation: Relation }) => personSort(relation) === personSort(hours);
    const beside = ofSide(parts, side);
    const doubtful = beside.filter((one) => !fits(one)).map(({ relation }) => relation);
    const all = (part: Part) => beside.filter((one) => one.part === part && fits(one)).map(({ relation }) => relation);
    const only = (part: Part) => {
      const found = all(part);
      if (found.length > 1) doubtful.push(...found);
      return found.length === 1 ? found[0] : undefined;
    };
    const [stays, devices, drugs] = [only('stays'), only('devices'), only('drugs')];
    const measured = all('measured').map(measuredTable);
    if (!stays && !devices && !drugs && measured.length === 0) return [];
    const label = find(hours, labelName)?.name;
    const begins =
      stays && beginning.map((name) => find(stays, name)).find((column) => column && fitsSort(column, 'time'));
    const aside = [...all('procedures'), ...all('observations')];
    return [{ side, hours, label, stays, begins, measured, devices, drugs, aside, concepts, doubtful }];
  });
  return [...sets.filter(({ side }) => side !== 'test'), ...sets.filter(({ side }) => side === 'test')];
}

/** Those of a side; of a kind that it lacks, those that name no side. */
function ofSide(parts: readonly { part: Part; relation: Relation }[], side: HackathonSet['side']) {
  const own = parts.filter(({ relation }) => sideOf(relation) === side);
  const shared = parts.filter(
    ({ part, relation }) => side !== '' && sideOf(relation) === '' && !own.some((one) => one.part === part)
  );
  return [...own, ...shared];
}

function sideOf({ name }: Relation): HackathonSet['side'] {
  const said = /(?:^|_)(train|test)(?:ing)?$|^(train|test)(?:ing)?_/i.exec(name);
  return (said?.[1] ?? said?.[2] ?? '').toLowerCase() as HackathonSet['side'];
}

/** Person, hour and the label, and nothing else: a table that was put together already is none. */
function isHours(relation: Relation): boolean {
  const label = find(relation, labelName);
  if (!has(relation, ofHours)) return false;
  if (relation.columns.length === 2) return true;
  return relation.columns.length === 3 && label !== undefined && (isNumber(label) || label.type === 'bool');
}

function partOf(relation: Relation): Part | undefined {
  if (find(relation, labelName)) return undefined;
  const found = (Object.keys(layout) as Exclude<Part, 'measured'>[]).filter((part) => has(relation, layout[part]));
  if (has(relation, ofHours)) {
    const isLong = relation.columns.some(({ name }) => /_concept_id$|^value_as_/i.test(name));
    return found.length === 0 && !isLong && relation.columns.some(isKnown) ? 'measured' : undefined;
  }
  // With measured columns it is a table somebody put together.
  return found.length === 1 && !relation.columns.some(isKnown) ? found[0] : undefined;
}

function measuredTable(relation: Relation): MeasuredTable {
  const columns = relation.columns
    .filter(({ name }) => !(name.toLowerCase() in ofHours))
    .map((column): MeasuredColumn => ({
      column: column.name,
      variable: isKnown(column) ? variableOf.get(column.name.toLowerCase()) : undefined
    }));
  return { relation, columns };
}

const isNumber = ({ type }: RelationColumn): boolean =>
  type === 'float64' || type === 'int32' || type === 'int64' || type === 'decimal';
const isKnown = (column: RelationColumn): boolean => isNumber(column) && variableOf.has(column.name.toLowerCase());

export function find({ columns }: Relation, name: string): RelationColumn | undefined {
  return columns.find((column) => column.name.toLowerCase() === name);
}

function has(relation: Relation, columns: Readonly<Record<string, Sort>>): boolean {
  return Object.entries(columns).every(([name, sort]) => {
    const column = find(relation, name);
    return column !== undefined && fitsSort(column, sort);
  });
}

function fitsSort(column: RelationColumn, sort: Sort): boolean {
  if (sort === 'any') return true;
  if (sort === 'time') return column.type === 'timestamp' || column.type === 'date';
  if (sort === 'person') return isNumber(column) || column.type === 'text';
  return sort === 'text' ? column.type === 'text' : isNumber(column);
}

/** Numbers and texts do not meet. */
const personSort = (relation: Relation): string => (find(relation, 'person_id')?.type === 'text' ? 'text' : 'number');

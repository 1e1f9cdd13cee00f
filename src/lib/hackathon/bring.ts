import type { DataEngine, Relation } from '$workers/data/contract';
import { quoted } from '../cells/sql-name';
import { readAgents, readDevices, readRoutes, type ReadNames } from './names';
import { find, type HackathonSet } from './recognise';
import { writeHackathon, type CodedNames, type FoundNames } from './write';

/** Different names that are looked at; what is rarer is left out, and said. */
export const MOST_NAMES = 2000;

/** A cell that puts one set together. */
export interface HackathonCell {
  /** What its table may be called. */
  stem: string;
  text: string;
}

/** SQL cells that make one row a person and hour of each set, with the names of devices and drugs that its tables hold. */
export async function bringHackathon(
  data: Pick<DataEngine, 'query'>,
  sets: readonly HackathonSet[]
): Promise<HackathonCell[]> {
  const found: { set: HackathonSet; names: FoundNames }[] = [];
  for (const set of sets) found.push({ set, names: await namesOf(data, set) });
  const all = found.map(({ names }) => names);
  return found.map(({ set, names }) => ({
    stem: set.side === '' ? 'sepsis_hours' : `${set.side}_hours`,
    text: writeHackathon(set, {
      devices: withOthers(
        names.devices,
        all.map((one) => one.devices)
      ),
      drugs: withOthers(
        names.drugs,
        all.map((one) => one.drugs)
      ),
      routes: withOthers(
        names.routes,
        all.map((one) => one.routes)
      )
    })
  }));
}

/**
 * What any side has is a column of each: a device that nobody of the test had is 0 there, not unknown, and what was learned
 * on one side finds its columns on the other.
 */
function withOthers<Names extends ReadNames & { by?: CodedNames['by'] }>(
  own: Names | undefined,
  others: readonly (Names | undefined)[]
): Names | undefined {
  if (!own) return undefined;
  const taken = new Map<string, string[]>();
  for (const one of [own, ...others]) {
    if (!one || one.by !== own.by) continue;
    for (const [meant, names] of one.taken) taken.set(meant, [...new Set([...(taken.get(meant) ?? []), ...names])]);
  }
  return { ...own, taken };
}

async function namesOf(data: Pick<DataEngine, 'query'>, set: HackathonSet): Promise<FoundNames> {
  const { devices, drugs, concepts } = set;
  return {
    devices: devices && readDevices(await namesIn(data, devices, 'device')),
    drugs: drugs && (await coded(data, drugs, 'drug_concept_id', concepts, readAgents)),
    routes: drugs && (await coded(data, drugs, 'route_concept_id', concepts, readRoutes))
  };
}

/** Names that stand in the column itself, or that a table of concepts has for its codes. */
async function coded(
  data: Pick<DataEngine, 'query'>,
  relation: Relation,
  column: string,
  concepts: Relation | undefined,
  read: (names: readonly string[]) => ReadNames
): Promise<CodedNames | undefined> {
  const type = find(relation, column)?.type;
  if (type === undefined) return undefined;
  if (type === 'text') return { by: 'name', ...read(await namesIn(data, relation, column)) };
  if (!concepts || find(concepts, 'concept_id')?.type === 'text') return { by: 'nothing', ...read([]) };
  return { by: 'concept', ...read(await namesIn(data, relation, column, concepts)) };
}

/** Different values of a column, the most frequent first. */
async function namesIn(
  data: Pick<DataEngine, 'query'>,
  { name: table }: Relation,
  column: string,
  concepts?: Relation
): Promise<string[]> {
  const from = concepts
    ? // A code without a name is shown as what it is.
      `(SELECT coalesce(c."concept_name", CAST(t.${quoted(column)} AS VARCHAR)) AS name FROM ${quoted(table)} AS t LEFT JOIN ${quoted(concepts.name)} AS c ON c."concept_id" = t.${quoted(column)})`
    : `(SELECT ${quoted(column)} AS name FROM ${quoted(table)})`;
  const { columns } = await data.query(
    `SELECT name FROM ${from} WHERE name IS NOT NULL GROUP BY name ORDER BY count(*) DESC, name LIMIT ${MOST_NAMES}`
  );
  const [found] = columns;
  return found?.type === 'text' ? Array.from(found.values, (code) => found.dictionary[code] as string) : [];
}

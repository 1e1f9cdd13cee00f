import type { JobOptions } from '../../shared/job';
import type { ColumnDetails, ColumnProfile, TableProfile } from '../../shared/profile';
import type { Background } from '../background';
import { breathe } from '../../shared/breathe';
import { quoteName, type Duck } from '../duck';
import type { DataEngine, RelationColumn } from '../contract';
import type { Held, Relations } from '../relations';
import { fail } from '../errors';
import { basicsQuery, columnsAtOnce, needsCare, readBasics, type Basics } from './basics';
import { askedOf, type Asked } from './classify';
import { cardRoom, kindOf, mayBeId, profileOf, shapeOf, stripRoom, type Ask, type Known } from './columns';
import type { ProfileRequest, Profiles } from './contract';
import { figuresQuery, readFigures } from './details';
import { duplicateOf, smallGroups, suspicions } from './flags';
import { probeQuery, readProbe, type Probe } from './probe';
import { Result } from './results';
import { keptOf, mostRows, sampleOf, type Rows } from './rows';

/** Columns of one call: more are asked for when they are seen. */
const mostColumns = 20;
const defaultSeed = 1;
/** Where samples of large tables stand while they are looked at. */
const sampleSchema = 'phems_profile';

interface Parts {
  duck: Duck;
  relations: Relations;
  engine: Pick<DataEngine, 'materialise' | 'count'>;
  background: Background;
}

/** What is looked at: all rows, or a sample that is dropped afterwards. */
interface Looked {
  rows: Rows;
  all: number;
  sample: number | undefined;
}

/** Profiles over the relations of an engine. */
export function createProfiles({ duck, relations, engine, background }: Parts): Profiles {
  let lastSample = 0;

  /** The relation whose rows are read: a view is made a table first. */
  const readable = async (name: string, signal: AbortSignal | undefined): Promise<{ held: Held; all: number }> => {
    await background.behind((within) => engine.materialise(name, { signal: within }), signal);
    const all = await background.behind((within) => engine.count(name, { signal: within }), signal);
    let held = relations.need(name);
    while (held.alias !== undefined) held = relations.need(held.alias);
    return { held, all };
  };

  const withRows = async <T>(
    { name, filters, seed = defaultSeed }: Omit<ProfileRequest, 'columns'>,
    columns: readonly Asked[],
    signal: AbortSignal | undefined,
    work: (looked: Looked, ask: Ask) => Promise<T>
  ): Promise<T> => {
    const { held, all } = await readable(name, signal);
    const ask: Ask = async (sql) =>
      new Result(await background.behind((within) => duck.query(sql, [], { signal: within }), signal));
    const rows: Rows = {
      from: held.source ?? `main.${quoteName(held.relation.name)}`,
      kept: keptOf(filters, held.relation.columns)
    };
    if (all <= mostRows) return work({ rows, all, sample: undefined }, ask);
    const table = `${sampleSchema}.s${++lastSample}`;
    const sample = sampleOf(rows, columns, { table, seed });
    try {
      await background.behind((within) => duck.run(sample.statement, [], { signal: within }), signal);
      return await work({ rows: sample.rows, all, sample: mostRows }, ask);
    } finally {
      await duck.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
    }
  };

  return {
    profile: async (request, { signal }: JobOptions = {}): Promise<TableProfile> => {
      const { name, seed = defaultSeed } = request;
      const columns = columnsOf(relations.need(name).relation, request.columns).map(askedOf);
      return withRows(request, columns, signal, async ({ rows, all, sample }, ask) => {
        const known = await knownOf(columns, rows, { seed, ask });
        const profiles: ColumnProfile[] = [];
        for (const one of known) profiles.push(profileOf(one, await shapeOf(one, stripRoom, ask)));
        return { name, rows: all, sample, columns: profiles };
      });
    },
    details: async (request, { signal }: JobOptions = {}): Promise<ColumnDetails> => {
      const { name, seed = defaultSeed, today } = request;
      const { relation } = relations.need(name);
      const [column] = columnsOf(relation, [request.column]).map(askedOf) as [Asked];
      const { others, person } = besides(relation, column);
      return withRows(
        request,
        [...new Set([column, ...others, ...(person ? [person] : [])])],
        signal,
        async ({ rows, all, sample }, ask) => {
          const [known] = (await knownOf([column], rows, { seed, ask })) as [Known];
          const drawn = await shapeOf(known, cardRoom, ask);
          const result = await ask(figuresQuery(rows, column, known.kind, Date.parse(today) * 1000));
          const figures = readFigures(result, known.kind);
          const flags = [
            ...(await suspicions(known, figures, ask)),
            ...(await duplicateOf(known, others, ask)),
            ...(await smallGroups(known, person?.sql, ask))
          ];
          const profile = profileOf(known, { ...drawn, distinct: result.count('distinct_n') });
          return { profile: { ...profile, flags: [...profile.flags, ...flags] }, rows: all, sample, figures };
        }
      );
    }
  };
}

/** Columns of the same type, which may hold the same; and the one that tells whose a row is. */
function besides(
  relation: { columns: readonly RelationColumn[] },
  column: Asked
): { others: Asked[]; person: Asked | undefined } {
  const all = relation.columns.filter(({ name }) => name !== column.name).map(askedOf);
  const alike = all.filter(({ sqlType }) => sqlType === column.sqlType && column.family !== 'other');
  return {
    others: alike.slice(0, mostColumns),
    person: all.find(({ name }) => /^(person|patient|subject)_?id$/i.test(name))
  };
}

async function knownOf(
  columns: readonly Asked[],
  rows: Rows,
  { seed, ask }: { seed: number; ask: Ask }
): Promise<Known[]> {
  const basics = await basicsOf(rows, columns, ask);
  const probes = await probesOf(columns, rows, { seed, ask });
  const doubtful = columns.filter((column, at) => mayBeId(column, probes[at]!));
  const distinct = doubtful.length === 0 ? undefined : await ask(distinctQuery(rows, doubtful));
  return columns.map((column, at): Known => {
    const [of, probe] = [basics[at]!, probes[at]!];
    const asked = doubtful.indexOf(column);
    return {
      column,
      basics: of,
      probe,
      rows,
      kind: kindOf(column, of, probe, asked < 0 ? undefined : distinct?.number(`d${asked}`))
    };
  });
}

async function probesOf(
  columns: readonly Asked[],
  rows: Rows,
  { seed, ask }: { seed: number; ask: Ask }
): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (let at = 0; at < columns.length; at += columnsAtOnce) {
    const some = columns.slice(at, at + columnsAtOnce);
    const result = await ask(probeQuery(rows, some, seed));
    for (const [place, column] of some.entries()) {
      // Sorting ten thousand values takes milliseconds: who waits is heard in between.
      await breathe();
      probes.push(readProbe(result, column, place));
    }
  }
  return probes;
}

function distinctQuery({ from }: Rows, columns: readonly Asked[]): string {
  return `SELECT ${columns.map(({ sql }, at) => `approx_count_distinct(${sql}) AS d${at}`).join(', ')} FROM ${from}`;
}

async function basicsOf(rows: Rows, columns: readonly Asked[], ask: Ask): Promise<Basics[]> {
  const basics: Basics[] = [];
  for (let at = 0; at < columns.length; at += columnsAtOnce) {
    const some = columns.slice(at, at + columnsAtOnce);
    basics.push(...readBasics(await ask(basicsQuery(rows, some)), some));
  }
  for (const [at, column] of columns.entries()) {
    if (!needsCare(column, basics[at]!)) continue;
    basics[at] = readBasics(await ask(basicsQuery(rows, [column], { carefully: true })), [column])[0]!;
  }
  return basics;
}

function columnsOf(
  relation: { name: string; columns: readonly RelationColumn[] },
  names: readonly string[]
): RelationColumn[] {
  if (names.length > mostColumns) throw new RangeError(`${names.length} columns at once; ${mostColumns} are the most.`);
  return names.map((name) => {
    const found = relation.columns.find((column) => column.name === name);
    if (!found) throw fail('sql-no-column', { name });
    return found;
  });
}

import { hackathonWords as words } from '$lib/messages/hackathon';
import { quoted } from '../cells/sql-name';
import type { HackathonSet } from './recognise';
import type { CodedNames, FoundNames } from './write';
import { hourOf, listed, literals, onHour, type Piece } from './write-piece';

/** How many different vasoactive agents run in an hour, where their names are known. */
export function runningAgents({ drugs, concepts }: HackathonSet, { drugs: names, routes }: FoundNames): Piece {
  if (!drugs || !names) return { columns: [], notes: [words.noDrugs()] };
  if (names.by === 'nothing') return { columns: [], notes: [words.drugsUnnamed(listed([drugs.name]))] };
  const left = names.left.length > 0 ? [words.drugsLeft(listed(names.left))] : [];
  if (names.taken.size === 0) return { columns: [], notes: [words.noAgents(), ...left] };
  const named = routes !== undefined && routes.by !== 'nothing';
  const byVein = routes?.taken.get('route') ?? [];
  const agents = listed([...names.taken.values()].flat());
  if (named && byVein.length === 0) {
    return { columns: [], notes: [words.noRoutes(agents, listed(routes.left)), ...left] };
  }
  const nameOf = (coded: CodedNames, alias: string, column: string) =>
    coded.by === 'concept' ? `${alias}."concept_name"` : `given.${quoted(column)}`;
  const agent = nameOf(names, 'drug', 'drug_concept_id');
  const cases = [...names.taken].map(([called, all]) => `      WHEN ${agent} IN (${literals(all)}) THEN '${called}'`);
  const meaning = (coded: CodedNames | undefined, alias: string, column: string) =>
    coded?.by === 'concept' && concepts
      ? [`  LEFT JOIN ${quoted(concepts.name)} AS ${alias} ON ${alias}."concept_id" = given.${quoted(column)}`]
      : [];
  const where = named ? [`  WHERE ${nameOf(routes, 'route', 'route_concept_id')} IN (${literals(byVein)})`] : [];
  const join = [
    'LEFT JOIN (',
    `  SELECT given."person_id", ${hourOf('given."drug_datetime_hourly"')} AS "hour",`,
    '    CAST(count(DISTINCT CASE',
    ...cases,
    '    END) AS INTEGER) AS "vasoactives"',
    `  FROM ${quoted(drugs.name)} AS given`,
    ...meaning(names, 'drug', 'drug_concept_id'),
    ...meaning(routes, 'route', 'route_concept_id'),
    ...where,
    '  GROUP BY ALL',
    `) AS running ON ${onHour('running')}`
  ].join('\n');
  const notes = [
    words.agents(agents),
    named ? words.routes(listed(byVein)) : words.routesUnnamed(),
    ...(named && routes.left.length > 0 ? [words.routesLeft(listed(routes.left))] : []),
    ...left
  ];
  return { columns: ['coalesce(running."vasoactives", 0) AS "vasoactives"'], join, notes };
}

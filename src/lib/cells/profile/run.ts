import type { RelationColumn } from '$workers/data/contract';
import type { ColumnDetails } from '$workers/shared/profile';
import { profileWords as words } from '$lib/messages/profile';
import type { Outcome, RunContext } from '$lib/notebook/kind';
import { columnOf } from '../columns';
import { tableInput } from '../inputs';
import { agedColumns, agesQuery, ageUnitOf, readAges, type AgeVariable } from './ages';
import {
  byDifference,
  groupsQuery,
  isComparable,
  levelsQuery,
  mostGroups,
  numbersQuery,
  readGroups,
  readLevels,
  readNumbers,
  type Compared,
  type Comparison
} from './compare';
import { failProfile as fail } from './failures';
import { lacking, patternQuery, readPatterns, type Missingness } from './missingness';
import type { ProfileSpec } from './spec';

/** What a profile cell shows. Words are made where they are shown, so that they follow the language. */
export interface ProfileOutput {
  table: string;
  rows: number;
  /** Rows drawn at random, where figures of columns are not of all. */
  sample: number | undefined;
  columns: readonly ColumnDetails[];
  /** Columns that the page has no room for. */
  left: number;
  missingness: Missingness | undefined;
  comparison: Comparison | undefined;
  ages: readonly AgeVariable[] | undefined;
}

/** A page of more columns is no page. */
export const mostProfiled = 200;

/** Looks at every column, at what is missing together, at groups and at ages. */
export async function runProfile(spec: ProfileSpec, context: RunContext): Promise<Outcome<ProfileOutput>> {
  const { engines, signal, progress } = context;
  const relation = await tableInput(spec.from, context);
  const by = spec.group === undefined ? undefined : columnOf(relation, spec.group, spec.placeOf('group'));
  const age = spec.age === undefined ? undefined : columnOf(relation, spec.age, spec.placeOf('age'));
  const shown = relation.columns.slice(0, mostProfiled);
  const today = new Date().toISOString().slice(0, 10);
  const columns: ColumnDetails[] = [];
  for (const [done, { name }] of shown.entries()) {
    progress({ step: 'profile-columns', done, total: shown.length, of: name });
    columns.push(await engines.data.details({ name: relation.name, column: name, today }, { signal }));
  }
  const output: ProfileOutput = {
    table: spec.from,
    rows: columns[0]?.rows ?? relation.rows ?? 0,
    sample: columns[0]?.sample,
    columns,
    left: relation.columns.length - shown.length,
    missingness: await missingnessOf(relation.name, columns, context),
    comparison: by && (await comparisonOf(relation.name, by, columns, spec, context)),
    ages: age && (await agesOf(relation, age, spec, context))
  };
  if (output.left > 0) context.warn(() => words.cell.columnsLeft(output.left, mostProfiled));
  return { output, values: new Map() };
}

async function missingnessOf(
  table: string,
  columns: readonly ColumnDetails[],
  { engines, signal, progress }: RunContext
): Promise<Missingness | undefined> {
  const missing = lacking(columns);
  if (missing.length === 0) return undefined;
  progress({ step: 'profile-missing' });
  return readPatterns(await engines.data.query(patternQuery(table, missing), [], { signal }), missing);
}

async function comparisonOf(
  table: string,
  by: RelationColumn,
  columns: readonly ColumnDetails[],
  spec: ProfileSpec,
  { engines, signal, progress }: RunContext
): Promise<Comparison> {
  const ask = (sql: string) => engines.data.query(sql, [], { signal });
  const groups = readGroups(await ask(groupsQuery(table, by.name)));
  if (groups.length > mostGroups) {
    throw fail('profile-groups', { column: by.name, n: mostGroups }, { place: spec.placeOf('group') });
  }
  const comparable = columns.filter(({ profile }) => isComparable(profile, by.name));
  const compared: Compared[] = [];
  for (const [done, { profile }] of comparable.entries()) {
    progress({ step: 'profile-groups', done, total: comparable.length, of: profile.name });
    const isNumber = profile.kind === 'number' || profile.kind === 'whole';
    compared.push(
      isNumber
        ? readNumbers(await ask(numbersQuery(table, by.name, profile)), groups, profile)
        : readLevels(await ask(levelsQuery(table, by.name, profile)), groups, profile, words.cell.otherLevels)
    );
  }
  const grouped = groups.reduce((sum, { n }) => sum + n, 0);
  const rows = columns.find(({ profile }) => profile.name === by.name)?.profile.rows ?? grouped;
  return { by: by.name, groups, ungrouped: Math.max(0, rows - grouped), columns: byDifference(compared) };
}

async function agesOf(
  relation: { name: string; columns: readonly RelationColumn[] },
  age: RelationColumn,
  spec: ProfileSpec,
  { engines, signal, progress }: RunContext
): Promise<AgeVariable[]> {
  if (age.type === 'text' || age.type === 'bool' || age.type === 'date' || age.type === 'timestamp') {
    throw fail('profile-age-type', { column: age.name, type: age.sqlType }, { place: spec.placeOf('age') });
  }
  const unit = ageUnitOf(age, spec.age_unit);
  if (!unit) throw fail('profile-age-unit', { column: age.name }, { place: spec.placeOf('age') });
  const variables = agedColumns(relation.columns);
  const found: AgeVariable[] = [];
  for (const [done, variable] of variables.entries()) {
    progress({ step: 'profile-ages', done, total: variables.length, of: variable.column.name });
    const table = await engines.data.query(agesQuery(relation.name, age, unit, variable), [], { signal });
    found.push(readAges(table, variable));
  }
  return found;
}

import { birthDates } from './birth';
import { differences } from './difference';
import { freeText } from './free-text';
import { identifiers, identifiersInText } from './identifiers';
import { countOf, isHidden, natureOf, type Counts, type Nature } from './layout';
import { tablesInJson, tablesInText } from './nested';
import {
  plainName,
  present,
  type CheckContext,
  type Finding,
  type LookedTable,
  type Mend,
  type Payload
} from './payload';
import { smallCells } from './small-cells';

/** What was looked at, and what was found in it. */
export interface Checked {
  findings: readonly Finding[];
  /** Each table with what its rows are. */
  tables: readonly { table: LookedTable; nature: Nature }[];
}

const order = { stop: 0, mend: 1, tell: 2 };

/** Looks through everything that would leave. Pure: the same payload has the same findings anywhere. */
export async function check(payload: Payload, context: CheckContext): Promise<Checked> {
  const texts = payload.texts ?? [];
  const inTexts = texts.flatMap(({ name, text }) =>
    /^\s*[[{]/.test(text) ? tablesInJson(name, text) : tablesInText(name, text)
  );
  const tables = [...payload.tables, ...inTexts].map((table) => ({ table, nature: natureOf(table) }));
  const findings: Finding[] = [];
  for (const { table, nature } of tables) {
    const found = await ofTable(table, nature, context);
    // Own text is mended by whoever wrote it.
    findings.push(...(inTexts.includes(table) ? found.map((one) => ({ ...one, mends: [] })) : found));
    await context.breathe?.();
  }
  findings.push(...identifiersInText(texts));
  const { drawn } = payload;
  if (drawn?.individual) {
    const severity = context.rows === 'never' ? 'stop' : 'mend';
    findings.push({ code: 'drawn-rows', severity, table: drawn.name, count: drawn.marks, mends: [] });
  }
  if (payload.kind === 'model') findings.push({ code: 'model-weights', severity: 'mend', count: 1, mends: [] });
  return { findings: findings.sort((a, b) => order[a.severity] - order[b.severity]), tables };
}

async function ofTable(table: LookedTable, nature: Nature, context: CheckContext): Promise<Finding[]> {
  const isPersonal = nature.is === 'persons';
  const found = [...(await identifiers(table, context)), ...birthDates(table, isPersonal), ...freeText(table)];
  if (isPersonal) found.push(...persons(table, nature.key, context));
  if (nature.is === 'counts') {
    found.push(...smallCells(table, nature.counts, context), ...differences(table, nature.counts, context));
    if (nature.counts.form === 'long') found.push(...smallGroups(table, nature.counts, context.minCell));
  }
  if (nature.is === 'groups' && table.rows > 0) found.push(...withoutCounts(table));
  if ((table.of ?? table.rows) > table.rows)
    found.push({ code: 'partly-looked', severity: 'mend', table: table.name, count: table.rows, mends: [] });
  return found;
}

function persons(table: LookedTable, key: string | undefined, { rows }: CheckContext): Finding[] {
  const labels = table.columns.filter((column) => {
    const distinct = new Set(present(column)).size;
    return (
      column.name !== key && column.kind !== 'date' && distinct >= 1 && distinct <= 12 && distinct < table.rows / 3
    );
  });
  const counts: Mend[] =
    (table.of ?? table.rows) > table.rows || labels.length === 0
      ? []
      : [{ kind: 'counts', table: table.name, columns: labels.slice(0, 2).map(({ name }) => name) }];
  const found: Finding[] = [
    {
      code: rows === 'never' ? 'rows-forbidden' : 'rows',
      severity: rows === 'never' ? 'stop' : 'mend',
      table: table.name,
      count: table.of ?? table.rows,
      mends: counts
    }
  ];
  if (key !== undefined)
    found.push({
      code: 'person-key',
      severity: 'mend',
      table: table.name,
      column: key,
      count: table.rows,
      mends: [{ kind: 'drop', table: table.name, column: key }]
    });
  return found;
}

/** Means and the like of groups whose count is hidden, or has to be, say what those few are like. */
function smallGroups(table: LookedTable, { counts }: Counts, minCell: number): Finding[] {
  const isFew = (row: number) =>
    counts.some(({ values }) => {
      const n = countOf(values[row]);
      return isHidden(values[row]) || (n !== undefined && n > 0 && n < minCell);
    });
  const figures = table.columns.filter(
    (column) =>
      column.kind === 'number' && !counts.includes(column) && present(column).some((v) => !Number.isInteger(v))
  );
  const cells = figures.flatMap((column) =>
    column.values.flatMap((value, row) => (value !== undefined && isFew(row) ? [{ row, column: column.name }] : []))
  );
  if (cells.length === 0) return [];
  return [
    {
      code: 'small-groups',
      severity: 'stop',
      table: table.name,
      count: cells.length,
      cells: cells.slice(0, 20),
      mends: [{ kind: 'suppress', table: table.name, cells }]
    }
  ];
}

const extreme = /(^|_)(min|max|minimum|maximum|lowest|highest|first|last|earliest|latest)(_|$)/;

function withoutCounts(table: LookedTable): Finding[] {
  const found: Finding[] = [{ code: 'no-counts', severity: 'tell', table: table.name, count: table.rows, mends: [] }];
  for (const { name } of table.columns)
    if (extreme.test(plainName(name)))
      found.push({ code: 'extremes', severity: 'tell', table: table.name, column: name, count: table.rows, mends: [] });
  return found;
}

import { plainName, present, type LookedColumn, type LookedTable, type Value } from './payload';

const countNames =
  /(^|_)(n|nn|count|counts|cnt|freq|frequency|persons|patients|children|cases|controls|deaths|died|alive|survived|events|episodes|stays|admissions|visits|infections|rows|number|num|total|lkm|lukumaara|lukumäärä|maara|määrä|potilaita|lapsia|kuolleita|antal|aantal|patienten|patiënten|pacientes|casos|recuento|anzahl)(_|$)|^count_star$|^(count|sum)_.*_?$/;
const measureNames =
  /(^|_)(age|ages|year|month|hour|day|week|date|los|length|height|weight|score|rate|ratio|pressure|temp|temperature|spo2|map|sbp|dbp|bpm|lactate|mean|avg|average|median|min|max|sd|std|level|dose|value|result|id|lat|lon|days|hours|minutes|mo|kg|cm|index|bin|decile|quartile|round|rank|epoch|fold|from|to)(_|$)/;
const keyNames =
  /^(id|pid|key|uid|uuid|guid|pseudonym|subject|patient|person|mrn|stay|hadm|encounter)$|(^|_)(person|patient|subject|visit|visit_occurrence|encounter|stay|admission|hadm|icustay|episode|case|record|sample|specimen|child|participant|study|potilas|henkilo|henkilö|paciente|patienten)_?(id|ids|no|nr|num|number|key|code|pseudonym|tunnus|tunniste|uid|source_value)$/;
const total =
  /^(?:total|totals|all|sum|overall|grand total|any|both|yhteensä|kaikki|totaal|alle|totalt|alla|todos|total general|gesamt|insgesamt|tutti|totale|ensemble|\(all\)|∑|Σ)$/i;
/** How hidden counts are written. */
const hidden = /^(?:<\s*\d+|\*+|…|\.\.|x|c|nd|n\/a|suppressed|hidden|1\s*[-–]\s*\d)$/i;
/** Codes of classifications have figures in them and name no person: ICD-10, ATC, LOINC, OMOP concepts. */
const classified = /^(?:[A-TV-Z]\d{2}(?:\.?\d{1,2})?|[A-Z]\d{2}[A-Z]{2}\d{2}|\d{3,5}-\d)$/i;

export const isCountName = (name: string): boolean => countNames.test(plainName(name));
export const isMeasureName = (name: string): boolean => measureNames.test(plainName(name));
export const isKeyName = (name: string): boolean => keyNames.test(plainName(name));
export const isTotal = (value: Value): boolean => typeof value === 'string' && total.test(value.trim());
export const isHidden = (value: Value): boolean =>
  value === undefined || (typeof value === 'string' && hidden.test(value.trim()));

/** Whole numbers from 0, some of which may be hidden. */
export function holdsCounts(column: LookedColumn): boolean {
  const seen = column.values.filter((value) => !isHidden(value));
  return seen.length > 0 && seen.every((value) => countOf(value) !== undefined);
}

/** A count as a number; undefined where it is hidden or none. */
export function countOf(value: Value): number | undefined {
  const figure =
    typeof value === 'number' ? value : typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : NaN;
  return Number.isInteger(figure) && figure >= 0 ? figure : undefined;
}

/** A table of counts: a row a group with its counts, or a cross table. */
export interface Counts {
  form: 'long' | 'wide';
  /** Columns that say which group it is. In a cross table the first one. */
  labels: readonly LookedColumn[];
  counts: readonly LookedColumn[];
}

/** How a table is laid out, or undefined where it holds no counts of groups. */
export function countsOf(table: LookedTable): Counts | undefined {
  if (table.rows === 0) return undefined;
  const cross = crossOf(table);
  if (cross) return cross;
  const counting = table.columns.filter((column) => isCounting(column) && isCountName(column.name));
  if (counting.length === 0) return undefined;
  const groups = table.columns.filter((column) => !counting.includes(column) && isGroup(column));
  const isOneEach = groups.length === 0 ? table.rows === 1 : distinctRows(groups, table.rows) === table.rows;
  return isOneEach ? { form: 'long', labels: groups, counts: counting } : undefined;
}

const isCounting = (column: LookedColumn): boolean =>
  column.kind !== 'date' && column.kind !== 'bool' && holdsCounts(column);

/** One label a row, and beside it nothing but counts, which a total ties together or which are named by groups. */
function crossOf(table: LookedTable): Counts | undefined {
  const [first, ...rest] = table.columns;
  if (!first || rest.length < 2 || table.rows > 400 || first.kind === 'date' || first.kind === 'number')
    return undefined;
  if (isKeyName(first.name) || new Set(first.values).size < table.rows) return undefined;
  if (!rest.every((column) => isCounting(column) && !isMeasureName(column.name))) return undefined;
  const isTied = rest.some((column) => isTotalColumn(column, rest));
  return isTied || !rest.every(({ name }) => isCountName(name))
    ? { form: 'wide', labels: [first], counts: rest }
    : undefined;
}

/** Whether a column is the sum of the others of a cross table, where nothing is hidden. */
export function isTotalColumn(column: LookedColumn, all: readonly LookedColumn[]): boolean {
  const others = all.filter((other) => other !== column);
  if (others.length < 2) return false;
  const named = isTotal(column.name.replaceAll('_', ' '));
  let seen = 0;
  for (let row = 0; row < column.values.length; row++) {
    const whole = countOf(column.values[row]);
    const parts = others.map((other) => countOf(other.values[row]));
    if (whole === undefined || parts.includes(undefined)) continue;
    seen++;
    if (parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) !== whole) return false;
  }
  return named || seen >= 2;
}

/** What may name a group: not a measured figure with a fraction. */
function isGroup(column: LookedColumn): boolean {
  return column.kind !== 'number' || present(column).every((value) => Number.isInteger(value));
}

export function distinctRows(columns: readonly LookedColumn[], rows: number): number {
  const seen = new Set<string>();
  for (let row = 0; row < rows; row++) seen.add(JSON.stringify(columns.map(({ values }) => values[row] ?? null)));
  return seen.size;
}

/** What single rows are: persons or stays, counts of groups, or figures of groups without their counts. */
export type Nature = { is: 'persons'; key?: string | undefined } | { is: 'counts'; counts: Counts } | { is: 'groups' };

export function natureOf(table: LookedTable): Nature {
  const key = table.columns.find((column) => isKeyName(column.name) && new Set(present(column)).size >= 2);
  if (key && table.individual !== false) return { is: 'persons', key: key.name };
  const coded = table.individual === false ? undefined : table.columns.find((column) => isCode(column, table.rows));
  if (coded) return { is: 'persons', key: coded.name };
  const counts = countsOf(table);
  if (counts) return { is: 'counts', counts };
  if (table.individual !== undefined) return table.individual ? { is: 'persons' } : { is: 'groups' };
  const groups = table.columns.filter(isGroup);
  if (groups.length === 0) return { is: table.rows >= 5 ? 'persons' : 'groups' };
  const distinct = distinctRows(groups, table.rows);
  if (distinct < table.rows && table.rows >= 3) return { is: 'persons' };
  // Groups fill most of the grid that their labels span; persons are scattered over it.
  const grid = groups.reduce((product, { values }) => product * new Set(values).size, 1);
  const scattered = groups.length >= 3 && table.rows >= 10 && table.rows < 0.2 * grid;
  return { is: scattered ? 'persons' : 'groups' };
}

/** A column of codes, a different one in each of many rows: somebody's key, whatever it is called. */
function isCode(column: LookedColumn, rows: number): boolean {
  if (rows < 10 || column.kind === 'bool' || column.kind === 'date') return false;
  const values = present(column);
  if (values.length < rows || new Set(values).size < rows) return false;
  if (column.kind === 'number') {
    if (!values.every((value) => Number.isInteger(value)) || isCountName(column.name) || isMeasureName(column.name))
      return false;
    // Hours, ages and the like run through; keys leave gaps.
    const sorted = (values as number[]).toSorted((a, b) => a - b);
    return (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) > 20 * rows;
  }
  const coded = (values as string[]).filter(
    (text) => /\d/.test(text) && !/\s/.test(text) && text.length >= 4 && !classified.test(text) && !range.test(text)
  );
  return coded.length >= 0.9 * rows;
}

/** `10-14`, `2024-03`, `<5`, `0.5`: labels of groups with figures. */
const range = /^[<>≤≥]?\s*[\d.,]+\s*(?:[-–+]\s*[\d.,]*)?(?:\s?\p{L}{1,8})?$|^\d{4}-(?:\d{2}|W\d{1,2}|Q\d)$/u;

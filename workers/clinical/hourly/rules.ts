import { nearNames } from '../../shared/near-names';
import { plausibleOf } from '../../shared/plausible';
import { conversion, isSameUnit, type Conversion } from '../scores';
import { HOURLY_VARIABLES, type Aggregate, type HourlyVariable } from './contract';
import { fail } from './errors';
import type { GridVariable, Rule } from './plan';
import type { MapEntry } from './variable-map';

/** How the unit of some rows was read. `unknown` and `missing`: they are not used. */
export type UnitReading = 'same' | 'converted' | 'mapped' | 'assumed' | 'unknown' | 'missing';

/** Rows of one code and unit. */
export interface CodeCount {
  code: string;
  unit: string | undefined;
  n: number;
  valueless: number;
  timeless: number;
}

export interface Choices {
  /** Left out: all that are known and found. */
  variables?: readonly string[];
  aggregate?: Readonly<Record<string, Aggregate>>;
  carry?: Readonly<Record<string, number>>;
  /** Rows that say no unit although others do. */
  unitless?: 'skip' | 'take';
}

/** Impossible beyond these, where the table of plausible ranges is silent: clinical reference §2 and the scores. */
const ranges: Readonly<Record<string, readonly [number, number]>> = { anc: [0, 500], alc: [0, 500], alt: [0, 100_000] };

/** Of a variable without limits of its own: beyond it, the sum of an hour's values could leave the numbers there are. */
const FURTHEST = 1e300;

const same: Conversion = { add: 0, multiply: 1, divide: 1 };

/** The variables of a grid, in the order of the list of known ones, then of the map. @throws `hourly-variable-unknown`, `hourly-carry` */
export function chooseVariables(
  entries: readonly MapEntry[],
  counts: readonly CodeCount[],
  choices: Choices
): GridVariable[] {
  const found = new Set(counts.map(({ code }) => code.toLowerCase()));
  const mapped = [...new Set(entries.map(({ variable }) => variable))];
  const present = new Set(entries.filter(({ code }) => found.has(code.toLowerCase())).map(({ variable }) => variable));
  const names = [...HOURLY_VARIABLES.map(({ name }) => name), ...mapped];
  const known = [...new Set(names)];
  for (const name of [...(choices.variables ?? []), ...Object.keys({ ...choices.aggregate, ...choices.carry })]) {
    if (known.includes(name)) continue;
    const near = nearNames(name, known).join(', ');
    throw fail('hourly-variable-unknown', { variable: name, near, known: known.join(', ') });
  }
  const chosen = choices.variables?.length
    ? [...new Set(choices.variables)]
    : known.filter((name) => present.has(name));
  return chosen.map((name) => variableOf(name, entries, counts, choices));
}

function variableOf(
  name: string,
  entries: readonly MapEntry[],
  counts: readonly CodeCount[],
  { aggregate, carry }: Choices
): GridVariable {
  const listed = HOURLY_VARIABLES.find((one) => one.name === name);
  const own = entries.filter(({ variable }) => variable === name);
  const unit = listed?.unit ?? own.find((one) => one.unit !== undefined)?.unit ?? commonUnit(own, counts);
  const plausible = plausibleOf(name, unit);
  const [low, high] = plausible ? [plausible.low, plausible.high] : (ranges[name] ?? [-FURTHEST, FURTHEST]);
  const carryHours = carry?.[name] ?? listed?.carryHours ?? 0;
  if (!(carryHours >= 0 && carryHours < Infinity)) throw fail('hourly-carry', { variable: name });
  return { name, label: listed?.label ?? name, unit, aggregate: aggregate?.[name] ?? 'last', carryHours, low, high };
}

/** Of a variable of one's own whose map says no unit: what most rows say. */
function commonUnit(entries: readonly MapEntry[], counts: readonly CodeCount[]): string {
  const codes = new Set(entries.map(({ code }) => code.toLowerCase()));
  return counts.find(({ code, unit }) => unit !== undefined && codes.has(code.toLowerCase()))?.unit ?? '';
}

export interface ReadCount extends CodeCount {
  /** Position among the variables. */
  variable: number;
  reading: UnitReading;
  /** The unit it was taken to be in. */
  from: string;
}

/** For every code and unit there is, how it becomes a variable, or why not. @throws `hourly-map-unit` */
export function rulesOf(
  variables: readonly GridVariable[],
  entries: readonly MapEntry[],
  counts: readonly CodeCount[],
  options: { hasUnits: boolean; unitless: 'skip' | 'take'; mapTable: string; declared?: ReadonlyMap<string, string> }
): { rules: Rule[]; read: ReadCount[] } {
  const entryOf = new Map(entries.map((entry) => [entry.code.toLowerCase(), entry]));
  const rules: Rule[] = [];
  const read: ReadCount[] = [];
  for (const count of counts) {
    const entry = entryOf.get(count.code.toLowerCase());
    const variable = variables.findIndex(({ name }) => name === entry?.variable);
    if (!entry || variable < 0) continue;
    const target = variables[variable] as GridVariable;
    const declared = options.declared?.get(count.code);
    const one = readUnit(entry, count.unit ?? declared, target, options);
    read.push({ ...count, variable, reading: one.reading, from: one.from });
    if (!one.conversion) continue;
    const { add, multiply, divide } = one.conversion;
    rules.push({ code: count.code, unit: count.unit ?? null, variable, add, multiply, divide });
  }
  return { rules, read };
}

function readUnit(
  { unit: ofMap, factor }: MapEntry,
  unit: string | undefined,
  target: GridVariable,
  { hasUnits, unitless, mapTable }: { hasUnits: boolean; unitless: 'skip' | 'take'; mapTable: string }
): { reading: UnitReading; from: string; conversion?: Conversion } {
  const listed = HOURLY_VARIABLES.find(({ name }) => name === target.name);
  const to = target.unit;
  if (ofMap !== undefined && !convert(listed, ofMap, to)) {
    throw fail('hourly-map-unit', { table: mapTable, variable: target.name, unit: ofMap, wanted: to });
  }
  const declared = ofMap ?? to;
  const ofDeclared = convert(listed, declared, to) ?? same;
  if (factor !== undefined) {
    const { add, multiply, divide } = ofDeclared;
    // v·f + a = (v + a/f)·f
    const conversion = { add: add / factor, multiply: multiply * factor, divide };
    return { reading: 'mapped', from: declared, conversion };
  }
  if (unit !== undefined) {
    const conversion = convert(listed, unit, to);
    if (!conversion) return { reading: 'unknown', from: unit };
    return { reading: isNothing(conversion) ? 'same' : 'converted', from: unit, conversion };
  }
  if (ofMap !== undefined) return { reading: 'mapped', from: ofMap, conversion: ofDeclared };
  // Points and ratios have no unit that could be missing.
  if (listed?.quantity === 'points' || listed?.quantity === 'ratio' || to === '') {
    return { reading: 'same', from: to, conversion: same };
  }
  if (!hasUnits || unitless === 'take') return { reading: 'assumed', from: to, conversion: same };
  return { reading: 'missing', from: '' };
}

function convert(listed: HourlyVariable | undefined, from: string, to: string): Conversion | undefined {
  const known = listed?.quantity && conversion(listed.quantity, from, to);
  return known ?? (isSameUnit(from, to) ? same : undefined);
}

function isNothing({ add, multiply, divide }: Conversion): boolean {
  return add === 0 && multiply === divide;
}

import { formatShare } from '$lib/messages/figures';
import { spoken } from '$lib/messages/language.svelte';
import { inLanguage } from '$lib/messages/separators';
import { statisticsWords as words } from '$lib/messages/statistics';
import { statisticsRemark, remarkGrade } from '$lib/messages/statistics-remarks';
import { formatP } from '$workers/shared/number-format';
import type { Values } from '$workers/shared/errors';
import type { Analysis, Fact, Measure, Said } from '$workers/statistics';
import { formatCount, formatNumber } from '$lib/messages/figures';
import { said, type FieldTable } from '../task';
import { isFew } from './few';
import { readName } from './names';
import { writtenAs } from './numbers';
import type { StatisticsSpec } from './spec';

/** A sentence of a result, in the language of the page: its figures are written here, so that those of one measure are alike. */
export function sentenceOf({ code, values }: Said): string {
  const say = words.says[code as keyof typeof words.says];
  const measure = (values.measure ?? 'coefficient') as Measure;
  // A sentence of two groups has two of each.
  const figures = Object.keys(values).filter((key) => /^(?:estimate|lower|upper)\d?$/.test(key));
  const texts = writtenAs(
    measure,
    figures.map((key) => values[key] as number)
  );
  const written = Object.entries(values).map(([key, value]) => {
    const at = figures.indexOf(key);
    if (at >= 0) return [key, texts[at]];
    if (key === 'measure') return [key, words.measures[measure]];
    if (key === 'of' && values.named === 'code') return [key, readName({ name: String(value), named: 'code' })];
    if (typeof value === 'string') return [key, key === 'of' && value === '' && code === 'estimate' ? words.everybody.toLowerCase() : value]; // prettier-ignore
    if (key === 'p') return [key, pText(value)];
    return [key, isShare(key) ? formatShare(value) : formatNumber(value, 3)];
  });
  return say(Object.fromEntries(written) as Values);
}

/** Told in per cent. */
const isShare = (key: string) => /^(level|share.*|sensitivity|specificity)$|Share$/.test(key);

/** `p = 0.012`, `p < 0.001` */
function pText(p: number): string {
  const text = inLanguage(formatP(p), spoken.language);
  return /^[<>]/.test(text) ? `p ${text}` : `p = ${text}`;
}

/** Headline, and what follows it: the other sentences and who was counted. */
export function textsOf(
  { says, counted, n, nDropped }: Analysis,
  { title, hides = false }: { title?: string | undefined; hides?: boolean } = {}
): { first: string; rest: string } {
  const sentences = says.filter(({ few }) => !few || !hides).map(sentenceOf);
  const sample = sampleText(counted, n, nDropped);
  const [first = sample, ...others] = title === undefined ? sentences : [title, ...sentences];
  return { first, rest: [...others, ...(first === sample ? [] : [sample])].join(' ').trim() };
}

/** "412 rows; 8 left out because a value is missing." */
function sampleText(of: Analysis['counted'], n: number, dropped: number): string {
  if (of === 'none') return '';
  const things = words.counts[of](n);
  return dropped === 0 ? words.sampleWhole(things) : words.sample(things, dropped);
}

export interface TestRow {
  name: string;
  statistic: string;
  df: string;
  p: string;
  /** p adjusted for the number of tests, empty where it stands alone. */
  adjusted: string;
}

export function testRows({ tests }: Analysis): TestRow[] {
  return tests.map(({ code, of, statistic, df, p, adjusted }) => {
    const name = words.tests[code as keyof typeof words.tests];
    return {
      name: of === undefined ? name : `${name}: ${of}`,
      statistic: statistic === undefined ? '' : `${statistic.name} = ${formatNumber(statistic.value)}`,
      df: words.dfs(df.map((one) => formatNumber(one))),
      p: inLanguage(formatP(p), spoken.language),
      adjusted: adjusted === undefined ? '' : inLanguage(formatP(adjusted), spoken.language)
    };
  });
}

const written: Readonly<Record<Fact['as'], (value: number) => string>> = {
  count: formatCount,
  number: (value) => formatNumber(value),
  share: formatShare
};

export function factsOf({ facts, counted }: Analysis, { hides = false } = {}): [string, string][] {
  return facts.map(({ code, value, as }) => [
    words.facts[code as keyof typeof words.facts],
    hides && counted !== 'none' && ofPersons.has(code) && isFew(value) ? words.few : written[as](value)
  ]);
}

/** Counts of persons, of which an audience is not told how few they are. */
const ofPersons = new Set(['called', 'censored', 'competing-events', 'discordant', 'events', 'matched-controls', 'matched-treated', 'persons', 'unmatched', 'with-outcome']); // prettier-ignore
/** The same within remarks, by their keys. */
const personKeys = new Set(['control', 'events', 'least', 'matched', 'n', 'pairs', 'persons', 'rows', 'treated', 'zeros']); // prettier-ignore

/** What the reader is to be told: warnings first, then what was checked, then what was assumed. */
export function remarksOf({ remarks, counted }: Analysis, { hides = false } = {}): { texts: string[]; grave: boolean } {
  const order = { warn: 0, check: 1, note: 2 } as const;
  const told = hides && counted !== 'none' ? remarks.map(withoutFew) : remarks;
  const sorted = [...told].sort((a, b) => order[remarkGrade(a)] - order[remarkGrade(b)]);
  return { texts: [...new Set(sorted.map(statisticsRemark))], grave: sorted[0] !== undefined && remarkGrade(sorted[0]) === 'warn' }; // prettier-ignore
}

function withoutFew<Of extends Analysis['remarks'][number]>(remark: Of): Of {
  const values = Object.entries(remark.values).map(([key, value]) => [key, personKeys.has(key) && typeof value === 'number' && isFew(value) ? words.few : value]); // prettier-ignore
  return { ...remark, values: Object.fromEntries(values) as Of['values'] };
}

/** Method, settings and source: "Cox regression (Efron ties). Settings: …; … Source: …" */
export function howOf({ name, source, question }: Analysis, { form, request }: StatisticsSpec): string[] {
  // Of predictions persons are drawn only where they have to be: then it stands among the facts.
  const isToldThere = (key: string) => question === 'predict' && (key === 'resamples' || key === 'seed');
  const settings = Object.entries(request).flatMap(([key, value]) => {
    const field = form.fields[key];
    // Columns are told by the sentences, but for the rare ones; a default needs no word.
    if (!field || (isColumn(field) && !field.more) || isDefault(field, value) || isToldThere(key)) return [];
    return [`${said(field.label)}: ${settingText(value, field)}`];
  });
  return [words.methodIs(name), ...(settings.length > 0 ? [words.settingsAre(settings)] : []), words.sourceIs(source)];
}

type AnyField = StatisticsSpec['form']['fields'][string];

const isColumn = (field: NonNullable<AnyField>): boolean =>
  field.type === 'column' || (field.type === 'list' && field.item.type === 'column');
const isDefault = (field: NonNullable<AnyField>, value: unknown): boolean =>
  'default' in field && field.default === value && field.type !== 'number';

function settingText(value: unknown, field: AnyField | undefined): string {
  if (Array.isArray(value)) return value.map((one) => settingText(one, field?.type === 'list' ? field.item : undefined)).join('; '); // prettier-ignore
  if (value instanceof Map) return [...value].map(([key, one]) => `${String(key)} ${String(one)}`).join(', ');
  if (typeof value === 'number') return formatNumber(value);
  if (value === true) return words.yes;
  if (field?.type === 'record') return recordText(value as Readonly<Record<string, unknown>>, field.fields);
  if (field?.type === 'choice') return field.words?.[value as string] ?? String(value);
  return String(value);
}

/** "Data sets 20, seed 1", of what is written. */
function recordText(record: Readonly<Record<string, unknown>>, fields: FieldTable): string {
  const parts = Object.entries(record).filter(([, value]) => value !== undefined);
  return parts.map(([key, value]) => `${said(fields[key]?.label ?? key)} ${settingText(value, fields[key] as AnyField)}`).join(', '); // prettier-ignore
}

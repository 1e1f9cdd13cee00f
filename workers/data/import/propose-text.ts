import type { Duck, StatementOptions } from '../duck';
import type { CsvOptions, ImportColumn, ImportType, ProposedColumn, Question, Remark, WantedPlan } from './contract';
import type { OmopTable } from './omop/recognise';
import type { Staged, StagedColumn } from './source';
import { decide, probesOf, type Decision, type Probes } from './types/decide';
import { impressions, type Impression } from './types/families';
import { probe, type Answer, type Probe } from './types/probe';
import { remark } from './remarks';
import { countTokens } from './types/tokens';
import { questionsOf, type Open } from './questions';
import { countText } from './types/words';

type Wanted = NonNullable<WantedPlan['columns']>[number];
type Marks = Pick<CsvOptions, 'decimal' | 'thousands' | 'dateOrder'>;

export interface ProposedTypes {
  columns: ImportColumn[];
  proposed: ProposedColumn[];
  questions: Question[];
  warnings: Remark[];
}

const SAMPLE_ROWS = 2000;

/** Types of all columns, decided on every row of the file: a sample only says what to ask. */
export async function proposeTypes(
  duck: Duck,
  staged: Staged,
  given: {
    file: string;
    marks: Marks;
    marksAmbiguous: boolean;
    orderKnown: boolean;
    wanted: readonly Wanted[];
    omop: OmopTable | undefined;
    /** Columns that have been looked at so far. */
    asked?: (columns: number) => void;
  },
  options: StatementOptions
): Promise<ProposedTypes> {
  if (staged.columns.length === 0) return { columns: [], proposed: [], questions: [], warnings: [] };
  const keys = staged.columns.map(({ key }) => key).join(', ');
  const sample = await duck.query(`SELECT ${keys} FROM ${staged.from} LIMIT ${SAMPLE_ROWS}`, [], options);
  const looks = impressions(sample, staged.columns);
  const wanted = staged.columns.map((column) => wantedFor(column, given.wanted));
  const order = given.orderKnown ? given.marks.dateOrder : undefined;
  const asks = staged.columns.map((column, at): Probes => {
    const fixed = wanted[at]?.type ?? given.omop?.types.get(column.name.toLowerCase());
    const columnOrder = wanted[at]?.dateOrder ?? order;
    const guess = fixed === 'text' ? nothing : textProbes(column, probesOf(looks[at]!, columnOrder));
    if (fixed === undefined || fixed === 'text') return guess;
    const first: Probe[] = [{ type: fixed, dateOrder: columnOrder ?? 'ymd' }];
    return {
      first,
      rest: wanted[at]?.type ? [] : [...guess.first, ...guess.rest].filter(({ type }) => type !== fixed)
    };
  });
  const ask = (columns: readonly number[], chosen: (at: number) => readonly Probe[]) =>
    probe(
      duck,
      staged,
      columns.map((at) => ({
        key: staged.columns[at]!.key,
        probes: chosen(at),
        missing: wanted[at]?.missing,
        reading: {
          decimal: given.marks.decimal,
          thousands: given.marks.thousands,
          // Whether they are dates can be asked before it is known of which hundred.
          yearsFrom: wanted[at]?.yearsFrom ?? (looks[at]!.family === 'short-year' ? 2000 : undefined)
        }
      })),
      { ...options, file: given.file, ...(given.asked && { asked: given.asked }) }
    );
  const every = staged.columns.map((_, at) => at);
  const answers = await ask(every, (at) => asks[at]!.first);
  const probes = asks.map(({ first }) => first);
  // A second look only at columns that are not what their first rows looked like.
  const unsettled = every.filter((at) => asks[at]!.rest.length > 0 && !settled(answers[at]!));
  if (unsettled.length > 0) {
    const more = await ask(unsettled, (at) => [...asks[at]!.first, ...asks[at]!.rest]);
    unsettled.forEach((at, nth) => {
      answers[at] = more[nth]!;
      probes[at] = [...asks[at]!.first, ...asks[at]!.rest];
    });
  }
  const decisions = staged.columns.map((column, at): Decision => {
    const asked = probes[at]!;
    const answer = answers[at]!;
    const fixed = wanted[at]?.type;
    if (fixed !== undefined) return fixedDecision(fixed, asked, answer, staged.rows, wanted[at]!);
    const defined = given.omop?.types.get(column.name.toLowerCase());
    if (defined !== undefined) {
      const found = definedDecision(defined, given.omop!, asked, answer, staged.rows);
      if (found) return found;
    }
    return decide(column, looks[at]!, asked, answer, { rows: staged.rows, yearsFrom: wanted[at]?.yearsFrom });
  });
  const types = assemble(staged, decisions, looks, wanted, given);
  const counts = await countTokens(duck, staged, types.columns, options);
  return { ...types, proposed: types.proposed.map((one, at) => (counts[at] ? { ...one, tokens: counts[at] } : one)) };
}

const nothing: Probes = { first: [], rest: [] };

function settled({ filled, blank, fits }: Answer): boolean {
  return fits.includes(filled - blank);
}

/** A JSON string stays text even where it is made of digits; it may be a date. */
function textProbes(column: StagedColumn, { first, rest }: Probes): Probes {
  if (!column.datesOnly) return { first, rest };
  const dates = (probes: readonly Probe[]) =>
    probes.filter(({ type }) => type === 'date' || type === 'timestamp' || type === 'time');
  return { first: dates(first), rest: dates(rest) };
}

function wantedFor(column: StagedColumn, wanted: readonly Wanted[]): Wanted | undefined {
  return (
    wanted.find((one) => (one.from ?? one.name) === column.name) ??
    wanted.find((one) => (one.from ?? one.name).toLowerCase() === column.name.toLowerCase())
  );
}

function fixedDecision(
  type: ImportType,
  asked: readonly Probe[],
  answer: Answer,
  rows: number,
  wanted: Wanted
): Decision {
  const present = answer.filled - (type === 'text' ? 0 : answer.blank);
  const fits = type === 'text' ? present : (answer.fits[0] ?? 0);
  const missing = wanted.missing ?? (type === 'text' ? [] : answer.tokens);
  return {
    column: {
      type,
      ...(missing.length > 0 && { missing }),
      ...(wanted.dateOrder !== undefined && { dateOrder: wanted.dateOrder }),
      ...(wanted.yearsFrom !== undefined && { yearsFrom: wanted.yearsFrom })
    },
    proposed: {
      reason: remark('type-chosen', { fits: countText(fits), present: countText(present), type }),
      present,
      missing: rows - present,
      misfits: asked.length > 0 ? present - fits : 0,
      alternatives: type === 'text' ? [] : ['text']
    },
    ambiguous: false
  };
}

/** As the definition has it, if every value fits; a datetime of which only the day was kept fits too. */
function definedDecision(
  type: ImportType,
  omop: OmopTable,
  asked: readonly Probe[],
  answer: Answer,
  rows: number
): Decision | undefined {
  const present = answer.filled - (type === 'text' ? 0 : answer.blank);
  if (type !== 'text' && answer.fits[0] !== present) return undefined;
  const column = { type, ...(type !== 'text' && answer.tokens.length > 0 && { missing: answer.tokens }) };
  const alternatives = [...new Set(asked.filter((_, at) => answer.fits[at] === present).map((one) => one.type))];
  return {
    column,
    proposed: {
      reason: remark('type-omop', { version: omop.version, type }),
      present,
      missing: rows - present,
      misfits: 0,
      alternatives: [...alternatives.filter((one) => one !== type), ...(type === 'text' ? [] : (['text'] as const))]
    },
    ambiguous: false
  };
}

function assemble(
  staged: Staged,
  decisions: readonly Decision[],
  looks: readonly Impression[],
  wanted: readonly (Wanted | undefined)[],
  given: { file: string; marks: Marks; marksAmbiguous: boolean; omop: OmopTable | undefined }
): ProposedTypes {
  const warnings: Remark[] = [];
  const columns: ImportColumn[] = [];
  const proposed: ProposedColumn[] = [];
  const open: Open = { dates: [], decimals: [], centuries: [] };
  staged.columns.forEach((staging, at) => {
    const decision = decisions[at]!;
    const own = wanted[at];
    const name = own?.name ?? (given.omop ? staging.name.toLowerCase() : staging.name);
    const unit = own?.unit ?? staging.unit;
    columns.push({
      name,
      ...decision.column,
      ...(unit !== undefined && { unit }),
      ...(own?.label !== undefined && { label: own.label }),
      ...(name !== staging.name && { from: staging.name })
    });
    proposed.push({ name, ...decision.proposed });
    const place = { file: given.file, column: at + 1 };
    if (decision.ambiguous) open.dates.push(name);
    if (decision.shortYears) open.centuries.push(name);
    if (decision.ambiguous || decision.shortYears) return;
    if (given.marksAmbiguous && looks[at]!.commaThree && decision.column.type === 'text') open.decimals.push(name);
    else if (decision.spoiled) warnings.push(spoiledWarning(name, decision.spoiled, place));
    if (decision.column.missing && own?.missing === undefined) {
      const tokens = decision.column.missing.map((token) => `"${token}"`).join(', ');
      warnings.push(remark('missing-read', { column: name, tokens }, place));
    }
    if (looks[at]!.zoned && decision.column.type === 'timestamp') {
      warnings.push(remark('zone-to-utc', { column: name }, place));
    }
  });
  return { columns, proposed, questions: questionsOf(open), warnings };
}

function spoiledWarning(
  name: string,
  { type, count }: { type: ImportType; count: number },
  place: Remark['place']
): Remark {
  return remark('column-spoiled', { column: name, count: countText(count), type }, place);
}

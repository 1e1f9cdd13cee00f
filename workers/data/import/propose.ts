import type { JobOptions } from '../../shared/job';
import type { Duck } from '../duck';
import type { ImportColumn, ImportPlan, Proposal, ProposedColumn, Question, Remark, WantedPlan } from './contract';
import type { Content } from './files/locate';
import { fingerprintOf } from './files/fingerprint';
import { tableName } from './files/names';
import { omopTable, omopWarnings, type OmopTable } from './omop/recognise';
import type { Opened } from './opened';
import { findMisfits, nothingWrong, placesOf, truthOf } from './misfits';
import { proposeTypes } from './propose-text';
import { select, selectSql } from './select';
import type { Staged } from './source';
import { remark } from './remarks';

const PREVIEW = 50;
const WIDE = 150;

/** What a table would be, from a file that is open. Types of text are decided on all its rows. */
export async function propose(
  duck: Duck,
  opened: Opened,
  content: Content,
  wanted: WantedPlan,
  options: JobOptions
): Promise<Proposal> {
  const { staged, csv } = opened;
  const names = staged.columns.map(({ name }) => name);
  const omop =
    opened.inner === undefined || opened.format === 'duckdb'
      ? omopTable(opened.inner ?? content.path, names)
      : undefined;
  options.progress?.({ step: 'import-deciding', of: content.path });
  const types = await typesOf(duck, opened, content, { wanted, omop }, options);
  const plan: ImportPlan = {
    name:
      wanted.name ?? omop?.table ?? tableName(opened.format === 'duckdb' && opened.inner ? opened.inner : content.path),
    file: wanted.file,
    format: opened.format,
    ...(opened.inner !== undefined && { inner: opened.inner }),
    ...(csv && { csv: { ...csv, dateOrder: wanted.csv?.dateOrder ?? 'ymd' } }),
    ...(opened.header !== undefined && { header: opened.header }),
    ...(opened.range !== undefined && { range: opened.range }),
    ...(opened.fillMerged && { fillMerged: true }),
    columns: types.columns,
    misfits: wanted.misfits ?? 'stop',
    rows: staged.rows + (staged.wrong?.count ?? 0),
    fingerprint: await fingerprintOf(content.blob, content.modified)
  };
  const signal = options.signal ? { signal: options.signal } : {};
  const selected = select(plan, staged);
  const preview = await duck.query(`${selectSql(selected, staged)} LIMIT ${PREVIEW}`, [], signal);
  const clean = types.proposed.every(({ misfits }) => misfits === 0);
  const report = clean
    ? nothingWrong(staged)
    : await findMisfits(duck, staged, selected, { file: wanted.file, values: true }, signal);
  const places = placesOf(report, staged);
  return {
    plan,
    preview: { ...preview, columns: preview.columns.map((column, at) => ({ ...column, ...notes(plan.columns[at]!) })) },
    raw: staged.raw,
    columns: types.proposed,
    questions: types.questions,
    warnings: [...staged.warnings, ...types.warnings, ...(omop ? omopWarnings(omop, names, wanted.file) : [])],
    misfits: places,
    truth: truthOf(staged, content.blob.size, plan.misfits === 'set-aside' ? places.rows : 0),
    ...(opened.sheet && { sheet: opened.sheet }),
    bytes: content.blob.size,
    rows: staged.rows + places.records.count,
    ...(omop && { omop: { version: omop.version, table: omop.table } })
  };
}

interface Types {
  columns: ImportColumn[];
  proposed: ProposedColumn[];
  questions: Question[];
  warnings: Remark[];
}

async function typesOf(
  duck: Duck,
  { staged, csv, marksAmbiguous }: Opened,
  { path }: Content,
  { wanted, omop }: { wanted: WantedPlan; omop: OmopTable | undefined },
  { signal, progress }: JobOptions
): Promise<Types> {
  const open: Staged = { ...staged, columns: staged.columns.filter(({ kind }) => kind === 'open') };
  const total = open.columns.length;
  // A few columns are one question to the file; of many one sees how far it is.
  const asked = (done: number) =>
    total > WIDE && progress?.({ step: 'import-deciding', of: path, done, total, unit: 'columns' });
  const found = await proposeTypes(
    duck,
    open,
    {
      file: path,
      marks: csv ?? { decimal: '.', thousands: '', dateOrder: 'ymd' },
      marksAmbiguous,
      orderKnown: wanted.csv?.dateOrder !== undefined,
      wanted: wanted.columns ?? [],
      omop,
      asked
    },
    signal ? { signal } : {}
  );
  const types: Types = { ...found, columns: [], proposed: [] };
  let next = 0;
  for (const column of staged.columns) {
    if (column.kind === 'open') {
      types.columns.push(found.columns[next]!);
      types.proposed.push(found.proposed[next]!);
      next++;
      continue;
    }
    const own = wanted.columns?.find((one) => (one.from ?? one.name).toLowerCase() === column.name.toLowerCase());
    const given = column.type ?? 'text';
    const defined = omop?.types.get(column.name.toLowerCase());
    // Tools that know no missing whole number write ids as doubles.
    const isId = defined === 'bigint' && (given === 'integer' || given === 'number');
    const type = own?.type ?? (isId ? 'bigint' : given);
    const name = own?.name ?? (omop ? column.name.toLowerCase() : column.name);
    const unit = own?.unit ?? column.unit;
    types.columns.push({
      name,
      type,
      ...(unit !== undefined && { unit }),
      ...(own?.label !== undefined && { label: own.label }),
      ...(name !== column.name && { from: column.name })
    });
    const reason = remark(own?.type ? 'type-file-chosen' : 'type-file', { type: given });
    types.proposed.push({ name, reason, misfits: 0, alternatives: type === 'text' ? [] : ['text'] });
  }
  return types;
}

function notes({ unit, label }: ImportColumn): { unit?: string; label?: string } {
  return { ...(unit !== undefined && { unit }), ...(label !== undefined && { label }) };
}

import { AppError } from '../../shared/errors';
import type { JobOptions } from '../../shared/job';
import type { SourceFile } from '../contract';
import { DuckError, type Duck } from '../duck';
import { fail as failEngine } from '../errors';
import { explain } from '../explain';
import type { Relations } from '../relations';
import type { ImportPlan, ImportResult, Imports, Proposal, WantedPlan } from './contract';
import { fail } from './errors';
import { compareFingerprints, fingerprintOf } from './files/fingerprint';
import { Locator, type Content } from './files/locate';
import { fileName } from './files/names';
import { inspect } from './inspect';
import { findMisfits, nothingWrong, placesOf, truthOf, type MisfitReport } from './misfits';
import { open } from './opened';
import { propose } from './propose';
import { select } from './select';
import type { Staged } from './source';
import { store } from './store';

export interface ImportSettings {
  /** Text files from this size on are read in place instead of into a table. Default 256 MB. */
  inPlaceFrom?: number;
}

/** Bringing files in, over an open engine: `relations` is its list, which new tables are added to. */
export function createImports(duck: Duck, relations: Relations, settings: ImportSettings = {}): Imports {
  const locator = new Locator();
  const held = new Map<string, Staged>();
  /** Plans that every value was seen to fit, with the version of the file. */
  const fitting = new Set<string>();
  let nonce = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** One import after the other: each may fill the memory that the next one needs. */
  const alone = <T>(file: string, options: JobOptions, work: () => Promise<T>): Promise<T> => {
    const mine = last.then(async () => {
      try {
        options.signal?.throwIfAborted();
        return await work();
      } catch (error) {
        throw readable(error, file, options);
      }
    });
    last = mine.catch(() => undefined);
    return mine;
  };
  /** Without an ending, which DuckDB would take for a kind of compression. */
  const handleOf = (path: string) => `${++nonce}-${fileName(path).replace(/\W/g, '_')}`;
  const base = (options: JobOptions) => ({
    duck,
    options,
    ...(settings.inPlaceFrom !== undefined && { inPlaceFrom: settings.inPlaceFrom })
  });

  const forget = async (name: string): Promise<void> => {
    const older = held.get(name.toLowerCase());
    held.delete(name.toLowerCase());
    await older?.release();
  };

  const read = async (plan: ImportPlan, content: Content, options: JobOptions): Promise<ImportResult> => {
    const fingerprint = await fingerprintOf(content.blob, content.modified);
    if (plan.fingerprint) compareFingerprints(plan.file, plan.fingerprint, fingerprint);
    const opened = await open({ ...base(options), content, wanted: plan, handle: handleOf(plan.file), preview: false });
    const { staged } = opened;
    let kept = false;
    try {
      let current = plan;
      let selected = select(current, staged);
      const signal = options.signal ? { signal: options.signal } : {};
      const known = fitting.has(keyOf(plan, content));
      options.progress?.({ step: 'import-checking', of: plan.name });
      const report = known
        ? nothingWrong(staged)
        : await findMisfits(duck, staged, selected, { file: plan.file }, signal);
      checkRows(plan, staged, report);
      if (report.count > 0 && plan.misfits === 'stop') throw misfitsError(plan, report);
      if (report.count > 0 && plan.misfits === 'text') {
        current = asText(plan, report);
        selected = select(current, staged);
      }
      options.progress?.({ step: 'import-loading', of: plan.name, total: staged.rows, unit: 'rows' });
      const stored = await store(duck, relations, { plan: current, staged, selected, report, nonce: ++nonce }, signal);
      await forget(plan.name);
      if (staged.inPlace) {
        held.set(plan.name.toLowerCase(), staged);
        kept = true;
      }
      return {
        ...stored,
        rows: stored.relation.rows ?? 0,
        misfits: placesOf(report, staged),
        truth: truthOf(staged, content.blob.size, stored.setAside?.rows ?? 0),
        warnings: staged.warnings,
        fingerprint
      };
    } finally {
      if (!kept) await staged.release();
    }
  };

  return {
    inspect: (files, options = {}) =>
      alone(files[0]?.path ?? '', options, () => inspect(files, { locator, duck, handleOf }, options)),
    propose: (wanted: WantedPlan, sources: readonly SourceFile[], options: JobOptions = {}): Promise<Proposal> =>
      alone(wanted.file, options, async () => {
        const content = await locator.locate(wanted.file, sources, options);
        const found = await open({ ...base(options), content, wanted, handle: handleOf(wanted.file), preview: true });
        try {
          const proposal = await propose(duck, found, content, wanted, options);
          if (proposal.columns.every(({ misfits }) => misfits === 0)) fitting.add(keyOf(proposal.plan, content));
          return proposal;
        } finally {
          await found.staged.release();
        }
      }),
    read: (plan, sources, options = {}) =>
      alone(plan.file, options, async () => {
        const content = await locator.locate(plan.file, sources, options);
        return read(plan, content, options);
      }),
    forget: async (names) => {
      for (const name of names) await forget(name);
    }
  };
}

function keyOf({ columns, format, inner, csv, header, range, fillMerged }: ImportPlan, { version }: Content): string {
  const read = columns.map((column) => [
    column.from ?? column.name,
    column.type,
    column.missing,
    column.dateOrder,
    column.yearsFrom
  ]);
  return JSON.stringify([version, format, inner, csv, header, range, fillMerged, read]);
}

function checkRows({ file }: ImportPlan, staged: Staged, report: MisfitReport): void {
  if (report.rows === staged.rows) return;
  throw fail('count-differs', { file, records: staged.rows, rows: report.rows }, { place: { file } });
}

function misfitsError(plan: ImportPlan, report: MisfitReport): AppError {
  const at = report.first[0];
  const places = report.first.map((one) => `${one.file}, line ${one.line}, ${one.columnName}: no ${one.expected}`);
  return fail(
    'import-misfits',
    { count: report.count, line: at?.line, column: at?.columnName },
    { place: { file: plan.file, ...(at && { line: at.line, column: at.column }) }, details: places.join('\n') }
  );
}

function asText(plan: ImportPlan, report: MisfitReport): ImportPlan {
  const columns = plan.columns.map((column, at) => (report.counts[at] ? { ...column, type: 'text' as const } : column));
  return { ...plan, columns };
}

/** What went wrong in words of this room where the file is the cause. */
function readable(error: unknown, file: string, { signal }: JobOptions): unknown {
  if (error instanceof AppError) return error;
  if (signal?.aborted) return failEngine('stopped', {}, { cause: error });
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotReadableError' || name === 'NotFoundError') {
    return fail('file-unreadable', { file }, { place: { file }, cause: error });
  }
  if (error instanceof DuckError && /CSV Error|csv/i.test(error.message) && error.kind === 'Invalid Input') {
    return fail('csv-engine-disagrees', { file }, { place: { file }, details: error.message, cause: error });
  }
  return explain(error);
}

import { breathe } from '../../shared/breathe';
import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';
import { fail as failClinical } from '../errors';
import type { Check, Line, Part } from './check';
import type { QualityOptions, QualityReport, QualityResult, QualitySource } from './contract';
import { numberAt, type Extract, type Lack } from './extract';
import { checkOptions } from './options';
import { prepare } from './prepare';

/**
 * Runs the data-quality checks over the OMOP tables of an engine: one SELECT a check, nothing is changed.
 *
 * A table or column that is not there makes its lines "not applicable", with the reason. Column and table names match
 * without regard to case; dates and numbers that stand there as text are read as what they are meant to be.
 *
 * @throws `quality-…` for options out of range; `stopped`; what `source.query` throws
 * @see Kahn et al. 2016, eGEMs 4(1):1244 (conformance, completeness, plausibility); OHDSI DataQualityDashboard
 */
export async function qualityOf(source: QualitySource, options: QualityOptions = {}): Promise<QualityReport> {
  const checked = checkOptions(options);
  const { signal, progress } = options;
  const goOn = async () => {
    await breathe();
    if (signal?.aborted) throw failClinical('stopped');
  };
  await goOn();
  const extract = await stoppable(prepare(source, checked, signal), signal);
  const results: QualityResult[] = [];
  for (const [at, check] of checked.chosen.entries()) {
    progress?.({ step: 'quality-check', done: at, total: checked.chosen.length, of: check.name });
    await goOn();
    results.push(
      ...(await stoppable(
        resultsOf(check, { source, extract, threshold: checked.thresholds.get(check.number), signal }),
        signal
      ))
    );
  }
  progress?.({ step: 'quality-check', done: checked.chosen.length, total: checked.chosen.length });
  return reportOf(results);
}

/** An engine's own word for a query that was stopped becomes ours. */
async function stoppable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw signal?.aborted ? failClinical('stopped') : error;
  }
}

interface Running {
  source: QualitySource;
  extract: Extract;
  threshold: number | undefined;
  signal: JobOptions['signal'];
}

/** A part that is counted. */
type Counted = Exclude<Part, { lacks: Lack }>;

async function resultsOf(check: Check, { source, extract, threshold, signal }: Running): Promise<QualityResult[]> {
  const lacks = extract.lacking(check.needs);
  const parts = lacks ? [{ lacks }] : check.parts(extract);
  const counted = parts.filter((part): part is Counted => 'sql' in part && part.lines.length > 0);
  const absent = parts.flatMap((part) =>
    'lacks' in part ? [notApplicable(check, part.lacks, part.detail, threshold)] : []
  );
  if (counted.length === 0) return absent;
  const table = await source.query(together(counted), [], signal && { signal });
  return [...absent, ...readResults(check, counted, table, threshold)];
}

/** One SELECT of all parts: `(part, line, checked, failing, measure0, measure1)`. */
function together(parts: readonly Counted[]): string {
  return parts
    .map(({ sql, measures = [] }, part) => {
      const measure = (at: number) => `CAST(${at < measures.length ? `measure${at}` : 'NULL'} AS DOUBLE)`;
      return `SELECT ${part} AS part, CAST(line AS INTEGER) AS line, CAST(checked AS BIGINT) AS checked, CAST(failing AS BIGINT) AS failing,
  ${measure(0)} AS measure0, ${measure(1)} AS measure1 FROM (${sql})`;
    })
    .join('\nUNION ALL\n');
}

interface Counts {
  checked: number;
  failing: number;
  measures: readonly (number | undefined)[];
}

function readResults(
  check: Check,
  parts: readonly Counted[],
  table: Table,
  given: number | undefined
): QualityResult[] {
  const counts = new Map<string, Counts>();
  for (let row = 0; row < table.rows; row++) {
    const [part, line, checked, failing, ...measures] = [0, 1, 2, 3, 4, 5].map((at) => numberAt(table, at, row));
    counts.set(`${part} ${line}`, { checked: checked ?? 0, failing: failing ?? 0, measures });
  }
  return parts.flatMap(({ lines, measures = [] }, part) =>
    lines.map((line, at) => resultOf(check, { line, measures, given, counts: counts.get(`${part} ${at}`) }))
  );
}

function resultOf(
  check: Check,
  {
    line,
    measures,
    given,
    counts
  }: { line: Line; measures: readonly string[]; given: number | undefined; counts: Counts | undefined }
): QualityResult {
  const { checked = 0, failing = 0 } = counts ?? {};
  // A threshold that a person sets is for every line but those told only, which never fail.
  const threshold = line.threshold === 100 ? 100 : (given ?? line.threshold ?? check.threshold);
  const percent = checked === 0 ? undefined : (100 * failing) / checked;
  const found = measures.flatMap((name, at) => {
    const value = counts?.measures[at];
    return value === undefined || checked === 0 ? [] : [{ name, value }];
  });
  return {
    ...heading(check, { table: line.table, ...(line.column !== undefined && { column: line.column }) }, line.detail),
    checked,
    failing,
    percent,
    threshold,
    status: percent === undefined ? 'not applicable' : percent > threshold ? 'fail' : 'pass',
    reason: percent === undefined ? (line.unchecked ?? 'There are no rows to check.') : undefined,
    measures: found,
    rowsSql: line.rowsSql
  };
}

function notApplicable(
  check: Check,
  lacks: Lack,
  detail: string | undefined,
  given: number | undefined
): QualityResult {
  return {
    ...heading(check, lacks, detail),
    checked: 0,
    failing: 0,
    percent: undefined,
    threshold: given ?? check.threshold,
    status: 'not applicable',
    reason: lacks.reason,
    measures: [],
    rowsSql: undefined
  };
}

function heading(
  { number, name, kind }: Check,
  { table, column }: { table: string; column?: string },
  detail: string | undefined
) {
  const place = column === undefined ? table : `${table}.${column}`;
  const id = [number, place, ...(detail === undefined ? [] : [detail])].join(' ');
  return { id, check: number, name, kind, table, column, detail };
}

const order = { fail: 0, pass: 1, 'not applicable': 2 } as const;

function reportOf(results: readonly QualityResult[]): QualityReport {
  const sorted = results
    .map((result, at) => ({ result, at }))
    .sort(
      (one, other) =>
        order[one.result.status] - order[other.result.status] ||
        one.result.check - other.result.check ||
        one.at - other.at
    )
    .map(({ result }) => result);
  const count = (status: QualityResult['status']) => sorted.filter((result) => result.status === status).length;
  return { results: sorted, failed: count('fail'), passed: count('pass'), notApplicable: count('not applicable') };
}

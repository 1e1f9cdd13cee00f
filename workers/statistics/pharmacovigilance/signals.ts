import { AppError } from '../../shared/errors';
import type { JobOptions } from '../../shared/job';
import type { Column, Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { StatisticsRemark } from '../estimate';
import { Pacer } from '../pacer';
import { disproportionality } from './disproportionality';
import { ebgm } from './ebgm';
import { fitPrior } from './fit-prior';
import { checkPrior, type Prior, type Scores } from './gamma-mixture';
import { countPairs, type PairCounts, type ReportColumns } from './pair-counts';

export interface SignalOptions extends JobOptions {
  /** Default 0.95; EB05 and EB95 are always the 5 % and 95 % points. */
  level?: number;
  /** Default: fitted to these pairs. */
  prior?: Prior;
}

export interface Signals {
  /**
   * The table of pairs with prr, prr_lower, prr_upper, ror, ror_lower, ror_upper, chi_square (Yates), evans, ic, ic_lower,
   * ic_upper, ebgm, eb05, eb95. Missing is what is not defined.
   */
  table: Table;
  /** Null if none could be fitted: then there is no EBGM, and a remark says why. */
  prior: Prior | null;
  /** Reports. */
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

const NAMES = ['prr', 'prr_lower', 'prr_upper', 'ror', 'ror_lower', 'ror_upper', 'chi_square', 'ic', 'ic_lower', 'ic_upper'] as const; // prettier-ignore

/**
 * All pairs of drug and event with their scores. Many pairs are looked at, so some stand out by chance: a signal is a reason to
 * look closer, no proof.
 *
 * @throws `pharmacovigilance-no-pairs`, `pharmacovigilance-prior`, `level-range`, `columns-unlike`, `stopped`
 * @see the functions of this room
 */
export async function signals(columns: ReportColumns, { level, prior, ...job }: SignalOptions = {}): Promise<Signals> {
  if (prior) checkPrior(prior);
  const counts = countPairs(columns);
  const pairs = counts.reports.length;
  const pace = new Pacer(job, { step: 'signals', total: pairs, unit: 'rows' });
  await pace.begin();
  const found = NAMES.map(() => new Float64Array(pairs));
  const evans = new Uint8Array(pairs);
  for (let pair = 0; pair < pairs; pair++) {
    const one = disproportionality(fourfoldOf(counts, pair), level === undefined ? {} : { level });
    const { prr, ror, chiSquare, ic } = one;
    [prr.estimate, prr.lower, prr.upper, ror.estimate, ror.lower, ror.upper, chiSquare.yates, ic.estimate, ic.lower, ic.upper].forEach((value, at) => { (found[at] as Float64Array)[pair] = value ?? NaN; }); // prettier-ignore
    evans[pair] = Number(one.evans);
    if ((pair & 63) === 63) await pace.step(pair + 1);
  }
  await pace.step(pairs);
  const remarks: StatisticsRemark[] = [{ code: 'pharmacovigilance-many-pairs', values: { pairs } }];
  const used = prior ?? (await fitted(counts, job, remarks));
  const scores = used && (await ebgm(counts.reports, counts.expected, used, job));
  const measures: Column[] = NAMES.map((name, at) => float64Column(name, found[at] as Float64Array));
  measures.splice(NAMES.indexOf('chi_square') + 1, 0, { name: 'evans', type: 'bool', values: evans });
  return {
    table: { rows: pairs, columns: [...counts.table.columns, ...measures, ...scoreColumns(scores, pairs)] },
    prior: used ?? null,
    n: counts.n,
    nDropped: counts.nDropped,
    method: 'Disproportionality of reports (PRR, ROR, IC, EBGM)',
    remarks
  };
}

function fourfoldOf({ reports, drugReports, eventReports, n }: PairCounts, pair: number) {
  const [a, drug, event] = [reports[pair] as number, drugReports[pair] as number, eventReports[pair] as number];
  return { a, b: drug - a, c: event - a, d: n - drug - event + a };
}

async function fitted(counts: PairCounts, job: JobOptions, remarks: StatisticsRemark[]): Promise<Prior | undefined> {
  try {
    const fit = await fitPrior(counts.reports, counts.expected, job);
    remarks.push(...fit.remarks);
    return fit.prior;
  } catch (error) {
    const isExpected = error instanceof AppError && ['pharmacovigilance-too-few', 'pharmacovigilance-not-converged'].includes(error.code); // prettier-ignore
    if (!isExpected) throw error;
    remarks.push({ code: 'pharmacovigilance-no-prior', values: { reason: error.code } });
    return undefined;
  }
}

function scoreColumns(scores: Scores | undefined, pairs: number): Column[] {
  const none = () => new Float64Array(pairs).fill(NaN);
  return [
    float64Column('ebgm', scores?.ebgm ?? none()),
    float64Column('eb05', scores?.eb05 ?? none()),
    float64Column('eb95', scores?.eb95 ?? none())
  ];
}

import { may, need } from '../../../shared/call-arguments';
import { log } from '../../../shared/elementary';
import { normalQuantile } from '../../../shared/normal';
import type { Column, Float64Column } from '../../../shared/table';
import { float64Column } from '../../columns';
import type { StatisticsRemark } from '../../estimate';
import { metaAnalysis, type StudyColumns } from '../../meta-analysis';
import { checkLevel } from '../../proportion';
import { fail } from '../../errors';
import type { Measure } from '../contract';
import { defineAnalysis } from '../define';
import type { Given } from '../given';
import { remark } from '../tidy';
import { asymmetryOf, pooledResult } from './shared';

const measures = ['effect', 'mean-difference', 'standardised-difference', 'risk-difference', 'odds-ratio', 'risk-ratio', 'hazard-ratio', 'rate-ratio'] as const satisfies readonly Measure[]; // prettier-ignore
/** Of the width: so far the middle of the limits may lie from the estimate, by rounding. */
const UNEVEN = 0.2;
const MOST_LOG = 50;
const methods = ['reml', 'dersimonian-laird', 'paule-mandel', 'fixed'] as const;

export const metaAnalysisAnalysis = defineAnalysis({
  name: 'meta-analysis',
  question: 'pool',
  source:
    'DerSimonian and Laird 1986, Control Clin Trials 7:177; Viechtbauer 2005, J Educ Behav Stat 30:261 (REML); Knapp and Hartung 2003, Stat Med 22:2693; Egger et al. 1997, BMJ 315:629',
  takes: [
    need('estimate', 'column'),
    may('se', 'column'),
    may('lower', 'column'),
    may('upper', 'column'),
    may('study', 'column'),
    may('measure', 'text'),
    may('logs', 'truth'),
    may('model', 'text'),
    may('adjustment', 'text'),
    may('limitsLevel', 'number'),
    may('level', 'number')
  ],
  async run(given) {
    const measure = given.choice('measure', measures, 'effect');
    const model = given.choice('model', methods, 'reml');
    const level = given.level;
    const isRatio = measure.endsWith('-ratio');
    const { columns, remarks } = studiesOf(given, isRatio && given.option<boolean>('logs') !== true);
    const adjusts = given.choice('adjustment', ['knapp-hartung', 'none'] as const, 'knapp-hartung') === 'knapp-hartung';
    // It belongs to random effects: the others have no variance between studies to be unsure of.
    const knappHartung = adjusts && model !== 'fixed';
    const scale = isRatio ? 'log' : 'identity';
    if (scale === 'log') checkLogarithms(columns.estimate);
    const found = metaAnalysis(columns, { method: model, knappHartung, level, scale });
    const study = given.has('study') ? given.column('study') : undefined;
    const asymmetry = asymmetryOf(columns, measure, level);
    const pooled = pooledResult({ found, measure, scale, study, level, asymmetry });
    // A wrong measure makes all that follows wrong: what speaks for it comes first.
    return { name: found.method, ...pooled, remarks: [...remarks, ...pooled.remarks] };
  }
});

/** A ratio beyond e^50 is a mistake of the scale. @throws `pool-logarithm` */
function checkLogarithms(estimate: Column): void {
  const beyond = (estimate as Float64Column).values.reduce((sum, value) => sum + Number(Math.abs(value) > MOST_LOG), 0);
  if (beyond > 0) throw fail('pool-logarithm', { rows: beyond });
}

/**
 * Estimates and standard errors on the scale of the analysis. Ratios are turned into logarithms; limits give the error where no
 * column does.
 *
 * @throws `pool-error-none`, `pool-ratio`, `pool-limits`
 */
function studiesOf(given: Given, asRatios: boolean): { columns: StudyColumns; remarks: StatisticsRemark[] } {
  const raw = given.numbers('estimate');
  if (asRatios && raw.some((value) => value <= 0)) throw fail('pool-ratio', { column: given.nameOf('estimate') });
  const of = (value: number) => (asRatios && !Number.isNaN(value) ? log(value) : value);
  const estimate = float64Column(given.nameOf('estimate'), raw.map(of));
  if (given.has('se')) {
    const remarks = asRatios ? [remark('meta-error-of-logarithm', { column: given.nameOf('se') })] : [];
    return { columns: { estimate, se: given.column('se') }, remarks };
  }
  if (!given.has('lower') || !given.has('upper')) throw fail('pool-error-none');
  const [lower, upper] = [given.numbers('lower'), given.numbers('upper')];
  if (asRatios && lower.some((value) => value <= 0)) throw fail('pool-ratio', { column: given.nameOf('lower') });
  const wrong = raw.reduce((sum, value, row) => sum + Number(lower[row]! > value || upper[row]! < value), 0);
  if (wrong > 0) throw fail('pool-limits', { rows: wrong });
  const limitsLevel = given.option<number>('limitsLevel') ?? 0.95;
  checkLevel(limitsLevel);
  const width = 2 * normalQuantile((1 + limitsLevel) / 2);
  const se = lower.map((low, row) => (of(upper[row]!) - of(low)) / width);
  // Limits of ratios that are taken for differences, and slips of typing, lie unevenly about their estimate.
  const uneven = raw.reduce((sum, value, row) => {
    const [down, up] = [of(value) - of(lower[row]!), of(upper[row]!) - of(value)];
    return sum + Number(Math.abs(up - down) > UNEVEN * (up + down));
  }, 0);
  const remarks: StatisticsRemark[] = [];
  if (uneven > 0) remarks.push({ code: 'meta-limits-uneven', values: { studies: uneven } });
  return { columns: { estimate, se: float64Column('se', se) }, remarks };
}

import type { JobOptions } from '../../../shared/job';
import type { Table } from '../../../shared/table';
import type { Coefficients } from '../../regression';
import type { Found } from '../define';
import type { Given } from '../given';
import { completedTables, imputationTables, imputes, pooledEstimates, toldOfImputation } from '../imputed';
import { modelColumns, withFormula } from '../model-formula';
import { takenAsNumbers } from '../taken-as-numbers';
import { unitOf } from './model-request';
import { estimatesOf, forestOfModel, saysOfModel, termTests, type Scale } from './coefficients';

export type Fit = Coefficients & { rows: Int32Array };

export interface Model<Of extends Fit> {
  /** The table, its outcome as the model reads it. */
  table: Table;
  /** The outcome as it is told. */
  outcome: string;
  /** Paper that defines the method. */
  source: string;
  scale: Scale;
  fit: (table: Table, formula: string, job: JobOptions) => Promise<Of>;
  /** What a fit says beside its coefficients. */
  more: (fit: Of) => Partial<Found> | Promise<Partial<Found>>;
  /** Degrees of freedom of a fit to complete data; not of models that are not imputed. */
  degreesOfFreedom?: (fit: Of) => number;
}

/** A model of complete rows, or of several completed tables pooled. */
export async function foundByModel<Of extends Fit>(given: Given, model: Model<Of>, job: JobOptions): Promise<Found> {
  const outcome = given.nameOf('outcome');
  return withFormula(given, outcome, async (formula) => {
    if (imputes(given)) {
      const names = [outcome, ...modelColumns(given.request), ...(given.has('exposure') ? [given.nameOf('exposure')] : [])]; // prettier-ignore
      const imputed = await completedTables(given, model.table, names, job);
      if (imputed) return pooledModel(given, model, { formula, imputed, job });
      const whole = await ofCompleteRows(given, model, formula, job);
      return { ...whole, remarks: [...whole.remarks, { code: 'imputation-not-needed', values: {} }] };
    }
    return ofCompleteRows(given, model, formula, job);
  });
}

async function ofCompleteRows<Of extends Fit>(
  given: Given,
  { table, outcome, scale, fit: fitted, more, degreesOfFreedom }: Model<Of>,
  formula: string,
  job: JobOptions
): Promise<Found> {
  const fit = await fitted(table, formula, job);
  const estimates = estimatesOf(fit, scale);
  const also = await more(fit);
  return {
    name: fit.method,
    says: [
      ...saysOfModel(given, estimates, fit, {
        outcome,
        unit: unitOf(given, given.nameOf('outcome')),
        tells: scale.tells
      }),
      ...(also.says ?? [])
    ],
    estimates: [...estimates, ...(also.estimates ?? [])],
    tests: [...termTests(fit), ...(also.tests ?? [])],
    facts: also.facts ?? [],
    more: [...(also.more ?? []), ...(degreesOfFreedom ? imputationTables() : [])],
    figures: [...forestOfModel(estimates, fit, scale), ...(also.figures ?? [])],
    remarks: [...fit.remarks, ...takenAsNumbers(given, formula), ...(also.remarks ?? [])],
    counted: 'rows',
    n: fit.n,
    nDropped: fit.nDropped
  };
}

interface Pooling {
  formula: string;
  imputed: NonNullable<Awaited<ReturnType<typeof completedTables>>>;
  job: JobOptions;
}

async function pooledModel<Of extends Fit>(
  given: Given,
  { outcome, source, scale, fit: fitted, degreesOfFreedom }: Model<Of>,
  { formula, imputed, job }: Pooling
): Promise<Found> {
  const { signal } = job;
  const fits: Of[] = [];
  for (const [at, table] of imputed.tables.entries()) {
    job.progress?.({ step: 'impute', done: at, total: imputed.tables.length });
    fits.push(await fitted(table, formula, signal ? { signal } : {}));
  }
  const [first] = fits as [Of, ...Of[]];
  const { estimates, pooled } = pooledEstimates(
    fits.map((fit) => estimatesOf(fit, scale)),
    { level: given.level, dfComplete: degreesOfFreedom!(first) }
  );
  const told = toldOfImputation(imputed, pooled);
  return {
    name: `${first.method}; ${imputed.method}, ${pooled.method}`,
    source: `${source}; van Buuren and Groothuis-Oudshoorn 2011, J Stat Softw 45(3); Barnard and Rubin 1999, Biometrika 86:948`,
    says: [
      ...saysOfModel(
        given,
        estimates,
        { parts: first.parts },
        { outcome, unit: unitOf(given, given.nameOf('outcome')), tells: scale.tells }
      ),
      ...told.says
    ],
    estimates,
    facts: told.facts,
    more: imputationTables(pooled, imputed),
    figures: [...forestOfModel(estimates, first, scale), ...told.figures],
    remarks: [...told.remarks, ...first.remarks],
    counted: 'rows',
    n: first.n,
    nDropped: first.nDropped
  };
}

import type { JobOptions } from '../../../shared/job';
import type { Float64Column, Table } from '../../../shared/table';
import { takenRows } from '../../../shared/taken-rows';
import { float64Column } from '../../columns';
import { baselineHazard, kaplanMeier, type CoxFit, type FollowUp } from '../../survival';
import type { Found } from '../define';
import type { WholeDesign } from '../formula-design';
import { Given } from '../given';
import { completedTables, imputationTables, pooledEstimates, toldOfImputation } from '../imputed';
import { modelColumns } from '../model-formula';
import { censoringAssumed, eventName, followUpOf, saysEvents } from './follow-up';
import { forestWithReferences, interactionRemarks, ratiosOf, saysRatios } from './hazard-ratios';
import { NO_TESTS } from './no-tests';
import { numbersIn } from './steps';

type Fit = (given: Given, table: Table, job: JobOptions) => Promise<{ fit: CoxFit; design: WholeDesign }>;

/**
 * Cox regression over several completed tables, pooled. Covariates are filled from each other, from whether the event came
 * and from the cumulative hazard at the time; persons without a time or an ending are left out.
 *
 * @returns undefined where no covariate has a gap
 * @see White and Royston 2009, Stat Med 28:1982
 */
export async function imputedCox(whole: Given, fitOf: Fit, job: JobOptions): Promise<Found | undefined> {
  const given = followed(whole);
  const followUp = followUpOf(given);
  const helpers = [
    float64Column(unused('event', given.table), Float64Array.from(followUp.status)),
    float64Column(unused('cumulative hazard', given.table), cumulativeHazard(followUp))
  ];
  const imputed = await completedTables(given, given.table, modelColumns(given.request), { ...job, helpers });
  if (!imputed) return undefined;
  const { signal } = job;
  const fits: Awaited<ReturnType<Fit>>[] = [];
  for (const [at, table] of imputed.tables.entries()) {
    job.progress?.({ step: 'impute', done: at, total: imputed.tables.length });
    fits.push(await fitOf(given, table, signal ? { signal } : {}));
  }
  const { fit, design } = fits[0]!;
  const ratios = fits.map((one) => ratiosOf(one.fit.estimates, 'hazard-ratio', one.design));
  const degrees = fit.events - fit.names.length;
  const { estimates, pooled } = pooledEstimates(
    ratios.map((one) => one.map(({ estimate }) => estimate)),
    { level: given.level, ...(degrees > 0 && { dfComplete: degrees }) }
  );
  const told = toldOfImputation(imputed, pooled);
  const pooledRatios = ratios[0]!.map(({ part }, at) => ({ part, estimate: estimates[at]! }));
  return {
    name: `${fit.method}; ${imputed.method}, ${pooled.method}`,
    source: 'Cox 1972, J R Stat Soc B 34:187; White and Royston 2009, Stat Med 28:1982; Barnard and Rubin 1999, Biometrika 86:948', // prettier-ignore
    says: [
      ...saysRatios(pooledRatios, { kind: 'hazard', event: eventName(given), design }),
      saysEvents(given, fit.events, fit.n),
      ...told.says
    ],
    estimates,
    facts: [{ code: 'events', value: fit.events, as: 'count' }, ...told.facts],
    more: [
      { name: 'proportional_hazards', table: NO_TESTS },
      { name: 'baseline', table: withoutRows(baselineHazard(fit, 'mean')) },
      ...imputationTables(pooled, imputed)
    ],
    figures: [...forestWithReferences(pooledRatios, 'hazard-ratio'), ...told.figures],
    remarks: [...told.remarks, ...fit.remarks, ...interactionRemarks(design), censoringAssumed],
    counted: 'rows',
    n: fit.n,
    nDropped: fit.nDropped + whole.table.rows - given.table.rows
  };
}

/** Those with a time and an ending. */
function followed(given: Given): Given {
  const { time, status, start } = followUpOf(given);
  const rows = Int32Array.from(time, (_, row) => row).filter(
    (row) => Number.isFinite(time[row]!) && status[row] !== -1 && (!start || Number.isFinite(start[row]!))
  );
  const columns = given.table.columns.map((column) => takenRows(column, rows));
  return new Given({ rows: rows.length, columns }, given.request);
}

/** Σ events / at risk up to each person's time. @see Nelson 1972; Aalen 1978 */
function cumulativeHazard(followUp: FollowUp): Float64Array {
  const { curves } = kaplanMeier(followUp);
  const [time, events, atRisk] = ['time', 'events', 'at_risk'].map((name) => numbersIn(curves, name)) as [Float64Array, Float64Array, Float64Array]; // prettier-ignore
  let sum = 0;
  const hazard = time.map((_, at) => (sum += events[at]! / atRisk[at]!));
  return Float64Array.from(followUp.time, (one) => {
    let [low, high] = [0, time.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (time[middle]! <= one) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : hazard[low - 1]!;
  });
}

/** A name that no column of the table has: helpers are not columns of it. */
function unused(name: string, { columns }: Table): string {
  return columns.some((column) => column.name === name) ? unused(`${name} `, { rows: 0, columns }) : name;
}

function withoutRows({ columns }: Table): Table {
  return { rows: 0, columns: columns.map((column) => takenRows(column as Float64Column, [])) };
}

import type { BoolColumn, Column, Float64Column, Table } from '../../shared/table';
import { observedExpectedByHospital, proportionFunnel, ratesByHospital, ratioFunnel, type Funnel } from '../monitoring';

export interface HospitalFigures {
  /**
   * A row a hospital, in the order of their names, never of their results: hospital, cases, observed, rate with exact limits
   * (rate_lower, rate_upper) and its place in the funnel (rate_position); with risks expected, ratio, ratio_lower,
   * ratio_upper, p, p_holm, position, and in front of each position the limits of its funnel.
   */
  table: Table;
  /** Of proportions; absent where there is no event, or nothing else, and no target. */
  crude?: Funnel;
  /** Of observed over expected events; absent without risks. */
  adjusted?: Funnel;
}

export interface CaseColumns {
  hospital: Column;
  outcome: BoolColumn;
  risk?: Column;
}

/** @throws `risk-outside`, `level-range`, `funnel-target` */
export function hospitalFigures(
  { hospital, outcome, risk }: CaseColumns,
  { level, target }: { level: number; target?: number | undefined }
): HospitalFigures {
  const rates = ratesByHospital({ hospital, events: [outcome] }, { level }).table;
  const events = outcome.values.reduce((sum, one) => sum + one, 0);
  const hasFunnel = target !== undefined || (events > 0 && events < outcome.values.length);
  const crude = hasFunnel ? proportionFunnel({ hospital, outcome }, { target }) : undefined;
  const ratios = risk && observedExpectedByHospital({ hospital, outcome, risk }, { level }).table;
  const adjusted = risk && ratioFunnel({ hospital, outcome, risk });
  const columns = [
    named(rates, 'hospital'),
    named(rates, 'cases'),
    named(rates, 'events', 'observed'),
    named(rates, 'rate'),
    named(rates, 'lower', 'rate_lower'),
    named(rates, 'upper', 'rate_upper'),
    ...(crude ? funnelColumns(crude, 'rate_') : []),
    ...(ratios
      ? [
          named(ratios, 'expected'),
          named(ratios, 'ratio'),
          named(ratios, 'lower', 'ratio_lower'),
          named(ratios, 'upper', 'ratio_upper'),
          named(ratios, 'p'),
          named(ratios, 'p_holm')
        ]
      : []),
    ...(adjusted ? funnelColumns(adjusted, '') : [])
  ];
  return { table: { rows: rates.rows, columns }, ...(crude && { crude }), ...(adjusted && { adjusted }) };
}

function funnelColumns({ hospitals }: Funnel, prefix: string): Column[] {
  const limits = ['lower_95', 'upper_95', 'lower_998', 'upper_998'];
  return [
    ...limits.map((name) => named(hospitals, name, `${prefix}funnel_${name}`)),
    named(hospitals, 'position', `${prefix}position`)
  ];
}

function named({ columns }: Table, name: string, as = name): Column {
  return { ...(columns.find((column) => column.name === name) as Float64Column), name: as };
}

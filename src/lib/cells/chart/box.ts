import { quoted } from '../sql-name';
import { drawn } from './expressions';
import { completeRows } from './facts';
import { other } from './layout';
import { listedRows, mostMarks, pieceOf, type ChartPlan, type ChartQuery } from './query';

/** The channels that tell boxes apart. */
function keysOf({ layout }: ChartPlan) {
  const value = layout.value ?? 'y';
  const roles = [other(value), 'color', 'fx', 'fy'] as const;
  return roles.map((role) => layout.channels.get(role)).filter((channel) => channel !== undefined);
}

function quarters(plan: ChartPlan): { sql: string; parameters: ChartQuery['parameters']; keys: string } {
  const { spec, layout, relation } = plan;
  const value = layout.channels.get(layout.value ?? 'y');
  const pieces = keysOf(plan).flatMap((channel) => pieceOf(channel, plan));
  const listed = listedRows(plan);
  const selected = pieces.map((piece) => `${piece.sql} as ${quoted(piece.name)}, `).join('');
  const keys = pieces.map((piece) => `${quoted(piece.name)}, `).join('');
  const sql =
    `with drawn as (select ${selected}${value ? drawn(value) : '0'} as value from ${quoted(relation.name)} ` +
    `where ${completeRows(spec, layout)}${listed.sql}), ` +
    `quarters as (select ${keys}quantile_cont(value, 0.25) as q1, quantile_cont(value, 0.5) as median, ` +
    `quantile_cont(value, 0.75) as q3, count(*)::DOUBLE as n from drawn${keys ? ' group by all' : ''}), ` +
    // 1 = 1 joins everything where nothing tells the boxes apart.
    `fenced as (select drawn.*, q1, median, q3, n, q1 - 1.5 * (q3 - q1) as fence_low, q3 + 1.5 * (q3 - q1) as fence_high ` +
    `from drawn join quarters on 1 = 1${pieces.map((piece) => ` and drawn.${quoted(piece.name)} = quarters.${quoted(piece.name)}`).join('')}) `;
  return { sql, parameters: [...pieces.flatMap((piece) => piece.parameters), ...listed.parameters], keys };
}

/**
 * Quarters and whiskers of each box: Tukey's, the whiskers end at the last value within 1.5 times the box.
 * Quantiles as R's type 7.
 */
export function boxQuery(plan: ChartPlan): ChartQuery {
  const { sql, parameters, keys } = quarters(plan);
  return {
    sql:
      `${sql}select ${keys}min(value) filter (where value >= fence_low) as low, q1, median, q3, ` +
      `max(value) filter (where value <= fence_high) as high, n from fenced ` +
      `group by ${keys}q1, median, q3, n order by all limit ${mostMarks + 1}`,
    parameters
  };
}

/** Values beyond the whiskers, each once: a dot upon a dot shows nothing. */
export function outliersQuery(plan: ChartPlan): ChartQuery {
  const { sql, parameters, keys } = quarters(plan);
  return {
    sql: `${sql}select distinct ${keys}value from fenced where value < fence_low or value > fence_high order by all limit ${mostMarks + 1}`,
    parameters
  };
}

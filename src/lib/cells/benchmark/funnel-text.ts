import type { Table } from '$workers/shared/table';
import { benchmarkWords as words } from '$lib/messages/benchmark';
import { textColumnOf } from '../text-column';
import { rangeText, rateText, type HospitalRow } from './shown';
import type { FunnelSort } from './funnel';

function valueText(row: HospitalRow, sort: FunnelSort): string {
  if (row.hidden) return words.few;
  return sort === 'crude' ? rateText(row.rate) : row.ratio ? rangeText(row.ratio) : '';
}

function placeText(row: HospitalRow, sort: FunnelSort): string {
  const position = sort === 'crude' ? row.ratePosition : row.position;
  return row.hidden || !position ? '' : words.positions[position];
}

/** Each hospital in words, for those who do not see the drawing. */
export function funnelDescription(rows: readonly HospitalRow[], sort: FunnelSort): string {
  const said = rows.map(
    (row) => `${row.name}: ${[valueText(row, sort), placeText(row, sort)].filter(Boolean).join(', ')}.`
  );
  return words.funnelDescription(sort, said.join(' '));
}

/** What is drawn, as a table. */
export function funnelTable(rows: readonly HospitalRow[], sort: FunnelSort): Table {
  return {
    rows: rows.length,
    columns: [
      textColumnOf(
        words.head.hospital,
        rows.map(({ name }) => name)
      ),
      textColumnOf(
        sort === 'crude' ? words.rateAxis : words.ratioAxis,
        rows.map((row) => valueText(row, sort))
      ),
      textColumnOf(
        words.head.funnel,
        rows.map((row) => placeText(row, sort))
      )
    ]
  };
}

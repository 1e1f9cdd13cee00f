import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import { formatCount, formatShare } from '$lib/messages/figures';
import { benchmarkWords as words } from '$lib/messages/benchmark';
import type { Table } from '$workers/shared/table';
import { isSmall } from '$lib/ui/profile/strip-bars';
import { funnelDescription, funnelTable } from './funnel-text';
import { funnelOptions, type FunnelSort } from './funnel';
import { funnelKey } from './keys';
import { headlineOf } from './headline';
import type { BenchmarkOutput } from './run';
import {
  cautions,
  excludedText,
  hospitalRows,
  rangeText,
  rateHospitals,
  rateRows,
  rateText,
  togetherText,
  twoDecimals
} from './shown';
import { follows, type BenchmarkSpec } from './spec';
import { stayDescription, stayOptions, stayRows, stayTable, stayUnit } from './stays';
import { textColumnOf } from '../text-column';

/** Funnels and tables by hospital, of no group of few; what follows single cases stays in the notebook. */
export const report: Report<BenchmarkSpec, BenchmarkOutput> = async ({ output, spec, most }) => {
  const { found } = output;
  const rows = hospitalRows(found, true);
  const event = spec.outcome ?? '';
  const summary = togetherText(found, rows, event, spec.days);
  const hidden = rows.filter((row) => row.hidden).length;
  const isEmpty = hidden === rows.length;
  const figure = (sort: FunnelSort, title: string): ReportBlock => ({
    type: 'figure',
    title,
    description: funnelDescription(rows, sort),
    table: funnelTable(rows, sort),
    key: funnelKey(),
    caption: [
      sort === 'adjusted' ? words.funnelExactAdjusted : words.funnelExactCrude(formatShare(found.crude?.target ?? 0)),
      ...(hidden > 0 ? [words.hiddenHospitals(hidden)] : []),
      words.funnelSource
    ].join(' '),
    draw: async (host, width) => {
      const [Plot, { drawInto }] = await Promise.all([
        import('@observablehq/plot'),
        import('$lib/ui/chart/draw-chart')
      ]);
      drawInto(host, Plot, funnelOptions(Plot, found, { sort, rows, width }), width, { name: title });
    }
  });
  const crudeTitle = words.funnelCrude(event, spec.days);
  const blocks: ReportBlock[] = [
    { type: 'text', text: spec.title ?? headlineOf(spec, found, { rows, hides: true }) },
    { type: 'text', text: rows.some(({ hidden }) => hidden) ? summary : `${summary} ${excludedText(found)}` }
  ];
  if (spec.show.includes('funnel')) {
    // A funnel without a hospital would look as if all were well.
    if (isEmpty) blocks.push({ type: 'text', text: words.hiddenHospitals(hidden), faint: true });
    else if (found.adjusted) blocks.push(figure('adjusted', words.funnelAdjusted));
    else if (found.crude) blocks.push(figure('crude', crudeTitle));
    blocks.push(...cautions(found, rows).map((text) => ({ type: 'text', text, faint: true }) as const));
  }
  const table = hospitalsTable(output);
  blocks.push({
    type: 'table',
    title: words.oeTitle,
    table: firstRows(table, most),
    of: table.rows,
    caption: words.noRanking
  });
  if (spec.show.includes('rates')) {
    if (found.adjusted && found.crude && !isEmpty) blocks.push(figure('crude', crudeTitle));
    if (found.complications) {
      const rates = ratesTable(found.complications);
      blocks.push({
        type: 'table',
        title: words.ratesTitle,
        table: firstRows(rates, most),
        of: rates.rows,
        caption: `${words.ratesNote} ${words.complicationsNote}`
      });
    }
  }
  if (spec.show.includes('stay') && found.stays) blocks.push(stayBlock(found.stays));
  if (follows(spec)) blocks.push({ type: 'text', text: words.courseHidden, faint: true });
  blocks.push({ type: 'text', text: words.research, faint: true });
  // Its tables hold counts of few, and the course single cases: none of them may pass for free of persons.
  return { individual: false, summary, blocks, aggregates: [] };
};

function stayBlock(stays: Table): ReportBlock {
  const rows = stayRows(stays, true);
  const unit = stayUnit(stays);
  return {
    type: 'figure',
    title: words.lengthOfStay,
    description: stayDescription(rows),
    table: stayTable(rows, unit, true),
    caption: words.stayNote,
    draw: async (host, width) => {
      const [Plot, { drawInto }] = await Promise.all([
        import('@observablehq/plot'),
        import('$lib/ui/chart/draw-chart')
      ]);
      drawInto(host, Plot, stayOptions(Plot, rows, unit), width, { name: words.lengthOfStay });
    }
  };
}

function hospitalsTable({ found }: BenchmarkOutput): Table {
  const rows = hospitalRows(found, true);
  const column = (name: string, of: (row: (typeof rows)[number]) => string) => textColumnOf(name, rows.map(of));
  const level = formatShare(found.level);
  const adjusted = found.adjusted !== undefined;
  return {
    rows: rows.length,
    columns: [
      column(words.head.hospital, ({ name }) => name),
      column(words.head.cases, ({ hidden, cases }) => (hidden && isSmall(cases) ? words.few : formatCount(cases))),
      column(words.head.observed, ({ hidden, observed }) => (hidden ? words.few : formatCount(observed))),
      ...(adjusted
        ? [
            column(words.head.expected, ({ hidden, expected = 0 }) => (hidden ? '' : twoDecimals(expected))),
            column(words.head.ratio(level), ({ hidden, ratio }) => (hidden || !ratio ? '' : rangeText(ratio)))
          ]
        : [column(words.head.rate(level), ({ hidden, rate }) => (hidden ? '' : rateText(rate)))])
    ]
  };
}

function ratesTable(table: Table): Table {
  const rows = rateRows(table, true);
  return {
    rows: rows.length,
    columns: [
      textColumnOf(
        words.head.event,
        rows.map(({ event }) => event)
      ),
      ...rateHospitals(table).map((name, at) =>
        textColumnOf(
          name,
          rows.map(({ cells }) => cells[at] ?? '')
        )
      )
    ]
  };
}

function firstRows({ columns, rows }: Table, most: number): Table {
  if (rows <= most) return { columns, rows };
  return {
    rows: most,
    columns: columns.map((column) => ({ ...column, values: column.values.slice(0, most) }) as typeof column)
  };
}

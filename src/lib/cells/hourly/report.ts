import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import { formatShare } from '$lib/messages/figures';
import { hourlyWords as words } from '$lib/messages/hourly';
import { remarksOf, variableRows } from './shown';
import type { HourlyOutput } from './run';
import type { HourlySpec } from './spec';

/** What became of the measurements: of no single row, and of no group of few. */
export const report: Report<HourlySpec, HourlyOutput> = async ({ output, spec }) => {
  const title = words.heading(spec.from, output.hours, output.stays.used, output.persons);
  const blocks: ReportBlock[] = [
    { type: 'text', text: title },
    { type: 'text', text: words.variablesTable },
    {
      type: 'facts',
      facts: variableRows(output, true).map((row) => [
        row.unit === '' ? row.label : `${row.label} (${row.unit})`,
        words.fact(row.how, row.used, formatShare(row.measured), formatShare(row.known))
      ])
    }
  ];
  for (const remark of remarksOf(output, true)) blocks.push({ type: 'text', text: remark, faint: true });
  return { individual: false, summary: title, blocks };
};

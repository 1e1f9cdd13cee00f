import { report as reportWords } from '$lib/messages/report';
import { chart as words } from '$lib/messages/chart';
import type { Report } from '$lib/notebook/report/contract';
import { smallestSafeGroup } from '$lib/notebook/report/smallest-group';
import { columnNamed } from './vector';
import { countNotes, describeChart } from './labels';
import { plotOptions } from './plot-options';
import type { ChartOutput } from './run';
import { shownTable } from './shown';
import type { ChartSpec } from './spec';

/** The drawing, with what stands below it. */
export const report: Report<ChartSpec, ChartOutput> = async ({ output, holdsRows }) => {
  if (output.marks.rows === 0 || output.facts.complete === 0) {
    return { individual: false, blocks: [{ type: 'text', text: words.empty(`\`${output.spec.from}\``) }] };
  }
  const { individual, note } = (await holdsRows(output.spec.from)) ? drawsRows(output) : { individual: false };
  const description = describeChart(output);
  return {
    individual,
    note,
    summary: description,
    blocks: [
      {
        type: 'figure',
        title: output.spec.title,
        description,
        table: shownTable(output),
        caption: [output.spec.caption, countNotes(output).join('; ')].filter(Boolean).join(' '),
        draw: async (host, width) => {
          const [Plot, { drawInto }] = await Promise.all([
            import('@observablehq/plot'),
            import('$lib/ui/chart/draw-chart')
          ]);
          drawInto(host, Plot, plotOptions(Plot, output), width, { name: output.spec.title ?? description });
        }
      }
    ]
  };
};

/** A mark a row draws rows. So does the mean, the least or the greatest of a few; a count of few is told beside it. */
function drawsRows(output: ChartOutput): { individual: boolean; note?: string } {
  const { layout, spec } = output;
  const grouped = layout.aggregate !== 'none' || spec.mark === 'box';
  if (!grouped || (output.outliers?.rows ?? 0) > 0) return { individual: true };
  const smallest = leastOf(output);
  if (smallest === undefined) return { individual: true };
  const counts = layout.aggregate === 'count' && spec.mark !== 'box';
  return { individual: !counts && smallest < smallestSafeGroup, note: reportWords.smallestRows(smallest) };
}

function leastOf({ marks, layout }: ChartOutput): number | undefined {
  const column = columnNamed(marks, layout.aggregate === 'count' ? 'figure' : 'n');
  if (column?.type !== 'float64' || marks.rows === 0) return undefined;
  return column.values.slice(0, marks.rows).reduce((least, n) => (n > 0 ? Math.min(least, n) : least), Infinity);
}

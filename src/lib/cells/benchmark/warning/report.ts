import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import { benchmarkWords } from '$lib/messages/benchmark';
import { textColumnOf } from '../../text-column';
import { curveDescription, curveOptions, curveTable } from './curve';
import type { WarningOutput } from './run';
import { groupRows, isHidden, precisionText, scaleRows, warningCautions, warningText, warningTitle } from './shown';
import type { WarningSpec } from './spec';

/** The utility, its scale and its curve; of few septic patients nothing but their number's absence. */
export const warningReport: Report<WarningSpec, WarningOutput> = async ({ output, spec }) => {
  const words = benchmarkWords.warning;
  const hidden = isHidden(output, true);
  const summary = warningText(output, true);
  const blocks: ReportBlock[] = [
    { type: 'text', text: spec.title ?? warningTitle(output, true) },
    { type: 'text', text: summary },
    ...warningCautions(output).map((text) => ({ type: 'text', text, faint: true }) as const)
  ];
  if (hidden) blocks.push({ type: 'text', text: words.hidden, faint: true });
  else {
    const facts = scaleRows(output).map(([what, sum, normalised]) => [what, words.scaleFact(sum, normalised)] as const);
    blocks.push({ type: 'text', text: words.scaleTitle }, { type: 'facts', facts });
    const precision = precisionText(output);
    if (precision !== undefined) blocks.push({ type: 'text', text: precision });
    if (output.study.scores) {
      blocks.push({
        type: 'figure',
        title: words.curveTitle,
        description: curveDescription(output),
        table: curveTable(output),
        caption: words.curveCaption,
        draw: async (host, width) => {
          const [Plot, { drawInto }] = await Promise.all([
            import('@observablehq/plot'),
            import('$lib/ui/chart/draw-chart')
          ]);
          drawInto(host, Plot, curveOptions(Plot, output), width, { name: words.curveTitle });
        }
      });
    }
  }
  const rows = groupRows(output, spec, true);
  if (rows.length > 0) {
    const { patients, septic, utility } = words.head;
    const column = (name: string, key: keyof (typeof rows)[number]) =>
      textColumnOf(
        name,
        rows.map((row) => row[key])
      );
    const columns = [
      column(benchmarkWords.head.hospital, 'name'),
      column(patients, 'patients'),
      column(septic, 'septic'),
      column(utility, 'normalised')
    ];
    blocks.push({
      type: 'table',
      title: words.groupsTitle,
      table: { rows: rows.length, columns },
      of: rows.length,
      caption: words.groupsNote
    });
  }
  blocks.push({ type: 'text', text: `${words.source} ${benchmarkWords.research}`, faint: true });
  return { individual: false, summary, blocks, aggregates: [] };
};

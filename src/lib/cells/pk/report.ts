import type { PlotOptions } from '@observablehq/plot';
import { smallestOf } from '$workers/shared/extent';
import type { Report, Reported, ReportBlock, ReportFigure } from '$lib/notebook/report/contract';
import { smallestSafeGroup } from '$lib/notebook/report/smallest-group';
import { formatCount, formatNumber } from '$lib/messages/figures';
import { pkWords as words } from '$lib/messages/pk';
import { report as reportWords } from '$lib/messages/report';
import type { KeyPart } from '$lib/ui/chart/chart-key';
import type { Plot } from '$lib/ui/chart/draw-chart';
import { curvePlot } from './curve-plot';
import { ratePlot, sharePlot } from './group-plots';
import { curveKey } from './keys';
import type { PkOutput } from './run';
import type { CurveOutput } from './run-curve';
import type { AdherenceOutput, BleedingOutput } from './run-groups';
import {
  adherenceDescription,
  adherenceFacts,
  adherenceRemarks,
  curveDescription,
  curveRemarks,
  curveTitle,
  figureRow,
  groupName,
  rateDescription,
  rateRemarks,
  shownGroups
} from './shown';
import type { AdherenceSpec, CurveSpec, PkSpec } from './spec';

/** The drawing, its figures and what a reader must know. A person of a table stands in it only if it is ticked. */
export const report: Report<PkSpec, PkOutput> = async ({ output, spec }) => {
  if (output.show === 'curve') return curveReport(output, spec as CurveSpec);
  if (output.show === 'adherence') return adherenceReport(output, spec as AdherenceSpec);
  return ratesReport(output);
};

function figureOf(
  title: string,
  description: string,
  options: (Plot: Plot, width: number) => PlotOptions,
  key?: readonly KeyPart[]
): ReportFigure {
  return {
    type: 'figure',
    title,
    description,
    key,
    draw: async (host, width) => {
      const [Plot, { drawInto }] = await Promise.all([
        import('@observablehq/plot'),
        import('$lib/ui/chart/draw-chart')
      ]);
      drawInto(host, Plot, options(Plot, width), width, { name: title });
    }
  };
}

const remarksOf = (remarks: readonly string[]) =>
  remarks.map((text): ReportBlock => ({ type: 'text', text, faint: true }));

function curveReport(output: CurveOutput, spec: CurveSpec): Reported {
  const title = curveTitle(output);
  const facts = output.study.figures.map((figure) => {
    const { label, value, limits } = figureRow(figure, spec);
    return [label, limits === '' ? value : `${value} (${limits})`] as const;
  });
  return {
    individual: !output.isWritten,
    summary: title,
    blocks: [
      figureOf(
        title,
        curveDescription(output),
        (Plot, width) => curvePlot(Plot, output, spec, width),
        curveKey(output)
      ),
      { type: 'text', text: words.figuresTable },
      { type: 'facts', facts },
      ...remarksOf([...curveRemarks(output, spec), `${output.study.model.name}. ${output.study.model.citation}.`])
    ]
  };
}

function ratesReport(output: BleedingOutput): Reported {
  const title = output.show === 'inhibitor' ? words.inhibitorTitle : words.bleedingTitle(output.groups.length);
  const facts = shownGroups(output, true).map(
    ({ name, persons, bleeds, years, rate, lower, upper }) =>
      [
        groupName(output, name),
        `${words.groupFact('', formatNumber(rate, 3), formatNumber(lower, 3), formatNumber(upper, 3)).trim()}; ` +
          `${words.groupHead.persons} ${formatCount(persons)}, ${words.groupHead.bleeds} ${formatCount(bleeds)}, ` +
          `${words.groupHead.years} ${formatNumber(years, 3)}`
      ] as const
  );
  const smallest = smallestOf(output.groups.map(({ persons }) => persons));
  return {
    individual: false,
    note: smallest < smallestSafeGroup ? reportWords.smallestRows(smallest) : undefined,
    summary: title,
    blocks: [
      figureOf(title, rateDescription(output, true), (Plot) => ratePlot(Plot, output, true)),
      { type: 'facts', facts },
      ...remarksOf(rateRemarks(output))
    ]
  };
}

function adherenceReport(output: AdherenceOutput, spec: AdherenceSpec): Reported {
  const title = words.adherenceTitle(output.shares.length);
  return {
    individual: false,
    summary: title,
    blocks: [
      figureOf(title, adherenceDescription(output), (Plot) => sharePlot(Plot, output, true)),
      { type: 'facts', facts: adherenceFacts(output) },
      ...remarksOf([...adherenceRemarks(spec), words.fewBars])
    ]
  };
}

import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { durationWords, pathwayRemarkWords, pathwayWords as words } from '$lib/messages/pathway';
import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import { mapKey } from './keys';
import { linesOf } from './lines';
import { countShown, isShown } from './shown';
import { keptText, remarksOf } from './remarks';
import type { PathwayOutput } from './run';
import type { PathwaySpec } from './spec';
import { the } from './the';

/** The map without what few went, the times, the most frequent variants, and how far the reference path was followed. */
export const report: Report<PathwaySpec, PathwayOutput> = async ({ output, spec }) => {
  const { counts, map, throughput } = output;
  const summary = words.heading(spec.from, counts.cases, counts.events, counts.variants);
  if (map.nodes.length === 0) return { individual: false, blocks: [{ type: 'text', text: words.nothing }] };
  const shown = [...map.edges.keys()].filter((place) => isShown(the(map.edges, place), map.least, true));
  const hidden = map.edges.length - shown.length;
  const hiddenText = hidden > 0 ? [words.hiddenFew(hidden)] : [];
  const blocks: ReportBlock[] = [
    {
      type: 'figure',
      title: spec.title ?? summary,
      description: words.mapName(map.nodes.length, map.edges.length),
      key: mapKey(linesOf(map), shown),
      caption: [
        words.written[spec.show],
        words.shownOf(shown.length, map.edges.length),
        ...hiddenText,
        words.goesOn
      ].join(' '),
      draw: async (host, room) => (await import('./draw-map')).drawMap(host, map, { shown, show: spec.show, room })
    }
  ];
  if (throughput) {
    blocks.push({
      type: 'facts',
      facts: [
        [words.throughput, durationWords(throughput.median)],
        [words.head.quartiles, words.between(durationWords(throughput.p25), durationWords(throughput.p75))],
        [words.head.mean, durationWords(throughput.mean)]
      ]
    });
  }
  blocks.push(...variantsBlocks(output), ...conformanceBlocks(output));
  for (const text of keptText(spec)) blocks.push({ type: 'text', text });
  for (const remark of remarksOf(output)) blocks.push({ type: 'text', text: pathwayRemarkWords(remark), faint: true });
  // A variant of one case is that case: only the counted arrows are no individual rows.
  return { individual: false, summary, blocks, aggregates: [output.tables.edges] };
};

function variantsBlocks({ variants }: PathwayOutput): ReportBlock[] {
  const frequent = variants.first.filter(({ cases }) => cases >= 5).slice(0, 10);
  if (frequent.length === 0) return [];
  return [
    { type: 'text', text: words.variantsTable },
    {
      type: 'facts',
      facts: frequent.map(({ activities, cases, share }) => [
        activities.join(' › '),
        `${formatCount(cases)} (${formatShare(share)})`
      ])
    }
  ];
}

function conformanceBlocks({ conformance }: PathwayOutput): ReportBlock[] {
  const fit = conformance?.fit;
  if (!conformance || !fit) return [];
  return [
    { type: 'text', text: words.reference },
    {
      type: 'facts',
      facts: [
        [words.fitness, formatNumber(fit.meanFitness, 3)],
        [words.logFitness, formatNumber(fit.logFitness, 3)],
        [words.fitting, words.of(countShown(fit.fittingCases, true), formatCount(fit.cases))],
        ...conformance.steps
          .filter(({ skipped }) => skipped > 0)
          .map(({ activity, skipped }): [string, string] => [activity, words.skippedIn(countShown(skipped, true))])
      ]
    }
  ];
}

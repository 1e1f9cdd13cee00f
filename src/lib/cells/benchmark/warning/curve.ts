import type { PlotOptions } from '@observablehq/plot';
import { benchmarkWords } from '$lib/messages/benchmark';
import { formatShare } from '$lib/messages/figures';
import type { Plot } from '$lib/ui/chart/draw-chart';
import { largestOf, smallestOf } from '$workers/shared/extent';
import type { Table } from '$workers/shared/table';
import { twoDecimals } from '../shown';
import { textColumnOf } from '../../text-column';
import { curvePoints, shortNumber, type CurvePoint } from './shown';
import type { WarningOutput } from './run';

/** The share of hours with a call says how often somebody is called; thresholds of a score say nothing of that. */
export function curveOptions(Plot: Plot, output: WarningOutput): PlotOptions {
  const words = benchmarkWords.warning;
  const points = curvePoints(output);
  const { utility } = output.study;
  const here = { calls: utility.calls / Math.max(1, utility.hours), normalised: utility.normalised };
  const most = Math.max(0.1, largestOf(points.map(({ normalised }) => normalised)));
  // Far below 0 every threshold is hopeless: what is near the useful ones is shown.
  const least = Math.max(-1.5 * most, Math.min(0, smallestOf(points.map(({ normalised }) => normalised))));
  const near = points.filter(({ normalised }) => normalised >= least);
  return {
    x: {
      label: words.callsAxis,
      percent: true,
      domain: [0, 105 * Math.max(0.01, here.calls, largestOf(near.map(({ calls }) => calls)))]
    },
    y: { label: words.utilityAxis, domain: [Math.min(least, here.normalised), most * 1.1] },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-faint)' }),
      Plot.line(points, { x: 'calls', y: 'normalised', stroke: 'var(--c1)', strokeWidth: 1.75, clip: true }),
      Plot.dot([here], { x: 'calls', y: 'normalised', r: 5, fill: 'var(--c2)', stroke: 'var(--surface)', clip: true }),
      Plot.tip(
        points,
        Plot.pointerX({
          x: 'calls',
          y: 'normalised',
          title: ({ threshold, normalised, calls }: CurvePoint) =>
            words.tip(shortNumber(threshold), twoDecimals(normalised), formatShare(calls))
        })
      )
    ]
  };
}

/** Some thresholds in words, for those who do not see the drawing. */
export function curveTable(output: WarningOutput): Table {
  const { threshold, calls, utility } = benchmarkWords.warning.head;
  const points = curvePoints(output);
  const step = Math.max(1, Math.ceil(points.length / 20));
  const some = points.filter((_, at) => at % step === 0 || at === points.length - 1);
  return {
    rows: some.length,
    columns: [
      textColumnOf(
        threshold,
        some.map((point) => shortNumber(point.threshold))
      ),
      textColumnOf(
        calls,
        some.map((point) => formatShare(point.calls))
      ),
      textColumnOf(
        utility,
        some.map((point) => twoDecimals(point.normalised))
      )
    ]
  };
}

export function curveDescription(output: WarningOutput): string {
  const { utility } = output.study;
  const share = formatShare(utility.calls / Math.max(1, utility.hours));
  return benchmarkWords.warning.curveDescription(twoDecimals(utility.normalised), share);
}

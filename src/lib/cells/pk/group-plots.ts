import type { PlotOptions } from '@observablehq/plot';
import { smallestOf } from '$workers/shared/extent';
import { pkWords as words } from '$lib/messages/pk';
import { formatNumber } from '$workers/shared/number-format';
import type { Plot } from '$lib/ui/chart/draw-chart';
import { isSmall } from '$lib/ui/profile/strip-bars';
import { notice, noticeMargin } from './plot-notice';
import type { AdherenceOutput, BleedingOutput } from './run-groups';
import { groupName, shareBars, shownGroups } from './shown';

/** A point with its limits for each group. */
export function ratePlot(Plot: Plot, output: BleedingOutput, hides: boolean): PlotOptions {
  const groups = shownGroups(output, hides).map((group) => ({ ...group, label: groupName(output, group.name) }));
  return {
    marks: [
      Plot.ruleY(groups, { y: 'label', x1: 'lower', x2: 'upper', stroke: 'var(--c1)', strokeWidth: 2 }),
      Plot.dot(groups, {
        x: 'rate',
        y: 'label',
        r: 4.5,
        fill: 'var(--c1)',
        tip: true,
        title: ({ label, rate, lower, upper }: (typeof groups)[number]) =>
          `${label}\n${formatNumber(rate, 3)} (${formatNumber(lower, 3)} to ${formatNumber(upper, 3)})`
      }),
      Plot.ruleX([0], { stroke: 'var(--line-strong)' }),
      notice(Plot, [words.research])
    ],
    marginTop: noticeMargin,
    marginBottom: 44,
    height: groups.length * 34 + 100,
    x: { label: words.axisRate, zero: true, nice: true, grid: true },
    y: { label: null, domain: groups.map(({ label }) => label) }
  };
}

/** How many persons took which share of their doses. */
export function sharePlot(Plot: Plot, output: AdherenceOutput, hides: boolean): PlotOptions {
  const bars = shareBars(output).filter(({ n }) => n > 0 && !(hides && isSmall(n)));
  return {
    marks: [
      Plot.rectY(bars, {
        x1: 'from',
        x2: 'to',
        y: 'n',
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: 'var(--c1-area)',
        tip: true
      }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      notice(Plot, [words.research])
    ],
    marginTop: noticeMargin,
    marginBottom: 44,
    height: 320,
    x: { label: words.axisShare, domain: [Math.min(70, smallestOf(bars.map(({ from }) => from))), 100] },
    y: { label: words.axisPersons, zero: true, nice: true }
  };
}

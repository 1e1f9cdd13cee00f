import { formatCount, formatNumber } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import { largestOf } from '$workers/shared/extent';
import type { HistogramsFigure } from '$workers/statistics';
import { textColumnOf } from '../../text-column';
import { FEW, isFew } from '../few';
import type { Drawing, DrawingGiven } from './drawing';

const GROUP_PX = 130;

interface Bar {
  group: string;
  from: number;
  to: number;
  count: number;
}

/** Numbers of rows between edges, a group below the other on the same scales. */
export function histogramsDrawing(figure: HistogramsFigure, { hides }: DrawingGiven): Drawing {
  const { what, edges, value } = figure;
  const { titles, axis, rows, range, caption, description, outcomes } = words.figures.histograms;
  // Of risks the names are the engine’s own.
  const series = figure.series.map((one) => (what === 'risks' ? { ...one, name: outcomes[one.name as keyof typeof outcomes](value) } : one)); // prettier-ignore
  const title = titles[what];
  const label = what === 'values' ? value : axis[what];
  const isHidden = (count: number) => hides && isFew(count);
  const written = (count: number) => (isHidden(count) ? words.few : formatCount(count));
  const bars = series.map(({ name, counts }) =>
    Array.from(counts, (count, at): Bar => ({ group: name, from: edges[at] ?? 0, to: edges[at + 1] ?? 0, count }))
  );
  const filled = Array.from({ length: edges.length - 1 }, (_, at) => at).filter((at) =>
    series.some(({ counts }) => (counts[at] ?? 0) > 0)
  );
  const rangeOf = (at: number) => words.limits(formatNumber(edges[at] ?? 0), formatNumber(edges[at + 1] ?? 0));
  const height = 60 + GROUP_PX * series.length;
  return {
    title,
    description: description(
      title,
      series.map(({ name, counts }) => `${name}, ${formatCount(counts.reduce((sum, one) => sum + one, 0))}`).join('; ')
    ),
    ...(what === 'overlap' && { caption }),
    key: series.map(({ name }, at) => ({ look: 'area', color: `--c${(at % 6) + 1}`, words: name }) as const),
    table: {
      rows: filled.length,
      columns: [
        textColumnOf(range, filled.map(rangeOf)),
        ...series.map(({ name, counts }) =>
          textColumnOf(
            name,
            filled.map((at) => written(counts[at] ?? 0))
          )
        )
      ]
    },
    height,
    options: (Plot) => {
      // What is not to be told exactly is drawn as the most that it may be.
      const all = bars.flat().map((bar) => ({ ...bar, told: written(bar.count), count: isHidden(bar.count) ? FEW - 1 : bar.count })); // prettier-ignore
      type Told = (typeof all)[number];
      return {
        height,
        marginLeft: 52,
        marginRight: 24,
        x: { label, domain: [edges[0] ?? 0, edges.at(-1) ?? 1] },
        y: { label: rows, grid: true, ticks: 3, domain: [0, largestOf([1, ...all.map(({ count }) => count)])] },
        fy: { domain: series.map(({ name }) => name), axis: null, padding: 0.12 },
        marks: [
          ...series.map(({ name }, at) =>
            Plot.rect(
              all.filter(({ group, count }) => group === name && count > 0),
              { x1: 'from', x2: 'to', y1: 0, y2: 'count', fy: 'group', fill: `var(--c${(at % 6) + 1})`, fillOpacity: 0.75, inset: 0.5 } // prettier-ignore
            )
          ),
          Plot.ruleY([0], { stroke: 'var(--ink-faint)' }),
          Plot.tip(
            all.filter(({ count }) => count > 0),
            Plot.pointer({
              x: ({ from, to }: Told) => (from + to) / 2,
              y: 'count',
              fy: 'group',
              title: ({ group, from, to, told }: Told) =>
                `${group}\n${words.limits(formatNumber(from), formatNumber(to))}: ${told}`
            })
          )
        ]
      };
    }
  };
}

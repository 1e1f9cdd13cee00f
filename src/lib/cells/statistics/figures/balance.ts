import { formatNumber } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import { largestOf } from '$workers/shared/extent';
import type { BalanceFigure } from '$workers/statistics';
import { textColumnOf } from '../../text-column';
import type { Drawing } from './drawing';

const ROW_PX = 26;
/** Longest name that stands beside the drawing. */
const MOST_LETTERS = 28;

/** A love plot: how far groups differ in each covariate, before and after. */
export function balanceDrawing({ rows, threshold }: BalanceFigure): Drawing {
  const { title, axis, before, after, limits, description } = words.figures.balance;
  const reach =
    1.08 * largestOf([2 * threshold, ...rows.flatMap((row) => [Math.abs(row.before), Math.abs(row.after)])]);
  const most = (of: 'before' | 'after') => formatNumber(largestOf(rows.map((row) => Math.abs(row[of]))), 3);
  const height = 64 + ROW_PX * rows.length;
  const marks = rows.map((row, at) => ({ ...row, at: String(at) }));
  type Mark = (typeof marks)[number];
  return {
    title,
    description: description(rows.length, most('before'), most('after')),
    key: [
      { look: 'ring', color: '--c2', words: before },
      { look: 'dot', color: '--c1', words: after },
      { look: 'dashed', color: '--ink-faint', words: limits }
    ],
    table: {
      rows: rows.length,
      columns: [
        textColumnOf(words.head.term, rows.map(({ name }) => name)), // prettier-ignore
        textColumnOf(before, rows.map((row) => formatNumber(row.before, 3))), // prettier-ignore
        textColumnOf(after, rows.map((row) => formatNumber(row.after, 3))) // prettier-ignore
      ]
    },
    height,
    options: (Plot, width) => {
      const longest = largestOf(rows.map(({ name }) => Math.min(MOST_LETTERS, name.length)));
      return {
        height,
        marginLeft: Math.min(width * 0.4, 24 + 7 * longest),
        marginRight: 24,
        x: { domain: [-reach, reach], label: axis, grid: true },
        y: {
          type: 'band',
          domain: marks.map(({ at }) => at),
          label: null,
          tickFormat: (at: string) => shortened(rows[Number(at)]?.name ?? '')
        },
        marks: [
          Plot.ruleX([0], { stroke: 'var(--ink-faint)' }),
          Plot.ruleX([-threshold, threshold], { stroke: 'var(--ink-faint)', strokeDasharray: '5 3' }),
          Plot.link(marks, { x1: 'before', x2: 'after', y1: 'at', y2: 'at', stroke: 'var(--ink-faint)', strokeOpacity: 0.6 }), // prettier-ignore
          Plot.dot(marks, {
            x: 'before',
            y: 'at',
            r: 4.5,
            stroke: 'var(--c2)',
            strokeWidth: 2,
            fill: 'var(--surface)'
          }),
          Plot.dot(marks, { x: 'after', y: 'at', r: 5, fill: 'var(--c1)', stroke: 'var(--surface)' }),
          Plot.tip(
            marks,
            Plot.pointerY({
              x: 'after',
              y: 'at',
              title: (row: Mark) =>
                `${row.name}\n${before}: ${formatNumber(row.before, 3)}\n${after}: ${formatNumber(row.after, 3)}`
            })
          )
        ]
      };
    }
  };
}

const shortened = (name: string) => (name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1)}…`);

import { formatCount } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import type { BoxesFigure } from '$workers/statistics';
import { textColumnOf } from '../../text-column';
import { FEW } from '../few';
import { writtenAs } from '../numbers';
import type { Drawing, DrawingGiven } from './drawing';

const ROW_PX = 44;

type Row = BoxesFigure['rows'][number];
interface Mark extends Row {
  at: string;
}

/** Groups below each other: the middle half as a box, the median in it, the mean with its interval above it. */
export function boxesDrawing({ value, unit, rows }: BoxesFigure, { hides }: DrawingGiven): Drawing {
  const said = words.figures.boxes;
  const told = rows.filter(({ n }) => !hides || n >= FEW);
  const name = unit === undefined ? value : `${value}, ${unit}`;
  const texts = textsOf(told);
  // The ends are single persons.
  const isWhole = !hides;
  const height = 72 + ROW_PX * Math.max(1, told.length);
  const hasInterval = told.some(({ lower }) => typeof lower === 'number');
  return {
    title: said.title(value),
    description: said.description(
      value,
      told.map(({ name: group }, at) => said.row(group, texts[at]?.median ?? '', texts[at]?.box ?? '')).join(' ')
    ),
    ...(told.length < rows.length && { caption: said.left(rows.length - told.length) }),
    key: [
      { look: 'area', color: '--c1', words: said.key.box },
      { look: 'bar', color: '--c1', words: said.key.median },
      ...(isWhole ? [{ look: 'line', color: '--ink-faint', words: said.key.ends } as const] : []),
      { look: 'dot', color: '--c2', words: hasInterval ? said.key.mean : said.key.meanAlone }
    ],
    table: {
      rows: told.length,
      columns: [
        textColumnOf(words.shown.words.group(), told.map(({ name: group }) => group)), // prettier-ignore
        textColumnOf(words.head.n, told.map(({ n }) => formatCount(n))), // prettier-ignore
        ...(['median', 'box', 'mean', ...(isWhole ? ['ends'] : [])] as (keyof typeof said.columns)[]).map(
          (column) =>
          textColumnOf(said.columns[column], texts.map((one) => one[column])) // prettier-ignore
        )
      ]
    },
    height,
    options: (Plot, width) => {
      const marks = told.map((row, at): Mark => ({ ...row, at: String(at) }));
      const names = new Map(marks.map(({ at, name: group }) => [at, group]));
      const room = marks.reduce((most, { name: group }) => Math.max(most, group.length), 0);
      return {
        height,
        marginLeft: Math.min(width * 0.36, 24 + 7.2 * room),
        x: { label: name, grid: true, nice: true, domain: domainOf(marks, isWhole) },
        y: {
          type: 'band',
          domain: [...names.keys()],
          label: null,
          paddingInner: 0.35,
          paddingOuter: 0.25,
          tickFormat: (at: string) => names.get(at) ?? '',
          tickSize: 0
        },
        marks: [
          ...(isWhole
            ? [
                Plot.link(marks, { x1: 'low', x2: 'high', y1: 'at', y2: 'at', stroke: 'var(--ink-faint)', strokeWidth: 1.5 }), // prettier-ignore
                Plot.tickX(marks, { x: 'low', y: 'at', stroke: 'var(--ink-faint)', strokeWidth: 1.5, insetTop: 9, insetBottom: 9 }), // prettier-ignore
                Plot.tickX(marks, { x: 'high', y: 'at', stroke: 'var(--ink-faint)', strokeWidth: 1.5, insetTop: 9, insetBottom: 9 }) // prettier-ignore
              ]
            : []),
          // The ground hides the line behind the box.
          Plot.barX(marks, { x1: 'q1', x2: 'q3', y: 'at', fill: 'var(--surface)', insetTop: 3, insetBottom: 3, rx: 2 }), // prettier-ignore
          Plot.barX(marks, { x1: 'q1', x2: 'q3', y: 'at', fill: 'var(--c1)', fillOpacity: 0.22, stroke: 'var(--c1)', insetTop: 3, insetBottom: 3, rx: 2 }), // prettier-ignore
          Plot.tickX(marks, { x: 'median', y: 'at', stroke: 'var(--c1)', strokeWidth: 2.5, insetTop: 3, insetBottom: 3 }), // prettier-ignore
          Plot.link(
            marks.filter(({ lower, upper }) => typeof lower === 'number' && typeof upper === 'number'),
            { x1: 'lower', x2: 'upper', y1: 'at', y2: 'at', stroke: 'var(--c2)', strokeWidth: 2 }
          ),
          Plot.dot(marks, { x: 'mean', y: 'at', r: 4, fill: 'var(--c2)', stroke: 'var(--surface)' }),
          Plot.tip(
            marks,
            Plot.pointerY({
              x: 'median',
              y: 'at',
              title: ({ name: group, n, at }: Mark) =>
                `${group} (n = ${formatCount(n)})\n${said.row('', texts[Number(at)]?.median ?? '', texts[Number(at)]?.box ?? '').replace(/^: /, '')}\n${said.columns.mean}: ${texts[Number(at)]?.mean ?? ''}` // prettier-ignore
            })
          )
        ]
      };
    }
  };
}

/** All figures of a drawing are written alike. */
function textsOf(rows: readonly Row[]): { median: string; box: string; mean: string; ends: string }[] {
  const numbers = rows.flatMap(({ low, q1, median, q3, high, mean, lower, upper }) => [low, q1, median, q3, high, mean, lower ?? null, upper ?? null]); // prettier-ignore
  const texts = writtenAs('mean', numbers);
  return rows.map(({ lower, upper }, at) => {
    const [low, q1, median, q3, high, mean, from, to] = texts.slice(8 * at, 8 * at + 8) as [string, string, string, string, string, string, string, string]; // prettier-ignore
    const has = typeof lower === 'number' && typeof upper === 'number';
    return {
      median,
      box: words.limits(q1, q3),
      mean: has ? `${mean} (${words.limits(from, to)})` : mean,
      ends: words.limits(low, high)
    };
  });
}

function domainOf(rows: readonly Row[], isWhole: boolean): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const row of rows) {
    const values = [row.q1, row.q3, row.mean, row.lower ?? row.mean, row.upper ?? row.mean, ...(isWhole ? [row.low, row.high] : [])]; // prettier-ignore
    for (const one of values) [low, high] = [Math.min(low, one), Math.max(high, one)];
  }
  if (!(high >= low)) return [0, 1];
  const room = (high - low) * 0.03 || Math.abs(high) * 0.1 || 0.5;
  return [low - room, high + room];
}

import { formatCount, formatShare } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import { palette } from '$workers/shared/chart-defaults';
import type { BarsFigure } from '$workers/statistics';
import { textColumnOf } from '../../text-column';
import type { Drawing, DrawingGiven } from './drawing';

const ROW_PX = 34;
/** Narrower parts hold no words. */
const LEAST_PX = 40;

interface Part {
  at: string;
  group: string;
  part: string;
  hue: string;
  from: number;
  to: number;
  text: string;
  full: string;
}

/** A bar a group, divided by the shares of the parts, with shares in it and counts when it is pointed at. */
export function barsDrawing({ value, parts, rows }: BarsFigure, { hides }: DrawingGiven): Drawing {
  const said = words.figures.bars;
  const isHidden = (group: number, part: number) => hides && rows[group]?.hidden?.[part] === true;
  const hue = (part: number) => palette[part % palette.length] ?? palette[0];
  const all = rows.map(({ counts }) => counts.reduce((sum, one) => sum + one, 0));
  const text = (group: number, part: number) => {
    const [count, n] = [rows[group]?.counts[part] ?? 0, all[group] ?? 0];
    return isHidden(group, part)
      ? words.shown.hidden
      : said.share(formatCount(count), formatShare(n > 0 ? count / n : 0));
  };
  const height = 64 + ROW_PX * rows.length;
  return {
    title: said.title(value),
    description: said.description(
      value,
      rows.map(({ name }, group) => `${name}: ${parts.map((part, at) => `${part} ${text(group, at)}`).join(', ')}.`).join(' ') // prettier-ignore
    ),
    key: parts.map((part, at) => ({ look: 'area', color: `--c${(at % palette.length) + 1}`, words: part }) as const),
    table: {
      rows: rows.length,
      columns: [
        textColumnOf(words.shown.words.group(), rows.map(({ name }) => name)), // prettier-ignore
        ...parts.map((part, at) => textColumnOf(part, rows.map((_, group) => text(group, at)))), // prettier-ignore
        textColumnOf(words.head.n, all.map(formatCount)) // prettier-ignore
      ]
    },
    height,
    options: (Plot, width) => {
      const room = rows.reduce((most, { name }) => Math.max(most, name.length), 0);
      const marginLeft = Math.min(width * 0.36, 24 + 7.2 * room);
      const inner = width - marginLeft - 24;
      const marks = rows.flatMap(({ name, counts }, group) => {
        let from = 0;
        return counts.map((count, part): Part => {
          const share = all[group] ? (100 * count) / all[group] : 0;
          const start = from;
          from += share;
          const wide = (share / 100) * inner >= LEAST_PX;
          return {
            at: String(group),
            group: name,
            part: parts[part] ?? '',
            hue: hue(part),
            from: start,
            to: from,
            text: isHidden(group, part) ? words.shown.hidden : wide ? formatShare(share / 100) : '',
            full: text(group, part)
          };
        });
      });
      const names = new Map(rows.map(({ name }, group) => [String(group), name]));
      const told = marks.filter((mark, at) => mark.to > mark.from && !isHidden(Math.floor(at / parts.length), at % parts.length)); // prettier-ignore
      return {
        height,
        marginLeft,
        x: { domain: [0, 100], label: said.axis, tickFormat: (one: number) => `${one}\u00a0%`, ticks: width < 480 ? 3 : 6 }, // prettier-ignore
        y: {
          type: 'band',
          domain: [...names.keys()],
          label: null,
          padding: 0.28,
          tickFormat: (at: string) => names.get(at) ?? '',
          tickSize: 0
        },
        marks: [
          Plot.barX(told, { x1: 'from', x2: 'to', y: 'at', fill: 'hue', fillOpacity: 0.28 }),
          Plot.ruleX([0], { stroke: 'var(--line-strong)' }),
          // A line of full colour at the end of each part tells it apart in print.
          Plot.tickX(told, { x: 'to', y: 'at', stroke: 'hue', strokeWidth: 2 }),
          Plot.text(told, { x: ({ from, to }: Part) => (from + to) / 2, y: 'at', text: 'text', fill: 'var(--ink)' }),
          Plot.tip(
            told,
            Plot.pointer({
              x: ({ from, to }: Part) => (from + to) / 2,
              y: 'at',
              title: ({ group, part, full }: Part) => `${group}\n${part}: ${full}`
            })
          )
        ]
      };
    }
  };
}

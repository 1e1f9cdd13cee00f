import { formatShare } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import type { Analysis } from '$workers/statistics';
import { drawingOf, figuresFor } from './figures';
import { shownEstimate } from './numbers';
import type { StatisticsOutput } from './run';
import { factsOf, howOf, remarksOf, testRows, textsOf } from './sentences';
import type { StatisticsSpec } from './spec';
import { shownTexts } from './shown-texts';
import { textColumnOf } from '../text-column';

/** The result as a paper has it: sentences, figures, estimates, tests, what was assumed, and how it was done. */
export const report: Report<StatisticsSpec, StatisticsOutput> = async ({ output, spec, most }) => {
  const { found } = output;
  const { first, rest } = textsOf(found, { title: spec.title, hides: true });
  const remarks = remarksOf(found, { hides: true });
  const seen = figuresFor(found, { hides: true });
  const blocks: ReportBlock[] = [
    { type: 'text', text: first },
    ...(rest === '' ? [] : [{ type: 'text', text: rest } as const]),
    // Without it the numbers are misread: as on the page it stands before them.
    ...(remarks.grave ? [{ type: 'text', text: remarks.texts[0] ?? '' } as const] : []),
    ...shownBlock(found),
    ...seen.map((figure) => figureBlock(drawingOf(figure, { hides: true }))),
    ...(found.figures.some(({ individual }) => individual)
      ? [{ type: 'text', text: words.individualHidden, faint: true } as const]
      : []),
    ...estimatesBlock(found, most),
    ...testsBlock(found),
    ...(found.facts.length > 0 ? [{ type: 'facts', facts: factsOf(found, { hides: true }) } as const] : []),
    ...(remarks.grave ? remarks.texts.slice(1) : remarks.texts).map((text): ReportBlock => ({ type: 'text', text, faint: true })), // prettier-ignore
    { type: 'text', text: howOf(found, spec).join(' '), faint: true },
    ...(spec.caption === undefined ? [] : [{ type: 'text', text: spec.caption, faint: true } as const])
  ];
  return { individual: false, summary: first, blocks, aggregates: [] };
};

function figureBlock({ options, table, ...drawing }: ReturnType<typeof drawingOf>): ReportBlock {
  return {
    type: 'figure',
    ...drawing,
    ...(table && { table }),
    draw: async (host, width) => {
      const [Plot, { drawInto }] = await Promise.all([
        import('@observablehq/plot'),
        import('$lib/ui/chart/draw-chart')
      ]);
      drawInto(host, Plot, options(Plot, width), width, { name: drawing.title });
    }
  };
}

function shownBlock({ shown }: Analysis): ReportBlock[] {
  if (!shown) return [];
  const { title, head, rows, note } = shownTexts(shown, { hides: true });
  const columns = head.map((name, at) => textColumnOf(name, rows.map(({ cells }) => cells[at] ?? ''))); // prettier-ignore
  return [{ type: 'table', title, of: rows.length, table: { rows: rows.length, columns }, caption: note }];
}

function estimatesBlock({ estimates }: Analysis, most: number): ReportBlock[] {
  const rows = estimates.filter(({ few }) => !few).slice(0, most).map(shownEstimate); // prettier-ignore
  const left = estimates.reduce((sum, { few }) => sum + Number(few === true), 0);
  if (rows.length === 0) return [];
  const column = (name: string, of: (row: (typeof rows)[number]) => string) => told(name, rows.map(of));
  return [
    {
      type: 'table',
      title: words.estimatesTitle,
      of: estimates.length - left,
      ...(left > 0 && { caption: words.figures.few(left) }),
      table: {
        rows: rows.length,
        columns: [
          column(words.head.term, ({ name }) => name),
          column(words.head.measure, ({ measure }) => measure),
          column(words.head.value, ({ value }) => value),
          column(words.interval(formatShare(estimates[0]?.level ?? 0.95)), ({ limits }) => limits),
          column(words.head.p, ({ p }) => p),
          ...adjustedColumn(rows)
        ]
      }
    }
  ];
}

function testsBlock(found: Analysis): ReportBlock[] {
  const rows = testRows(found);
  if (rows.length === 0) return [];
  const column = (name: string, of: (row: (typeof rows)[number]) => string) => told(name, rows.map(of));
  return [
    {
      type: 'table',
      title: words.testsTitle,
      of: rows.length,
      table: {
        rows: rows.length,
        columns: [
          column(words.head.test, ({ name }) => name),
          column(words.head.statistic, ({ statistic }) => statistic),
          column(words.head.df, ({ df }) => df),
          column(words.head.p, ({ p }) => p),
          ...adjustedColumn(rows)
        ]
      }
    }
  ];
}

/** What a method does not have is a dash: a text without letters would be told as empty. */
const told = (name: string, texts: readonly string[]) => textColumnOf(name, texts.map((text) => text || '–')); // prettier-ignore

/** Adjusted p-values, where there are any. */
function adjustedColumn(rows: readonly { adjusted: string }[]) {
  if (rows.every(({ adjusted }) => adjusted === '')) return [];
  return [
    told(
      words.head.adjusted,
      rows.map(({ adjusted }) => adjusted)
    )
  ];
}

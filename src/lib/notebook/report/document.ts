import { clock } from '$lib/messages/dates';
import { report as words } from '$lib/messages/report';
import { worded } from '$lib/messages/worded';
import type { CellKey } from '../model';
import { blockMarkup, factsMarkup, type DrawFigure } from './blocks';
import { codeMarkup } from './code';
import type { ReportPart } from './gather';
import { html, sentence, type Markup, type Piece } from './markup';

export interface ReportOptions {
  code: boolean;
  /** Cells whose individual rows the person lets into the report. */
  withRows: ReadonlySet<CellKey> | 'all';
  /** Results of cells that the notebook hides. */
  hidden: boolean;
  draw: DrawFigure;
}

/** What stands over the whole and at its end. */
export interface ReportHead {
  title: string;
  /** Authors, date: what the notebook says of itself. */
  facts: readonly (readonly [name: string, value: string])[];
  /** Versions, hashes; seeds and fingerprints of the cells follow. */
  provenance: readonly (readonly [name: string, value: string])[];
}

/** Whether any output that goes in shows individual rows. */
export function holdsRows(parts: readonly ReportPart[], options: Pick<ReportOptions, 'withRows' | 'hidden'>): boolean {
  return parts.some((part) => part.reported?.individual && isIn(part, options) && isLetIn(part, options));
}

const isIn = (part: ReportPart, { hidden }: Pick<ReportOptions, 'hidden'>) => hidden || !part.hidden;
const isLetIn = ({ cell }: ReportPart, { withRows }: Pick<ReportOptions, 'withRows'>) =>
  withRows === 'all' || withRows.has(cell.key);

/** The whole notebook as markup in which nothing runs. */
export async function reportMarkup(
  parts: readonly ReportPart[],
  head: ReportHead,
  options: ReportOptions
): Promise<Markup> {
  const sections: Markup[] = [];
  for (const part of withoutTitle(parts, head.title)) {
    const section = await cellMarkup(part, options);
    if (section) sections.push(section);
  }
  const individual = holdsRows(parts, options) ? words.individualYes : words.individualNo;
  const provenance = [
    ...head.provenance,
    ...parts.flatMap((part) => (isIn(part, options) ? (part.reported?.provenance ?? []) : []))
  ];
  return html`<article class="report">
    <header class="front">
      <h1>${head.title}</h1>
      ${head.facts.length > 0 && factsMarkup(head.facts)}
      <p class="individual">${individual}</p>
    </header>
    ${sections}
    <footer class="provenance">
      <h2>${words.provenance}</h2>
      ${factsMarkup(provenance)}
      <p class="faint">${words.purpose}</p>
    </footer>
  </article>`;
}

/** The title stands over everything: a first heading that says the same is not said again. */
function withoutTitle(parts: readonly ReportPart[], title: string): readonly ReportPart[] {
  const [first, ...rest] = parts;
  const heading = /^\s*#\s+(.+?)\s*#*\s*(?:\n|$)/.exec(first?.cell.kind === 'markdown' ? first.cell.text : '');
  if (!first || heading?.[1] !== title) return parts;
  return [{ ...first, cell: { ...first.cell, text: first.cell.text.slice(heading[0].length) } }, ...rest];
}

async function cellMarkup(part: ReportPart, options: ReportOptions): Promise<Markup | undefined> {
  const { cell, kind, reported } = part;
  if (cell.kind === 'markdown') {
    if (!isIn(part, options) || part.off) return undefined;
    return blockMarkup({ type: 'markdown', text: cell.text }, options.draw);
  }
  const pieces: Piece[] = [];
  const named = html`<p class="head">
    ${cell.id !== undefined && html`<code>${cell.id}</code> `}${kind?.title ?? cell.kind}${part.simulated && html`, <i>${words.simulated}</i>`}
  </p>`;
  if (options.code || !kind) pieces.push(codeMarkup(part));
  if (part.off) pieces.push(html`<p class="faint">${words.off}</p>`);
  if (part.error) pieces.push(errorMarkup(part));
  if (isIn(part, options)) {
    for (const warning of part.warnings) pieces.push(html`<p class="warning">${sentence(warning())}</p>`);
    if (part.staleSince !== undefined)
      pieces.push(html`<p class="warning">${words.before(clock(part.staleSince))}</p>`);
    if (reported) pieces.push(await outputMarkup(part, options));
    else if (kind && !part.off && !part.error) {
      pieces.push(html`<p class="faint">${part.hasOutput ? words.noneToShow : words.noOutput}</p>`);
    }
  }
  if (pieces.length === 0) return undefined;
  return html`<section class="cell" data-kind="${cell.kind}">${named}${pieces}</section>`;
}

async function outputMarkup(part: ReportPart, options: ReportOptions): Promise<Markup> {
  const { reported } = part;
  if (!reported) return html``;
  const { individual, note, summary, blocks } = reported;
  const label = html`<p class="individual">
    ${individual ? words.individualYes : words.individualNo}${note !== undefined && `; ${note}`}
  </p>`;
  if (individual && !isLetIn(part, options)) {
    return html`<div class="output left-out"><p class="said">${words.leftOut} ${summary}</p></div>`;
  }
  const made: Markup[] = [];
  for (const block of blocks) made.push(await blockMarkup(block, options.draw));
  return html`<div class="output">${made}${label}</div>`;
}

function errorMarkup({ error }: ReportPart): Markup {
  if (!error) return html``;
  const { message, hint } = worded(error);
  return html`<p class="error"><b>${words.failed}</b> ${sentence(message)}${hint && html` ${sentence(hint)}`}</p>`;
}

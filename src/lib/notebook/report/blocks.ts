import type { Column, Table } from '$workers/shared/table';
import { report as words } from '$lib/messages/report';
import { barOf } from '$lib/ui/attrition/attrition';
import { swatchOf, type KeyPart } from '$lib/ui/chart/chart-key';
import { columnFormat, type ColumnFormat } from '$lib/ui/data-table/column-format';
import { shownValue } from '$lib/ui/data-table/format-value';
import { ui } from '$lib/messages/ui';
import type { ReportAttrition, ReportBlock, ReportFigure, ReportTable } from './contract';
import { html, Markup, sentence, type Piece } from './markup';
import { proseMarkup } from './prose';

/** Draws a figure out of sight and gives what it drew. */
export type DrawFigure = (figure: ReportFigure) => Promise<string>;

/** One block as markup. */
export async function blockMarkup(block: ReportBlock, draw: DrawFigure): Promise<Markup> {
  switch (block.type) {
    case 'markdown':
      return proseMarkup(block.text);
    case 'text':
      return html`<p class="${block.faint ? 'faint' : 'said'}">${sentence(block.text)}</p>`;
    case 'facts':
      return factsMarkup(block.facts);
    case 'table':
      return tableMarkup(block);
    case 'attrition':
      return attritionMarkup(block);
    case 'figure':
      return figureMarkup(block, await draw(block));
  }
}

export function factsMarkup(facts: readonly (readonly [name: string, value: string])[]): Markup {
  const rows = facts.map(
    ([name, value]) =>
      html`<div>
        <dt>${sentence(name)}</dt>
        <dd>${sentence(value)}</dd>
      </div>`
  );
  return html`<dl class="facts">${rows}</dl>`;
}

function figureMarkup({ title, description, key, caption }: ReportFigure, drawing: string): Markup {
  return html`<figure>
    ${title !== undefined && html`<p class="title">${sentence(title)}</p>`}
    <div class="drawing">${new Markup(drawing)}</div>
    <figcaption>
      <span class="visually-hidden">${description}</span>${key && keyMarkup(key)}${caption && sentence(caption)}
    </figcaption>
  </figure>`;
}

function keyMarkup(parts: readonly KeyPart[]): Markup {
  return html`<span class="key">${parts.map((part) => html`<span>${swatchMarkup(part)}${part.words}</span> `)}</span>`;
}

/** A sign of a drawing as SVG, for a legend. */
export function swatchMarkup(part: KeyPart): Markup {
  const { width, height, shapes } = swatchOf(part);
  const drawn = shapes.map(({ name, attributes }) => {
    const written = Object.entries(attributes).map(([attribute, value]) => html` ${new Markup(attribute)}="${value}"`);
    return html`<${new Markup(name)}${written} />`;
  });
  return html`<svg class="swatch" width="${width}" height="${height}" aria-hidden="true">${drawn}</svg>`;
}

/**
 * A plain table. Its head is repeated on each page; how many rows there are in all is always said. Where the columns do
 * not fit side by side, they go on below, behind the first column again.
 */
function tableMarkup({ title, table, of, caption }: ReportTable): Markup {
  const formats = table.columns.map((column) => columnFormat(column, column, table.rows));
  const said = table.rows < of ? words.firstRows(table.rows, of) : words.allRows(of);
  const parts = columnsSideBySide(formats.map(({ width }) => width)).map((columns) =>
    partMarkup(table, formats, columns)
  );
  return html`<div class="table${table.rows <= 12 && ' short'}">
    ${title !== undefined && html`<p class="title">${sentence(title)}</p>`}${parts}
    <p class="faint">${said}${caption && html`. ${sentence(caption)}`}</p>
  </div>`;
}

/** Room for the columns of one table, px as the grid measures them. */
const tableRoom = 736;

function columnsSideBySide(widths: readonly number[]): number[][] {
  const parts: number[][] = [];
  let room = -1;
  widths.forEach((width, column) => {
    const part = parts.at(-1);
    if (part && width <= room) {
      part.push(column);
      room -= width;
      return;
    }
    parts.push(column === 0 ? [0] : [0, column]);
    room = tableRoom - width - (column === 0 ? 0 : (widths[0] ?? 0));
  });
  return parts;
}

/** A long name of a column may break behind its lines. */
function breakable(name: string): Piece {
  return name.split(/(?<=_)/).map((piece, at) => (at === 0 ? piece : html`<wbr />${piece}`));
}

function partMarkup(table: Table, formats: readonly ColumnFormat[], columns: readonly number[]): Markup {
  const looks = (at: number, faint: boolean) => {
    const format = formats[at];
    const look = [format?.align === 'right' && 'end', format?.code && 'code', faint && 'faint']
      .filter(Boolean)
      .join(' ');
    return look !== '' && html` class="${look}"`;
  };
  const heads = columns.map((at) => {
    const column = table.columns[at];
    const unit = column?.unit && html` <small>${column.unit}</small>`;
    return html`<th scope="col" ${looks(at, false)}>${breakable(column?.label ?? column?.name ?? '')}${unit}</th>`;
  });
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const cells = columns.map((at): Piece => {
      const { text, kind } = shownValue(table.columns[at] as Column, row, formats[at]?.decimals, ui.table);
      return html`<td${looks(at, kind !== 'value')}>${kind === 'empty' ? ui.table.empty : text}</td>`;
    });
    return html`<tr>
      ${cells}
    </tr>`;
  });
  return html`<table>
    <thead>
      <tr>
        ${heads}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function attritionMarkup({ title, rows, heads, hatched, caption }: ReportAttrition): Markup {
  const all = rows[0]?.left ?? 0;
  const body = rows.map((row) => {
    const { left, lost } = barOf(row, all);
    const bar = html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width="${left}" height="10" fill="var(--c1-area)" />
      ${row.lost > 0 && html`<rect x="${left}" width="${Math.max(lost, 0.4)}" height="10" fill="url(#report-hatch)" />`}
    </svg>`;
    const notes = row.notes.map((note) => html` <small>${sentence(note)}</small>`);
    return html`<tr>
      <th scope="row">${sentence(row.name)}</th>
      <td class="bar">${bar}</td>
      <td class="end">${row.count}</td>
      ${heads && html`<td class="end">${row.second}</td>`}
      <td>${row.out && sentence(row.out)}${notes}</td>
    </tr>`;
  });
  const head =
    heads &&
    html`<thead>
      <tr>
        <th scope="col">${words.steps}</th>
        <th></th>
        <th scope="col" class="end">${heads[0]}</th>
        <th scope="col" class="end">${heads[1]}</th>
        <th></th>
      </tr>
    </thead>`;
  const swatch = html`<svg class="swatch" width="20" height="10" aria-hidden="true">
    <defs>
      <pattern id="report-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.5" height="4" fill="var(--line-strong)" />
      </pattern>
    </defs>
    <rect width="20" height="10" fill="url(#report-hatch)" />
  </svg>`;
  return html`<figure class="attrition">
    <p class="title">${sentence(title)}</p>
    <table>
      ${head}
      <tbody>
        ${body}
      </tbody>
    </table>
    <figcaption>${hatched !== undefined && html`${swatch} ${hatched} `}${caption && sentence(caption)}</figcaption>
  </figure>`;
}

import { flushSync, mount, unmount } from 'svelte';
import { fileName, letOut, type LeavingTable } from '$lib/egress';
import { gate } from '$lib/messages/egress';
import type { Cell } from '$lib/notebook/model';
import { reportedOf, type ReportFigure } from '$lib/notebook/report';
import type { KeyPart } from '$lib/ui/chart/chart-key';
import ChartKey from '$lib/ui/chart/ChartKey.svelte';
import { countMarks, inLight, pictureOf, rasterOf, type Picture } from '$lib/ui/picture';
import { plainSentence } from '$lib/ui/sentence';
import type { PageState } from '../page-state.svelte';

/** Room for a drawing whose cell is not on the page, px. */
const usualWidth = 720;

/** The drawings of a cell as one picture, by the gate: in the light colours, with title and caption. */
export async function saveDrawing(page: PageState, cell: Cell, form: 'SVG' | 'PNG'): Promise<boolean> {
  const { session, registry, engines } = page;
  const { signal } = new AbortController();
  const reported = await reportedOf({ session, registry, engines, most: 0, signal }, cell);
  const figures = (reported?.blocks ?? []).filter((block) => block.type === 'figure');
  const drawn = await drawOnPaper(figures, cell);
  if (!drawn || !reported) return false;
  const { picture, marks, tables } = drawn;
  const content = form === 'PNG' ? await rasterOf(picture) : new Blob([picture.svg], { type: 'image/svg+xml' });
  const called = cell.id ?? figures[0]?.title ?? page.exchange.title;
  const name = fileName(called, form.toLowerCase(), 'drawing');
  return letOut({
    kind: 'chart',
    name,
    content,
    what: gate.kinds.chart(called, form),
    notebook: page.exchange.title,
    ...(cell.id === undefined ? {} : { cell: cell.id }),
    tables: tables.map((one) => ({ ...one, individual: reported.individual })),
    texts: [{ name, text: picture.words.join('\n') }],
    // Where it is known what was drawn, that is looked at.
    drawn: { marks, individual: reported.individual && tables.length === 0 }
  });
}

interface Drawn {
  picture: Picture;
  marks: number;
  tables: LeavingTable[];
}

/** Draws on white paper that lies out of sight. Figures without a drawing stay out. */
async function drawOnPaper(figures: readonly ReportFigure[], cell: Cell): Promise<Drawn | undefined> {
  const paper = document.createElement('div');
  const shown = document.querySelector(`li.cell[data-key="${CSS.escape(cell.key)}"] .output`);
  const width = Math.round(shown?.clientWidth || usualWidth);
  paper.setAttribute('aria-hidden', 'true');
  paper.inert = true;
  paper.style.cssText =
    `position: fixed; left: -10000px; top: 0; width: ${width}px; visibility: hidden; ` +
    'display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; color: var(--ink); font: var(--t-ui)';
  inLight(paper);
  document.body.append(paper);
  const keys: ReturnType<typeof mount>[] = [];
  try {
    let marks = 0;
    const tables: LeavingTable[] = [];
    for (const [at, figure] of figures.entries()) {
      const place = document.createElement('div');
      paper.append(words(figure.title, 'var(--t-title)', 'var(--ink)'), place);
      await figure.draw(place, width);
      const isDrawing = place.querySelector('svg') !== null;
      if (!isDrawing) place.remove();
      if (isDrawing && figure.key) keys.push(keyInto(paper, figure.key));
      paper.append(isDrawing ? words(figure.caption, 'var(--t-small)', 'var(--ink-faint)') : '');
      marks += figure.table?.rows ?? countMarks(place);
      // Two drawings of one cell are two.
      const name = `${cell.id ?? figure.title ?? cell.kind}${at === 0 ? '' : ` ${at + 1}`}`;
      if (figure.table) tables.push({ name, table: figure.table });
    }
    const picture = pictureOf(paper);
    return picture && { picture, marks, tables };
  } finally {
    for (const key of keys) void unmount(key);
    paper.remove();
  }
}

/** Below the drawing, as on the page. */
function keyInto(paper: HTMLElement, parts: readonly KeyPart[]): ReturnType<typeof mount> {
  const place = document.createElement('div');
  place.style.cssText = 'font: var(--t-small); color: var(--ink-faint)';
  paper.append(place);
  const key = mount(ChartKey, { target: place, props: { parts } });
  flushSync();
  return key;
}

function words(text: string | undefined, font: string, color: string): Node {
  if (!text) return document.createTextNode('');
  const line = document.createElement('p');
  line.textContent = plainSentence(text);
  line.style.cssText = `margin: 0; font: ${font}; color: ${color}`;
  return line;
}

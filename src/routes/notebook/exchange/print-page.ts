import { trustedMarkup } from '$workers/shared/trusted-types';
import { printOut } from '$lib/egress';
import { report as words } from '$lib/messages/report';
import { drawOutOfSight, reportStyle } from '$lib/notebook/report';
import type { PageState } from '../page-state.svelte';
import { linkFootnotes } from './link-footnotes';
import { ReportMaking } from './report-making.svelte';

export interface PrintChoices {
  code: boolean;
  /** Rows of a table at most. */
  rows: number;
  /** Results of cells that the notebook hides. */
  hidden: boolean;
}

/**
 * The whole notebook as plain markup in the page, and the browser's own dialog over it. Not the cells as they stand: a
 * grid has only the rows on the screen, and a box that scrolls prints one page. Gone again when the printing is over.
 * @returns opens the browser's dialog
 */
export async function preparePrint(page: PageState, choices: PrintChoices): Promise<() => void> {
  const making = new ReportMaking(page);
  await making.gather(choices.rows);
  if (making.problem) throw making.problem;
  const options = { code: choices.code, withRows: 'all', hidden: choices.hidden, draw: drawOutOfSight } as const;
  const { title, article } = await making.article(options);
  const root = document.createElement('div');
  root.className = 'print-root';
  root.innerHTML = trustedMarkup(article.text);
  linkFootnotes(root, words.links);
  const style = document.createElement('style');
  style.textContent = reportStyle + onPaper;
  root.prepend(style);
  document.body.append(root);
  const before = document.title;
  const done = new AbortController();
  const end = () => {
    done.abort();
    root.remove();
    document.title = before;
  };
  window.addEventListener('afterprint', end, { signal: done.signal });
  await Promise.all([...root.querySelectorAll('img')].map((image) => image.decode().catch(() => {})));
  await Promise.all(faces.map((face) => document.fonts.load(face)));
  return () => {
    // What the browser proposes as the name of a PDF.
    document.title = title;
    void printOut(title, making.withRows.length === 0 ? 0 : making.rowCount(choices.rows));
  };
}

/** What the screen may not have needed yet. */
const faces = [
  "400 14px 'Source Code Pro Variable'",
  "400 18px 'Source Serif 4 Variable'",
  "italic 400 18px 'Source Serif 4 Variable'"
];

/** Only what is printed stands on paper; on the screen nobody sees it. */
const onPaper = `
.print-root { display: none; }
@media print {
  html, body { overflow: visible !important; height: auto !important; }
  body > :not(.print-root) { display: none !important; }
  .print-root { display: block; }
}`;

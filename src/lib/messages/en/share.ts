import { counted } from './pages';

/** What the notebook page says of bringing a notebook in and out, before anything of it is loaded. */
export const share = {
  saveMarkdown: 'Save as Markdown',
  saveIpynb: 'Save for Jupyter (.ipynb)',
  saveKit: 'Save for Notebook Kit (.html)',
  link: 'Share as a link …',
  report: 'HTML report …',
  print: 'Print …',
  present: 'Present',
  arrivedReport: (file: string) => `What came of ${file} …`,
  cameFrom: (file: string) => `Opened from \`${file}\`.`,
  counts: (kept: number, changed: number, dropped: number) =>
    `${counted(kept, 'cell', 'cells')} kept; ${changed} changed, ${dropped} left out.`,
  showReport: 'Show what changed',
  dismiss: 'Dismiss'
};

import type * as en from '../en/share';
import type { Words } from '../words';
import { counted } from './figures';

export const share: Words<typeof en.share> = {
  saveMarkdown: 'Tallenna Markdown-muodossa',
  saveIpynb: 'Tallenna Jupyteriin (.ipynb)',
  saveKit: 'Tallenna Notebook Kitiin (.html)',
  link: 'Jaa linkkinä …',
  report: 'HTML-raportti …',
  print: 'Tulosta …',
  present: 'Esitä',
  arrivedReport: (file) => `Miten tiedoston ${file} tuonti onnistui …`,
  cameFrom: (file: string) => `Avattu tiedostosta \`${file}\`.`,
  counts: (kept: number, changed: number, dropped: number) =>
    `${counted(kept, 'solu', 'solua')} säilyi; ${changed} muuttui, ${dropped} jäi pois.`,
  showReport: 'Näytä muutokset',
  dismiss: 'Sulje'
};

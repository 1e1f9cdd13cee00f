import type { Failure } from '../words';

/** Failures of exporting a table (the data engine's). */
export const exporting: Record<string, Failure> = {
  'export-sheet-full': {
    message: (v) => `${v.rows} riviä × ${v.columns} saraketta ei mahdu Excel-taulukkoon (enintään ${v.limit} riviä).`,
    hint: () => 'Suodata rivejä ensin tai vie CSV- tai Parquet-tiedostona.'
  },
  'export-text-long': {
    message: (v) => `${v.length} merkin teksti ei mahdu Excelin soluun (enintään ${v.limit}).`,
    hint: () => 'Vie CSV- tai Parquet-tiedostona.'
  },
  'export-incomplete': {
    message: (v) => `Riveistä saatiin vain ${v.found} / ${v.rows}.`,
    hint: () => 'Suorita solu uudelleen ja vie sitten.'
  }
};

import type * as en from '../en/profile';
import type { Words } from '../words';
import { count as n, counted } from './figures';

const rows = (of: number) => counted(of, 'rivi', 'riviä');

export const profileWords: Words<typeof en.profileWords> = {
  strip: {
    summary: (column, of) => `${column}: ${rows(of)}`,
    noneMissing: 'mitään ei puutu',
    someMissing: (share) => `${share} puuttuu`,
    ends: (least, greatest) => `arvosta ${least} arvoon ${greatest}`,
    idNothing: 'tunniste, ei näytetä',
    idValues: (of) => counted(of, 'arvo', 'arvoa'),
    text: 'tekstiä, ei näytetä',
    nothing: 'ei arvoja',
    other: 'tästä tyypistä ei ole kuvaa',
    missing: (share, of) => `${share} puuttuu (${rows(of)})`,
    bin: (first, last) => (first === last ? `${first}` : `${first}–${last}`),
    others: (of) => counted(of, 'muu arvo', 'muuta arvoa'),
    bar: (of, all) => `${of}: ${rows(all)}`,
    barKept: (of, kept, all) => `${of}: ${n(kept)} / ${rows(all)}`,
    small: 'vain muutama rivi, ei näytetä esitettäessä',
    sample: (of, all) => `otos: ${n(of)} / ${rows(all)}`,
    sampleShort: 'otos',
    open: (column) => `Profiili: ${column}`
  }
};

import type { Failure } from '../words';
import { importWords } from './import';

const typeWord = (type: string | number | undefined) => importWords.types[String(type)] ?? String(type);

/** Warnings of an import, and why a column has its type. */
export const importRemarks: Record<string, Failure> = {
  'column-spoiled': {
    message: (v) =>
      `${v.column}: luettiin tekstinä, koska ${v.count === '1' ? '1 arvo ei ole' : `${v.count} arvoa ei ole`} tyyppiä ${typeWord(v.type)}.`,
    hint: (v) => `Valitse ${typeWord(v.type)}, niin näet missä ja voit panna ne rivit syrjään.`
  },
  'missing-read': { message: (v) => `${v.column}: ${v.tokens} luettiin puuttuvaksi.` },
  'zone-to-utc': { message: (v) => `${v.column}: ajat, joissa on aikaero, säilytetään UTC-aikana.` },
  'names-changed': {
    message: (v) =>
      `Sarakkeiden nimistä ${v.count} oli tyhjiä, toistuvia tai välilyönneillä täytettyjä; katso sarakkeita.`
  },
  'encoding-proposed': {
    message: (v) => `Luettiin merkistönä ${v.encoding}: tarkista, että ä, é, ñ ja muut kirjaimet ovat oikein.`
  },
  'last-line-open': {
    message: (v) => `Viimeisen rivin ${v.line} lopussa ei ole rivinvaihtoa: tiedosto voi olla katkennut siitä.`,
    hint: () => 'Vertaa tiedoston loppua sen lähteeseen.'
  },
  'omop-column-missing': {
    message: (v) => `Taulusta ${v.table} puuttuu, mitä OMOP CDM ${v.version} vaatii: ${v.columns}.`
  },
  'excel-digits': {
    message: (v) =>
      `Luvuista ${v.count} on yli 9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0991: Excel säilyttää niistä vain 15 numeroa.`,
    hint: () => 'Tallenna tällaiset tunnisteet tekstisoluina.'
  },
  'excel-seconds': { message: (v) => `${v.count} kellonaikaa pyöristettiin sekunteihin.` },
  'type-none': { message: () => 'ei arvoa millään rivillä' },
  'type-texts': { message: (v) => `tekstejä ${v.present}` },
  'type-all': { message: (v) => `${v.present} / ${v.present} lukukelpoisia: ${typeWord(v.type)}` },
  'type-only': { message: (v) => `vain ${v.fits} / ${v.present} lukukelpoisia: ${typeWord(v.type)}` },
  'type-chosen': { message: (v) => `valittu; ${v.fits} / ${v.present} lukukelpoisia: ${typeWord(v.type)}` },
  'type-leading-zero': { message: () => 'koodeja: jotkin alkavat nollalla' },
  'type-identifier': { message: () => 'nimetty kuin tunniste, mutta kaikki eivät ole kokonaislukuja' },
  'type-day-or-month': { message: () => 'päivä tai kuukausi voi olla ensin' },
  'type-two-digits': { message: () => 'vuodet kahdella numerolla' },
  'type-omop': { message: (v) => `OMOP CDM ${v.version}: ${typeWord(v.type)}` },
  'type-file': { message: (v) => `tiedoston mukaan ${typeWord(v.type)}` },
  'type-file-chosen': { message: (v) => `valittu; tiedoston mukaan ${typeWord(v.type)}` }
};

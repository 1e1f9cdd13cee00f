import type { Failure } from '../words';

const wanted: Readonly<Record<string, string>> = {
  table: 'taulu',
  text: 'teksti',
  number: 'luku',
  truth: 'true tai false',
  object: 'olio',
  numbers: 'luettelo lukuja',
  column: 'sarakkeen nimi',
  columns: 'luettelo sarakkeiden nimiä',
  list: 'luettelo'
};
const found: Readonly<Record<string, string>> = {
  nothing: 'se puuttuu',
  null: 'se on `null`',
  'a-number': 'se on luku',
  'a-text': 'se on teksti',
  'a-truth': 'se on true tai false',
  'a-list': 'se on luettelo',
  'a-table': 'se on taulu',
  'an-object': 'se on olio, joka ei ole taulu',
  another: 'se on jotain muuta'
};

/** Failures of calls that own code makes. */
export const calling: Record<string, Failure> = {
  'call-argument': {
    message: (v) =>
      `Funktion \`${v.method}\` ${v.place}. argumentin ${v.name} pitää olla ${wanted[String(v.wanted)] ?? v.wanted}; ` +
      `${found[String(v.found)] ?? v.found}.`,
    hint: (v) => `Kutsu sitä näin: \`${v.usage}\`.`
  },
  'call-key': {
    message: (v) => `\`${v.method}\` ei ota kohtaa ${v.name}.`,
    hint: (v) => (v.near ? `Tarkoititko kohtaa ${v.near}?` : `Se ottaa nämä: ${v.known}.`)
  }
};

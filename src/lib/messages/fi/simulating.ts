import type { Failure } from '../words';

/** Failures of the simulator. */
export const simulating: Record<string, Failure> = {
  'simulate-use-unknown': {
    message: (v) => `Simulaatiota nimeltä ${v.use} ei ole.`,
    hint: (v) => `Valitse jokin näistä: ${v.known}.`
  },
  'simulate-persons-range': {
    message: (v) => `Henkilöiden määrä on kokonaisluku väliltä 1–${String(v.most).replaceAll(',', '\u00a0')}.`,
    hint: () => 'Kirjoita esimerkiksi 600.'
  },
  'simulate-part-large': {
    message: (v) => `${v.persons} henkilöä ei mahdu yhteen tauluun; ${v.most} mahtuu.`,
    hint: () => 'Simuloi vähemmän henkilöitä tai yksi sairaala kerrallaan.'
  },
  'simulate-part-outside': {
    message: (v) => `Henkilöt ${v.first}–${v.end} eivät kuulu joukkoon, jossa on ${v.persons} henkilöä.`,
    hint: () => 'Anna ensimmäinen henkilö ja viimeistä seuraava, nollasta laskien.'
  },
  'simulate-seed-range': {
    message: () => 'Siemenluku on kokonaisluku väliltä 0–9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0991.',
    hint: () => 'Kirjoita esimerkiksi 1.'
  },
  'simulate-hospital-unknown': {
    message: (v) => `Simuloitua sairaalaa ${v.hospital} ei ole.`,
    hint: () => 'Valitse 1, 2, 3 tai 4.'
  },
  'simulate-hospitals-none': {
    message: () => 'Yhtään sairaalaa ei ole valittu.',
    hint: () => 'Valitse vähintään yksi: 1, 2, 3 tai 4.'
  },
  'simulate-table-unknown': {
    message: (v) => `Simulaatio ei tee taulua nimeltä ${v.table}.`,
    hint: (v) => `Valitse jokin näistä: ${v.known}.`
  },
  'simulate-tables-none': {
    message: () => 'Yhtään taulua ei ole valittu.',
    hint: () => 'Valitse vähintään yksi taulu, esimerkiksi hours.'
  },
  'files-hackathon-use': {
    message: (v) => `Hackathonin muoto on tehohoidon; simulaatiolla ${v.use} ei ole sellaista.`,
    hint: () => 'Valitse käyttötapaus picu-sepsis tai tavalliset taulut.'
  },
  'files-part-none': {
    message: (v) => `Osaa ${v.part} ei ole: tässä aineistossa niitä on ${v.parts}.`,
    hint: () => 'Laske osat nollasta alkaen.'
  },
  'clinical-call': {
    message: (v) => `Funktiota \`clinical.${v.method}\` kutsuttiin muulla kuin mitä se ottaa.`,
    hint: () => 'Katso sen ohje: kirjoita sen nimi ja odota.'
  },
  'clinical-no-column': {
    message: (v) => `Taulussa ei ole saraketta ${v.column}.`,
    hint: (v) => `Siinä on: ${v.known}.`
  },
  'clinical-time-unit': {
    message: (v) => `Sarakkeen ${v.column} ajat ovat lukuja, eikä mikään kerro minkä.`,
    hint: () => 'Kerro `timeUnit`: s, min, h tai d.'
  }
};

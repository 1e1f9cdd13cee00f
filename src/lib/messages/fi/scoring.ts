import type { Failure } from '../words';

/** Failures of the scores. */
export const scoring: Record<string, Failure> = {
  'score-unknown': {
    message: (v) => `Pisteytystä nimeltä ${v.score} ei ole.`,
    hint: (v) => `Valitse jokin näistä: ${v.known}.`
  },
  'score-input-unknown': {
    message: (v) => `Pisteytyksellä ${v.score} ei ole syötettä nimeltä ${v.input}.`,
    hint: (v) => (v.near ? `Tarkoititko ${v.near}?` : `Sen syötteet ovat: ${v.known}.`)
  },
  'score-inputs-none': {
    message: () => 'Yhtään saraketta ei ole annettu, joten pisteytettäviä rivejä ei ole.',
    hint: () => 'Valitse sarake ainakin yhdelle syötteelle.'
  },
  'score-rows-differ': {
    message: (v) => `Syötteen ${v.input} sarakkeessa on ${v.rows} riviä, muissa ${v.expected}.`,
    hint: () => 'Ota kaikki sarakkeet samasta taulusta.'
  },
  'score-input-type': {
    message: (v) => `Syötteen ${v.input} sarake on tyyppiä ${v.type}; tarvitaan ${v.wanted}.`,
    hint: (v) => `Muunna sarake ensin tai valitse syötteelle ${v.input} toinen sarake.`
  },
  'score-unit-unknown': {
    message: (v) => `Syötettä ${v.input} ei voi lukea yksikössä ${v.unit}.`,
    hint: (v) => `Tunnetut yksiköt ovat: ${v.known}.`
  },
  'score-lms-none': {
    message: () => 'z-piste tarvitsee viitetaulun, eikä sitä ole annettu.',
    hint: () => 'Anna taulu, jossa on sarakkeet variable, age, L, M ja S sekä sex, jos se vaikuttaa.'
  },
  'score-lms-column': {
    message: (v) => `Viitetaulussa ei ole kelvollista saraketta ${v.column}.`,
    hint: () => 'Siinä on oltava variable (teksti), age, L, M ja S (lukuja) sekä sex (teksti), jos se vaikuttaa.'
  },
  'score-lms-variable': {
    message: (v) => `Viitetaulussa ei ole rivejä muuttujalle ${v.variable}.`,
    hint: (v) => `Siinä on: ${v.known}.`
  },
  'score-lms-values': {
    message: (v) => `Viitetaulun rivi ${v.row} ei kelpaa: age, L, M ja S ovat lukuja, M ja S suurempia kuin 0.`,
    hint: () => 'Korjaa rivi tai jätä se pois.'
  },
  'score-lms-twice': {
    message: (v) => `Viitetaulussa on ikä ${v.age} kahdesti samalle muuttujalle ja sukupuolelle.`,
    hint: () => 'Jätä yksi rivi kutakin ikää kohti.'
  }
};

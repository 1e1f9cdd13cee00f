import type { Failure } from '../words';

/** Failures of the scores and of their look-back. */
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
  },
  'windows-person-type': {
    message: (v) =>
      `Henkilön tai hoitojakson tunniste on kokonaisluku tai teksti; yksi sarakkeista on tyyppiä ${v.type}.`,
    hint: () => 'Ota samanlainen tunniste havaintoihin ja pisteytettäviin aikoihin.'
  },
  'windows-episode-one': {
    message: () => 'Toinen tauluista erottaa henkilön hoitojaksot ja toinen ei.',
    hint: () => 'Anna hoitojaksojen sarake kummassakin tai ei kummassakaan.'
  },
  'windows-time-type': {
    message: (v) => `Aika on päivä, aikaleima tai luku; yksi sarakkeista on tyyppiä ${v.type}.`,
    hint: () => 'Muunna sarake ensin.'
  },
  'windows-time-unit': {
    message: (v) => `Aikaa ei voi lukea yksikössä ${v.unit}.`,
    hint: (v) => `Tunnetut yksiköt ovat: ${v.known}.`
  },
  'windows-variable-twice': {
    message: (v) => `Syötteelle ${v.input} on annettu kaksi saraketta.`,
    hint: () => 'Valitse niistä yksi.'
  },
  'windows-time-mixed': {
    message: () => 'Toisessa taulussa on päiviä tai aikaleimoja ja toisessa lukuja.',
    hint: () => 'Anna kummatkin aikaleimoina tai kummatkin aikana samasta hetkestä.'
  },
  'windows-score': {
    message: (v) => `Pisteytykselle ${v.score} ei ole julkaistu aikaikkunoita.`,
    hint: (v) => `Aikaikkunat tunnetaan näille: ${v.known}.`
  },
  'windows-onset-score': {
    message: (v) => `Pisteytys ${v.score} ei kerro, milloin sepsis alkaa.`,
    hint: (v) => `Nämä kertovat: ${v.known}.`
  },
  'windows-label-before': {
    message: (v) => `Merkintä alkaa 0–${v.most} tuntia ennen sepsiksen alkua.`,
    hint: () => 'Kirjoita 6, jos merkinnät ovat kuin vuoden 2019 kilpailussa, 0, jos ne alkavat sepsiksen alusta.'
  },
  'windows-label-length': {
    message: () => 'Merkinnän kesto on tunteja, enemmän kuin 0.',
    hint: () => 'Jätä se pois, jos merkintä kestää hoitojakson loppuun.'
  }
};

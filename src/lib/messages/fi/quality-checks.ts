import type { Failure } from '../words';

/** Failures of the checks of an extract. */
export const qualityChecking: Record<string, Failure> = {
  'quality-check-unknown': {
    message: (v) => `Tarkistusta ${v.check} ei ole.`,
    hint: (v) => `Tarkistukset on numeroitu 1–${v.last}.`
  },
  'quality-threshold-range': {
    message: (v) => `Tarkistuksen ${v.check} raja on prosentteja, 0–100.`,
    hint: () => 'Kirjoita esimerkiksi 5.'
  },
  'quality-limit-range': {
    message: (v) => `Raja "${v.limit}" ei ole luku, joka on suurempi kuin 0.`,
    hint: () => 'Jätä se pois, niin käytetään tavallista.'
  },
  'quality-age-range': {
    message: () => 'Iät käynnillä ovat kaksi kokonaista vuotta, ensimmäinen enintään toinen.',
    hint: () => 'Kirjoita esimerkiksi 0 ja 18.'
  },
  'quality-visit-concept': {
    message: () => 'Tehohoito kerrotaan yhdellä tai useammalla käynnin käsitteellä, jotka ovat kokonaislukuja.',
    hint: () => 'Jätä se pois, niin käytetään tavallista, 32037.'
  },
  'quality-date': {
    message: (v) => `"${v.date}" ei ole poiminnan päivä.`,
    hint: () => 'Kirjoita se näin: 2025-12-31.'
  },
  'quality-map-absent': {
    message: (v) => `Taulua "${v.table}", jossa olisi käsitteiden muuttujat, ei ole.`,
    hint: () => 'Nimeä taulu, jossa on sarakkeet concept_id, variable, unit ja factor.'
  },
  'quality-map-columns': {
    message: (v) => `Taulussa "${v.table}" ei ole saraketta ${v.column}.`,
    hint: () => 'Siinä on oltava sarakkeet concept_id, variable, unit ja factor.'
  },
  'quality-map-entry': {
    message: (v) => `Muuttujaluettelon rivin ${v.row} ${v.part} ei kelpaa.`,
    hint: () => 'Jokaisella on kokonainen concept_id, muuttujan nimi ja nollaa suurempi kerroin muuttujan yksikköön.'
  }
};

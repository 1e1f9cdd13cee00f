import type { Failure } from '../words';

/** Failures of the hourly grid. */
export const hourlyGrid: Record<string, Failure> = {
  'hourly-role': {
    message: (v) => `Taulussa ${v.table} ei ole saraketta, joka tunnettaisiin: ${v.role}.`,
    hint: (v) => `Nimeä se: columns: { ${v.role}: … }. Sarakkeet ovat ${v.known}.`
  },
  'hourly-column': {
    message: (v) => `Taulussa ${v.table} ei ole saraketta ${v.column}.`,
    hint: (v) => (v.near ? `Tarkoititko ${v.near}?` : `Sarakkeet ovat ${v.known}.`)
  },
  'hourly-time-type': {
    message: (v) => `Taulun ${v.table} sarakkeessa ${v.column} ei ole aikaleimoja.`,
    hint: () => 'Valitse sarake, jossa on päivä ja kellonaika, tai muunna se ensin.'
  },
  'hourly-person-types': {
    message: (v) => `Henkilöt ovat toisessa tauluista ${v.one} ja ${v.other} lukuja ja toisessa tekstiä.`,
    hint: () => 'Muunna toisen taulun sarake ensin.'
  },
  'hourly-no-variables': {
    message: (v) => `Taulussa ${v.table} ei ole yhtään tunnettua muuttujaa.`,
    hint: (v) => `Anna taulu, joka kertoo, mitä muuttujia koodit ovat. Löytyi: ${v.found}.`
  },
  'hourly-variable-unknown': {
    message: (v) => `Muuttujaa ${v.variable} ei ole.`,
    hint: (v) => (v.near ? `Tarkoititko ${v.near}?` : `Tunnetut ovat ${v.known} ja oman taulusi muuttujat.`)
  },
  'hourly-carry': {
    message: (v) => `Tunnit, joiden ajan muuttuja ${v.variable} siirtyy eteenpäin, eivät ole luku nollasta ylöspäin.`,
    hint: () => 'Kirjoita esimerkiksi 6, tai 0, jos ei lainkaan.'
  },
  'hourly-no-stays': {
    message: (v) => `Taulun ${v.table} yksikään rivi ei ole hoitojakso, jolla on alku ja myöhempi loppu.`,
    hint: () => 'Tarkista tulo- ja lähtöajat.'
  },
  'hourly-too-large': {
    message: (v) =>
      `Hoitojaksoissa on yhteensä ${v.hours} tuntia, pisimmässä ${v.longest}; yhteen tauluun mahtuu ${v.most}.`,
    hint: () => 'Etsi jaksot, joiden loppu on väärä, tai ota niitä vähemmän.'
  },
  'hourly-map-column': {
    message: (v) => `Taulussa ${v.table}, joka kertoo koodien merkityksen, ei ole kelvollista saraketta ${v.column}.`,
    hint: () => 'Siinä on oltava concept_id (tai name) ja variable; unit ja factor, jos ne poikkeavat.'
  },
  'hourly-map-row': {
    message: (v) => `Taulun ${v.table} rivillä ${v.row} ei ole kelvollista kohtaa ${v.what}.`,
    hint: () =>
      'Rivillä on oltava koodi, sarakkeelle kelpaava nimi, jota tuntitaulussa ei ole, ja mahdollinen kerroin, joka on yli 0.'
  },
  'hourly-map-twice': {
    message: (v) => `Taulussa ${v.table} on sama koodi kahdesti, uudelleen rivillä ${v.row}.`,
    hint: () => 'Jätä yksi rivi koodia kohti.'
  },
  'hourly-map-unit': {
    message: (v) =>
      `Taulussa ${v.table} muuttujan ${v.variable} yksikkö on ${v.unit}, josta ei saa yksikköä ${v.wanted}.`,
    hint: (v) => `Anna kerroin, jolla siitä tulee ${v.wanted}, tai toinen muuttujan nimi.`
  }
};

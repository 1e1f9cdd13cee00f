import type * as en from '../en/hackathon';
import type { Words } from '../words';
import { number } from './figures';

export const hackathonWords: Words<typeof en.hackathonWords> = {
  offer: 'Nämä ovat lasten sepsis-hackathonin tauluja.',
  putTogether: 'Yhdistä ne',
  command: 'Yhdistä sepsis-hackathonin taulut',
  done: (tables) => `Tehty ${tables}: rivi henkilöä ja tuntia kohti. Solun alussa sanotaan, mikä jäi pois.`,

  heading: (hours) =>
    `Lasten sepsis-hackathonin taulut yhdistettyinä: rivi taulun “${hours}” henkilöä ja tuntia kohti.`,
  byHour: () =>
    'Yhdistetty henkilön ja tunnin mukaan, ei koskaan pelkän henkilön. Rivillä ovat sen ajasta alkavan tunnin viimeiset arvot, joten se näkee enintään tunnin eteenpäin.',
  stay: (table) => `Ikä, sukupuoli ja hoitojakso: taulun ${table} rivi, joka alkoi viimeksi ennen tuntia.`,
  stayUnknown: (table) =>
    `Taulu ${table} ei kerro, milloin hoitojakso alkaa: ikä ja sukupuoli ovat vain, jos henkilön kaikki rivit ovat yhtä mieltä.`,
  noStays: () => 'Ikien taulua ei ole: iästä riippuvia pisteytyksiä ei voi laskea.',
  ownNames: (table, names) =>
    `Taulusta ${table} omilla nimillään, koska nimi ei kerro varmasti, mitä ne ovat: ${names}.`,
  twice: (names) => `Jätetty pois, koska samanniminen sarake on jo: ${names}.`,
  device: {
    imv: (names) => `imv (invasiivinen ventilaatio): ${names}.`,
    support: (names) => `support (muu hengitystuki): ${names}.`
  },
  deviceUnknown: (column) => `${column}: minkään laitteen ei tiedetä tarkoittavan sitä, joten saraketta ei ole.`,
  devicesLeft: (names) => `Pois jätetyt laitteet: ${names}.`,
  absent: () => 'Tunti ilman laitteen riviä lasketaan tunniksi ilman laitetta.',
  noDevices: () => 'Laitteiden taulua ei ole: imv ja support eivät ole tiedossa.',
  agents: (names) => `vasoactives (eri lääkkeitä käynnissä): ${names}; 0 tunnilla, jolla ei ole riviä.`,
  routes: (names) => `Vain näillä antoreiteillä: ${names}. Phoenix laskee jatkuvat infuusiot.`,
  routesLeft: (names) => `Pois jätetyt antoreitit: ${names}.`,
  routesUnnamed: () => 'Antoreiteillä ei ole nimiä, joten mitään ei jätetä pois: myös hengitetty lääke lasketaan.',
  drugsLeft: (names) => `Pois jätetyt lääkkeet: ${names}.`,
  noAgents: () => 'vasoactives: minkään lääkkeen ei tiedetä olevan vasoaktiivinen, joten saraketta ei ole.',
  noRoutes: (agents, routes) =>
    `vasoactives: ${agents} olisi, mutta minkään antoreitin ei tiedetä olevan laskimo (${routes}), joten saraketta ei ole.`,
  drugsUnnamed: (table) =>
    `vasoactives: taulussa ${table} on koodeja ilman nimiä, joten saraketta ei ole. Ne saa taulusta, jossa on concept_id ja concept_name.`,
  noDrugs: () => 'Lääkkeiden taulua ei ole: vasoactives ei ole tiedossa.',
  aside: (tables) =>
    `Ei yhdistetty: ${tables}. Ohjelma ei arvaa, mitä niiden rivit kertovat tunnista, ja viljely voi paljastaa vastauksen.`,
  doubtful: (tables) => `Ei käytetty, koska samaa lajia on useita tai henkilöt on kirjoitettu toisin: ${tables}.`,
  andMore: (names, rest) => `${names} ja ${number(rest)} muuta`
};

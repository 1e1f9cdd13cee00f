import type * as en from '../en/circe';
import type { Words } from '../words';
import { counted } from './figures';

export const circeWords: Words<typeof en.circeWords> = {
  madeFrom: (title) => (title === '' ? 'Tehty ATLAS-määrittelystä.' : `Tehty ATLAS-määrittelystä ”${title}”.`),
  setSaid: (name, ids, count) =>
    `Käsitejoukko ”${name}”: ${ids}${count > 5 ? ` … (${counted(count, 'käsite', 'käsitettä')})` : ''}`,
  missing: () => 'Tuomatta jäi:',

  noConceptId: () => 'Käsitteellä ei ole tunnusta `CONCEPT_ID`.',
  descendants: (id) =>
    `Käsitteen ${id} alakäsitteet puuttuvat: muistikirjassa ei ole taulua \`concept_ancestor\`. Tuo sanasto ja tuo määrittely uudelleen.`,
  mapped: (id) => `Käsitteeseen ${id} kuvatut käsitteet puuttuvat: kuvauksia ei lueta.`,
  noCriterion: () => 'Siinä ei ole kriteeriä.',
  noDomain: (kind) => `Lajin ${kind} kriteereitä ei lueta.`,
  noRange: (op) => `Vertailua ”${op}” ei voi esittää.`,
  noNested: () => 'Kriteeri on ilman sisäkkäisiä kriteereitään.',
  noAttribute: () => 'Tätä ei lueta; muu on mukana.',
  noSet: (id) => `Määrittelyssä ei ole käsitejoukkoa ${id}.`,
  emptySet: (name) => `Käsitejoukossa ”${name}” ei ole käsitteitä.`,
  largeSet: (name, count) =>
    `Käsitejoukossa ”${name}” on ${counted(count, 'käsite', 'käsitettä')}, enemmän kuin soluun mahtuu.`,
  noGroupType: (type) => `Lajin ${type} ryhmiä ei lueta; tässä yksi sen ehto riittää.`,
  noInnerAll: () => 'Useaa henkilön tietoa ei lueta ryhmässä, jossa osa ehdoista riittää.',
  noInnerGroup: () => 'Sisäkkäistä ryhmää ei lueta ryhmässä, jossa osa ehdoista riittää.',
  noDistinct: () => 'Rivit lasketaan, ei erilaisia arvoja.',
  noVisit: () => 'Myös muiden käyntien rivit lasketaan.',
  noEndWindow: () => 'Se on ilman loppunsa aikaväliä.',
  noWindowEnd: () => 'Päättymispäivästä laskettuja aikavälejä ei lueta: kriteeri jää pois.',
  noTimeUnit: (unit) => `Aikavälejä, joiden yksikkö on ${unit}, ei lueta: kriteeri jää pois.`,
  noEventPerson: () => 'Vain se, mitä kaikki alkutapahtumat vaativat henkilöltä, voidaan esittää.',
  noLimit: (type) => `Rajausta ”${type}” ei lueta.`,
  emptyRule: () => 'Tästä säännöstä ei voinut lukea mitään.',
  noSupplyEnd: () => 'Lääkitys ilman päättymispäivää päättyy päivän kuluttua, ei annoksen riittävyyden mukaan.',
  noExit: (kind) => `Lajin ${kind} poistumisia ei lueta.`,
  noCollapse: (type) => `Lajin ${type} yhdistämistä ei lueta.`,
  noCensorWindow: () => 'Jaksoja ei katkaista kiinteisiin päiviin.'
};

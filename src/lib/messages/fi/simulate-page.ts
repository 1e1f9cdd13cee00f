import type * as en from '../en/simulate-page';
import type { Words } from '../words';
import { count, counted } from './figures';

export const simulatePageWords: Words<typeof en.simulatePageWords> = {
  title: 'Simuloi aineisto',
  lead: 'Turvallinen aineisto oppimiseen, opetukseen ja kokeiluun; tehdään tällä laitteella siemenluvusta. Samat valinnat antavat saman aineiston kaikkialla.',
  notice: 'Kaikki tässä on simuloitua.',
  noticeText:
    'Siinä ei ole yhtään todellista potilasta, eikä sen tekemiseen ole käytetty yhtäkään. Tutkimukseen ja opetukseen.',
  what: 'Mitä tehdään',
  use: 'Käyttötapaus',
  how: 'Miten tallennetaan',
  size: 'Koko',
  sizeHelp: (usual) => `60 luokalle, ${count(usual)} tavallisesti, ${count(5000)} suureen aineistoon.`,
  personsHelp: (most) => `Väliltä 1–${count(most)}. Kukin on sama lapsi määrästä riippumatta.`,
  seedHelp: 'Toinen siemenluku, toiset lapset.',
  hospitalsNone: 'Valitse vähintään yksi sairaala.',
  tablesNone: 'Valitse vähintään yksi taulu.',
  numberMissing: 'Kirjoita luku.',
  layout: 'Rakenne',
  layouts: { tables: 'Taulut', hackathon: 'Hackathon' },
  layoutHelp: {
    tables: 'Litteät taulut analyysiin, OMOP-taulut muuhun.',
    hackathon:
      'Lasten sepsis -hackathonin CSV-tiedostot henkilöittäin jaettuina: 70 % opetukseen, 30 % testiin, testin vastaukset erikseen.'
  },
  format: 'Muoto',
  formats: { parquet: 'Parquet', csv: 'CSV' },
  formatHelp: {
    parquet: 'Säilyttää tyypit, yksiköt ja pitkät luvut tarkasti. Kun osia on useita, kansio taulua kohden.',
    csv: 'Aukeaa missä vain. Tyypit ja yksiköt ovat tiedostossa `columns.csv`.'
  },
  into: 'Mihin',
  intos: { zip: 'Yhteen zip-tiedostoon', folder: 'Kansioon' },
  intoHelp: {
    zip: 'Tehdään kokonaan, näytetään portilla, sitten tallennetaan.',
    folder: 'Osa kerrallaan, joten mitään suurta ei pidetä muistissa.'
  },
  about: {
    'picu-sepsis': (n) => `Noin ${count(n)} tuntia tehohoitoa.`,
    'cardiac-surgery': (n) => `Noin ${count(n)} tapahtumaa.`,
    haemophilia: (n) => `Noin ${count(n)} annosta.`
  },
  open: 'Avaa muistikirjana',
  save: 'Tallenna tiedostot',
  saveHelp: 'Portti näyttää ensin, mitä tältä laitteelta lähtee.',
  openTooLarge: (most) => `Muistikirjaan mahtuu enintään ${count(most)} henkilöä. Tallenna enemmän tiedostoina.`,
  stop: 'Pysäytä',
  making: (part, of) => (of === 1 ? 'Tehdään henkilöitä' : `Osa ${part}/${of}`),
  persons: (done, of) => `${count(done)} / ${count(of)} henkilöä`,
  packing: 'Pakataan',
  atGate: 'Portilla',
  stopped: 'Pysäytetty. Mitään ei tallennettu.',
  stoppedIn: (parts, of, folder) =>
    `Pysäytetty, kun osia oli valmiina ${count(parts)}/${count(of)}. Kirjoitettu jää kansioon \`${folder}\`.`,
  kept: 'Pidettiin täällä: mitään ei tallennettu.',
  saved: (persons, files, size, name) =>
    `Tallennettiin ${counted(persons, 'simuloitu henkilö', 'simuloitua henkilöä')}, ${counted(files, 'tiedosto', 'tiedostoa')}, ${size}: \`${name}\`.`,
  noteTitle: (persons) => `Simuloitu aineisto: ${counted(persons, 'henkilö', 'henkilöä')}`,
  noteText: 'Kaikki tässä on simuloitua: ei yhtään todellista potilasta. Tutkimukseen ja opetukseen.'
};

import type { Failure } from '../../words';
import { figure, many, phrase } from './phrases';

/** Failures of mixed models. */
export const mixed: Record<string, Failure> = {
  'mixed-groups-few': {
    message: (v) =>
      `Sarakkeessa ${v.group} on ${many(v.groups, 'ryhmä', 'ryhmää')} käytetyillä riveillä; tarvitaan vähintään ${figure(v.least)}.`,
    hint: () => 'Ryhmien eroja ei voi oppia näin harvasta: ota ne kaavaan luokkana.'
  },
  'mixed-groups-single': {
    message: (v) => `Sarakkeen ${v.group} jokaisella ryhmällä on vain yksi rivi.`,
    hint: () => 'Silloin ryhmän osuutta ei erota sattumasta: käytä mallia ilman ryhmiä.'
  },
  'mixed-groups-fixed': {
    message: (v) => `Kaavan muut termit erottavat jo kaikki sarakkeen ${v.group} ryhmät.`,
    hint: () => 'Jätä pois termit, jotka ovat vakioita ryhmän sisällä, tai satunnaisleikkauspiste.'
  },
  'mixed-exact': {
    message: (v) => `Ryhmät ja muut termit ennustavat tuloksen ${v.response} virheettä, tai se on vakio.`,
    hint: () => 'Virhettä ei voi arvioida: tarkista sarakkeet.'
  },
  'mixed-large': {
    message: () => 'Arvot ovat liian suuria korotettaviksi neliöön.',
    hint: () => 'Etsi mahdotonta arvoa tai käytä suurempaa yksikköä.'
  },
  'mixed-flat': {
    message: () => 'Uskottavuus tuskin muuttuu parametrien mukana: niillä ei ole keskivirhettä.',
    hint: () => 'Jätä termejä pois, tai käytä useampia ryhmiä.'
  },
  'mixed-option': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => 'Korjaa se, tai jätä se pois, niin oletus pätee.'
  },
  'mixed-variance-endless': {
    message: (v) => `Sarakkeen ${v.group} ryhmien erot kasvavat rajatta.`,
    hint: () => 'Useimmissa ryhmissä kaikilla riveillä on sama tulos: vertaa ryhmiä rivien sijasta.'
  },
  'mixed-not-converged': {
    message: (v) => `Kertoimet eivät asettuneet: ${many(v.steps, 'askel', 'askelta')}.`,
    hint: () => 'Etsi äärimmäisiä arvoja tai termejä, joita on tuskin millään rivillä.'
  }
};

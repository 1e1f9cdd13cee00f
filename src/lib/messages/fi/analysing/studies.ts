import type { Failure } from '../../words';
import { figure, many, phrase } from './phrases';

/** Failures of epidemiology, of pharmacovigilance, of meta-analysis and of the size of studies. */
export const studies: Record<string, Failure> = {
  'epidemiology-count': {
    message: (v) => `${phrase(v.what)} on arvo, joka ei ole henkilöiden eikä tapahtumien määrä.`,
    hint: () => 'Anna kokonaislukuja nollasta alkaen.'
  },
  'epidemiology-time': {
    message: (v) => `${phrase(v.what)} on arvo, joka ei ole riskiaika, henkilöiden määrä eikä paino.`,
    hint: () => 'Anna äärellisiä lukuja, jotka ovat suurempia kuin 0.'
  },
  'epidemiology-row': {
    message: (v) => `Sarakkeessa ${v.column} on rivejä, joiden arvo on alle 0.`,
    hint: () => 'Tapahtumat ja riskiajat ovat lukuja nollasta alkaen: tarkista rivit, esimerkiksi päivien järjestys.'
  },
  'epidemiology-no-group': {
    message: (v) => `Kukaan ei ole ${phrase(v.group)}: vertailukohtaa ei ole.`,
    hint: () => 'Tarkista altistuksen sarake ja suodattimet.'
  },
  'epidemiology-lengths': {
    message: () => 'Luettelot ovat eri pituisia.',
    hint: () => 'Anna jokaiselle ositteelle yksi luku kutakin lajia.'
  },
  'epidemiology-no-events': {
    message: () => 'Missään ositteessa ei ole tapahtumaa, tai kaikki ovat tapahtumia.',
    hint: () => 'Suhdetta ei voi arvioida, jos ei ole sekä tapahtumia että tapahtumattomia.'
  },
  'epidemiology-zero-cell': {
    message: (v) =>
      `Mitalla ${v.measure} ei ole äärellistä arvoa: jokaisessa ositteessa jokin taulukon solu, jolla se jakaa, on 0.`,
    hint: () => 'Käytä riskieroa, yhdistä ositteita, tai kerää lisää aineistoa.'
  },
  'epidemiology-no-strata': {
    message: () => 'Missään ositteessa ei ole molempien ryhmien henkilöitä.',
    hint: () => 'Yhdistä ositteita, tai jätä ne pois.'
  },
  'epidemiology-standard': {
    message: (v) => `Vakioväestö ei anna painoa kaikille ositteille: ${figure(v.strata)} puuttuu.`,
    hint: () => 'Anna vakioväestön koko aineiston jokaisessa ositteessa, kerran.'
  },
  'epidemiology-reference': {
    message: () => 'Vertailuväestön ilmaantuvuudet eivät anna yhtään odotettua tapahtumaa.',
    hint: () => 'Vertailuväestössä on oltava tapahtuma ainakin yhdessä ositteessa, jossa on henkilöitä.'
  },
  'epidemiology-correction': {
    message: () => 'Nollasolujen korjaus on luku, 0,001–1.',
    hint: () => 'Ota 0.5, tai jätä se pois.'
  },
  'pharmacovigilance-count': {
    message: () => 'Ilmoituksia lasketaan kokonaislukuina nollasta alkaen, ja niitä tarvitaan ainakin yksi.',
    hint: () => 'Tarkista taulukon solut.'
  },
  'pharmacovigilance-empty-margin': {
    message: (v) => `Missään ilmoituksessa ei ole ${phrase(v.margin)}: odotettua määrää ei ole.`,
    hint: () => 'Jätä pari pois.'
  },
  'pharmacovigilance-lengths': {
    message: () => 'Havaittuja ja odotettuja määriä ei ole yhtä monta.',
    hint: () => 'Anna molemmat jokaiselle lääkkeen ja tapahtuman parille.'
  },
  'pharmacovigilance-expected': {
    message: () => 'Odotettu määrä ei ole äärellinen luku, joka on suurempi kuin 0.',
    hint: () => 'Jätä pois parit, joista ei odoteta yhtään ilmoitusta.'
  },
  'pharmacovigilance-prior': {
    message: (v) => `Priorijakauman parametri ${v.parameter} ei ole sallituissa rajoissa.`,
    hint: () => 'Muoto- ja nopeusparametrit ovat suurempia kuin 0; osuus P on nollan ja ykkösen välissä.'
  },
  'pharmacovigilance-too-few': {
    message: (v) =>
      `Pareja, joista on ilmoitus, on liian vähän (${figure(v.pairs)}) priorijakauman viiteen parametriin.`,
    hint: () => 'Anna vähintään 20 paria, tai suuremmasta tietokannasta saatu priorijakauma.'
  },
  'pharmacovigilance-not-converged': {
    message: () => 'Priorijakaumaa ei voitu sovittaa: uskottavuudella ei ole selvää maksimia.',
    hint: () => 'Anna enemmän pareja, tai suuremmasta tietokannasta saatu priorijakauma.'
  },
  'pharmacovigilance-no-pairs': {
    message: () => 'Mikään rivi ei nimeä lääkettä ja tapahtumaa.',
    hint: () => 'Tarkista sarakkeet: yksi rivi kutakin ilmoituksen lääkettä ja tapahtumaa kohti.'
  },
  'pharmacovigilance-reports-long': {
    message: (v) => `Sarakkeen ${v.column} ilmoituksissa on liian monta lääkettä ja tapahtumaa pareiksi.`,
    hint: () => 'Tarkista ilmoitusten sarake: jokaisella ilmoituksella on oma numeronsa.'
  },
  'pharmacovigilance-windows': {
    message: () =>
      'Riski-ikkunat eivät kelpaa: jokainen tarvitsee oman nimen ja kaksi kokonaista päivää, joista ensimmäinen ei ole jälkimmäisen jälkeen.',
    hint: () => 'Kirjoita päivät altistuksesta, esimerkiksi 0–27.'
  },
  'pharmacovigilance-cuts': {
    message: () => 'Iän rajat ovat kasvavia kokonaisia päiviä.',
    hint: () => 'Kirjoita jokaisen uuden ikävälin ensimmäinen päivä.'
  },
  'pharmacovigilance-day': {
    message: (v) =>
      `Sarakkeessa ${v.column} on ${many(v.rows, 'arvo, joka ei ole kokonainen päivä', 'arvoa, jotka eivät ole kokonaisia päiviä')}.`,
    hint: () => 'Anna iät kokonaisina päivinä, tai päivämääriä.'
  },
  'pharmacovigilance-observation': {
    message: (v) => `Seuranta loppuu ennen alkuaan: ${many(v.rows, 'henkilö', 'henkilöä')}.`,
    hint: () => 'Tarkista alun ja lopun sarakkeet.'
  },
  'pharmacovigilance-person-twice': {
    message: () => 'Henkilöllä on kaksi seurannan riviä.',
    hint: () => 'Anna yksi rivi henkilöä kohti; aukkoja seurannassa ei tueta.'
  },
  'pharmacovigilance-no-cases': {
    message: () => 'Kenelläkään ei ole tapahtumaa seurannan aikana.',
    hint: () => 'Tarkista, että taulujen henkilöt ja päivät kuuluvat yhteen.'
  },
  'pharmacovigilance-window-empty': {
    message: (v) =>
      `Ketään, jolla on tapahtuma, ei seurattu ${v.window === 'outside' ? 'ikkunoiden ulkopuolella' : `ikkunassa ${v.window}`}.`,
    hint: () => 'Tarkista, että altistukset ja seuranta ovat samalla päiväakselilla.'
  },
  'pharmacovigilance-no-finite-estimate': {
    message: (v) =>
      `Ilmaantuvuustiheyksien suhteella ${v.term} ei ole äärellistä arvoa: siinä tai sen vertailukohdassa ei ole tapahtumia.`,
    hint: () => 'Yhdistä se viereiseen ikkunaan tai ikäväliin.'
  },
  'pharmacovigilance-collinear': {
    message: (v) => `Aineisto ei erota kohtaa ${v.term} muista ikkunoista ja ikäväleistä.`,
    hint: () => 'Käytä vähemmän ikävälejä, tai jätä ikkuna pois.'
  },
  'pharmacovigilance-series-not-converged': {
    message: () => 'Tapaussarjan sovitus ei asettunut.',
    hint: () => 'Käytä vähemmän ikkunoita ja ikävälejä.'
  },
  'meta-too-few': {
    message: (v) =>
      `Tutkimuksia, joilla on tarvittavat tiedot, on ${figure(v.studies)}; yhdistämiseen tarvitaan vähintään ${figure(v.least)}.`,
    hint: () => 'Tarkista, mitkä sarakkeista ovat tyhjiä, tai näytä tutkimukset rinnakkain yhdistämättä niitä.'
  },
  'meta-standard-error': {
    message: (v) =>
      `Keskivirheistä ${figure(v.rows)} ei ole suurempi kuin 0 tai on liian suuri korotettavaksi neliöön.`,
    hint: () => 'Anna keskivirheet estimaattien asteikolla: ln OR:n, ei OR:n.'
  },
  'meta-estimate-range': {
    message: (v) => `Estimaateista ${figure(v.rows)} on liian suuri korotettavaksi neliöön.`,
    hint: () => 'Anna estimaatit analyysin asteikolla: suhteet logaritmeina.'
  },
  'meta-option': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => 'Katso meta-analyysin ohjetta.'
  },
  'meta-no-spread': {
    message: () => 'Kaikilla tutkimuksilla on sama estimaatti, joten niiden hajonta ei anna keskivirhettä.',
    hint: () => 'Yhdistä ilman Knappin ja Hartungin korjausta.'
  },
  'meta-not-converged': {
    message: () => 'Tutkimusten väliselle varianssille ei löytynyt äärellistä arvoa.',
    hint: () => 'Tarkista, onko estimaatteja eri asteikoilla.'
  },
  'meta-collinear': {
    message: () => 'Kaikki keskivirheet ovat samat, joten pieniä tutkimuksia ei erota suurista.',
    hint: () => 'Eggerin testi vaatii eri kokoisia tutkimuksia.'
  },
  'meta-perfect-fit': {
    message: () =>
      'Tutkimukset ovat tarkalleen samalla suoralla, joten Eggerin testillä ei ole virhettä, johon verrata.',
    hint: () => 'Tarkista, toistavatko rivit samaa tutkimusta.'
  },
  'meta-counts': {
    message: (v) =>
      `${many(v.rows, 'rivillä', 'rivillä')} ei ole kokonaislukuja, joille 0 ≤ tapahtumat ≤ henkilöt ja henkilöitä on ainakin yksi.`,
    hint: () => 'Anna molempien ryhmien tapahtumat ja henkilöt, rivi kutakin tutkimusta kohti.'
  },
  'meta-no-events': {
    message: () =>
      'Missään tutkimuksessa ei ole yhdessä ryhmässä tapahtumia ja toisessa tapahtumattomia: yhdistettävää ei ole.',
    hint: () => 'Yhdistä riskieroja, tai näytä tutkimukset rinnakkain.'
  },
  'power-range': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => 'Kirjoita osuudet desimaalilukuina: 80 % on 0.8.'
  },
  'power-no-difference': {
    message: () => 'Ilman eroa ei ole mitään löydettävää: mikään henkilöiden määrä ei riitä.',
    hint: () => 'Anna pienin ero, jolla olisi potilaille merkitystä.'
  },
  'power-out-of-reach': {
    message: (v) => `Tarvittaisiin enemmän kuin ${phrase(v.most)}.`,
    hint: () => 'Pyydä suurempaa eroa, pienempää voimaa tai leveämpää väliä.'
  },
  'power-from-start': {
    message: (v) => `Jo pienimmällä mahdollisella tutkimuksella (${figure(v.least)}) on tämä voima.`,
    hint: () => 'Tarkista ero ja sen keskihajonta, tai kysy voimaa tutkimukselle, jonka voit tehdä.'
  }
};

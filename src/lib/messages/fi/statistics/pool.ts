import type { pool as english } from '../../en/statistics/pool';
import type { Words } from '../../words';
import { limits, range } from './sentence';

export const pool: Words<typeof english> = {
  methods: { 'meta-analysis': 'Estimaattien meta-analyysi', 'meta-counts': 'Tapahtumien meta-analyysi' },
  abouts: {
    'meta-analysis':
      'Kunkin tutkimuksen estimaatti ja virhe yhdistetään: metsäkuvio, suppilokuvio ja tutkimusten erilaisuus.',
    'meta-counts': 'Kunkin tutkimuksen kahden ryhmän tapahtumat ja henkilöt yhdistetään.'
  },
  fields: {
    study: 'Tutkimus',
    measure: 'Suure',
    estimate: 'Estimaatti',
    se: 'Keskivirhe',
    lower: 'Alaraja',
    upper: 'Yläraja',
    logs: 'Suhteet on annettu logaritmeina',
    model: 'Malli',
    adjustment: 'Korjaus vähille tutkimuksille',
    limits_level: 'Tutkimusten rajojen taso',
    events: 'Tapahtumat',
    persons: 'Henkilöt',
    control_events: 'Vertailuryhmän tapahtumat',
    control_persons: 'Vertailuhenkilöt'
  },
  help: {
    study: 'Nimi metsäkuviossa.',
    measure: 'Mitä yhdistetään. Suhteet yhdistetään logaritmeina.',
    estimate: 'Yksi kutakin tutkimusta kohti, kukin rivillään.',
    se: 'Suhteilla niiden logaritmin keskivirhe. Pois jätettynä se lasketaan rajoista.',
    lower: 'Tutkimuksen luottamusvälin alaraja.',
    logs: 'Estimaatti ja rajat ovat jo logaritmeja.',
    model: 'Satunnaisvaikutusten mallissa tutkimuksilla voi olla omat vaikutuksensa.',
    adjustment: 'Väli, joka ottaa huomioon tutkimusten vähyyden; vain satunnaisvaikutuksilla.',
    events: 'Henkilöt, joilla on tapahtuma tutkittavassa ryhmässä.',
    control_events: 'Henkilöt, joilla on tapahtuma vertailuryhmässä.'
  },
  choices: {
    effect: 'muu erotus',
    'mean-difference': 'keskiarvojen erotus',
    'standardised-difference': 'standardoitu erotus',
    'risk-difference': 'riskien erotus',
    'odds-ratio': 'vetosuhde',
    'risk-ratio': 'riskisuhde',
    'hazard-ratio': 'vaarasuhde',
    'rate-ratio': 'ilmaantuvuussuhde',
    reml: 'satunnaisvaikutukset, REML',
    'dersimonian-laird': 'satunnaisvaikutukset, DerSimonian–Laird',
    'paule-mandel': 'satunnaisvaikutukset, Paule–Mandel',
    fixed: 'kiinteä vaikutus, käänteinen varianssi',
    'mantel-haenszel': 'kiinteä vaikutus, Mantel–Haenszel',
    peto: 'kiinteä vaikutus, Peto',
    'knapp-hartung': 'Knapp–Hartung',
    none: 'ei mitään'
  },
  tests: { heterogeneity: 'Heterogeenisuus', egger: 'Suppilokuvion epäsymmetria (Egger)' },
  facts: {
    'i-squared': 'I²: sattumaa suurempi vaihtelu',
    'i-squared-lower': 'I², alaraja',
    'i-squared-upper': 'I², yläraja',
    'tau-squared': 'τ²: tutkimusten välinen varianssi',
    'tau-squared-lower': 'τ², alaraja',
    'tau-squared-upper': 'τ², yläraja'
  },
  says: {
    'pool-random': (v) =>
      `${v.measure}, yhdistetty tutkimuksista, joilla on omat vaikutuksensa (satunnaisvaikutukset, tutkimuksia ${v.studies}): ${v.estimate}${limits(v)}.`,
    'pool-common': (v) =>
      `${v.measure}, yhdistetty yhteisenä vaikutuksena (tutkimuksia ${v.studies}): ${v.estimate}${limits(v)}.`,
    'pool-direction-ratio': (v) =>
      `Kun suhde on yli 1, tapahtumia on useammin ryhmässä ${v.events} kuin ryhmässä ${v.controls}.`,
    'pool-direction-difference': (v) =>
      `Kun erotus on yli 0, tapahtumia on useammin ryhmässä ${v.events} kuin ryhmässä ${v.controls}.`,
    'pool-differ': (v) =>
      `Tutkimukset eroavat: estimaattien vaihtelusta ${v.share} on sattumaa suurempaa (I²; heterogeenisuustesti, ${v.p}).`,
    'pool-differ-common': (v) =>
      `Estimaattien vaihtelusta kuitenkin ${v.share} on sattumaa suurempaa (I²; heterogeenisuustesti, ${v.p}), mitä yksi yhteinen vaikutus ei selitä.`,
    'pool-alike': (v) =>
      `Tutkimukset eivät selvästi eroa sattumaa enempää (I² ${v.share}; heterogeenisuustesti, ${v.p}); harvoissa tai pienissä ero voi jäädä piiloon.`,
    'pool-prediction': (v) =>
      `Vaikutus uudessa tällaisessa tutkimuksessa voi olla välillä ${range(String(v.lower), String(v.upper))} (${v.level}:n ennusteväli).`,
    'pool-prediction-both': (v) =>
      `Vaikutus uudessa tällaisessa tutkimuksessa voi olla välillä ${range(String(v.lower), String(v.upper))} (${v.level}:n ennusteväli): kummalla puolella tahansa vaikutuksettomasta.`
  }
};

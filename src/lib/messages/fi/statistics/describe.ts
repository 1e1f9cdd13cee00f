import type { Values } from '$workers/shared/errors';
import type { describe as english } from '../../en/statistics/describe';
import type { Words } from '../../words';
import { limits } from './sentence';

const unit = (v: Values) => (v.unit === undefined ? '' : `\u00a0${v.unit}`);
const tail = (v: Values) => limits({ ...v, p: v.by === undefined ? v.p : `${v.p}, ${v.by}` });
/** "/ 1 000 days" */
const per = (v: Values) => `/ ${v.per}${v.unit === undefined ? '' : `\u00a0${v.unit}`}`;

export const describe: Words<typeof english> = {
  methods: {
    'table-one': 'Taulukko 1: ominaisuudet ryhmittäin',
    describe: 'Sarakkeiden tunnusluvut',
    'incidence-rates': 'Ilmaantuvuus riskiaikaa kohti',
    standardise: 'Vakioidut ilmaantuvuudet'
  },
  abouts: {
    'table-one': 'Ryhmien keskiarvot, mediaanit ja osuudet, standardoidut erot ja testit.',
    describe: 'Kunkin sarakkeen n, puuttuvat, keskiarvo, kvartiilit ja hajonta.',
    'incidence-rates': 'Tapahtumat riskiaikaa kohti tarkoin rajoin, ja niiden suhde ryhmien välillä.',
    standardise: 'Ilmaantuvuudet ikään kuin ryhmissä olisi samat ositteet, esimerkiksi iät.'
  },
  fields: {
    variables: 'Sarakkeet',
    show: 'Näytä toisin',
    with_tests: 'Testit',
    event_counts: 'Tapahtumat',
    events_is: 'Tapahtuma on',
    time_at_risk: 'Riskiaika',
    persons_or_time: 'Henkilöt tai riskiaika',
    per: 'Ilmaantuvuus per',
    stratum: 'Ositteet',
    how: 'Vakiointi',
    standard: 'Vakioväestö',
    standard_strata: 'Vakioväestön ositteet',
    standard_time: 'Sen henkilöt tai aika',
    standard_events: 'Sen tapahtumat'
  },
  help: {
    variables: 'Mitä kuvataan. Luvuista keskiarvo, vinoista mediaani; sanoista sekä kyllästä ja eistä osuudet.',
    show: 'Sarake ja sen esitystapa, jos sen pitää olla toinen kuin valittu.',
    with_tests: 'Kullekin sarakkeelle p-arvo. Arvotuista ryhmistä ne eivät kerro mitään.',
    event_counts: 'Tapahtumien määrä, tai kyllä ja ei.',
    events_is: 'Jos sarakkeessa on sanoja: se, joka tarkoittaa tapahtumaa.',
    time_at_risk: 'Kuinka kauan kutakin seurattiin.',
    persons_or_time: 'Kuinka monesta henkilöstä tai ajasta tapahtumat tulivat.',
    per: 'Esimerkiksi 1000: tapahtumia 1 000 päivää kohti.',
    stratum: 'Esimerkiksi ikä ja sukupuoli: kukin rivi kuuluu yhteen.',
    how: 'Suora: ryhmän ilmaantuvuudet, vakioväestön painot. Epäsuora: tapahtumat suhteessa vakioväestön mukaan odotettuihin.',
    standard: 'Vakioväestön taulu, rivi kutakin ositetta kohti. Pois jätettynä kaikki ryhmät yhdessä.',
    standard_strata: 'Pois jätettynä samanniminen sarake.',
    standard_events: 'Epäsuoraan vakiointiin.'
  },
  choices: { mean: 'keskiarvo (keskihajonta)', median: 'mediaani [Q1; Q3]', levels: 'n (%)', direct: 'suora', indirect: 'epäsuora' }, // prettier-ignore
  tests: {
    'rate-ratio-exact': 'Ilmaantuvuussuhteen tarkka testi',
    'rates-alike': 'Sama ilmaantuvuus kaikissa ryhmissä'
  },
  says: {
    'table-one': (v) => `Ominaisuudet, sarakkeita ${v.variables}.`,
    'table-one-groups': (v) => `Ominaisuudet ryhmittäin (${v.column}, ${v.groups} ryhmää), sarakkeita ${v.variables}.`,
    'table-one-baseline': () => 'Ryhmien eron kertoo standardoitu ero; p riippuu myös siitä, kuinka monta ryhmissä on.',
    'smd-differs': (v) =>
      `Eniten ryhmät eroavat sarakkeessa ${v.variable}${v.pair === undefined ? '' : ` (${v.pair})`}: standardoitu ero ${v.smd}, yli 0,1:n, jota yleensä pidetään tasapainona.`,
    'smd-alike': (v) =>
      `Mikään standardoitu ero ei ole yli 0,1; suurin on ${v.variable}${v.pair === undefined ? '' : ` (${v.pair})`}, ${v.smd}.`,
    'describe-columns': (v) => `Sarakkeita ${v.columns}, rivejä ${v.rows}: tunnusluvut.`,
    'describe-one': (v) =>
      `${v.variable}: keskiarvo ${v.mean}${unit(v)} (keskihajonta ${v.sd}), mediaani ${v.median}${unit(v)} [Q1 ${v.q1}; Q3 ${v.q3}].`,
    'describe-single': (v) => `${v.variable}: yksi arvo, ${v.mean}${unit(v)}.`,
    'rate-ratio-differs': (v) =>
      `Ilmaantuvuus ryhmässä ${v.group} on ${v.estimate} kertaa ryhmän ${v.reference} ilmaantuvuus${tail(v)}.`,
    'rate-ratio-alike': (v) => `Aineisto ei osoita, että ilmaantuvuudet eroaisivat: ryhmässä ${v.group} se on ${v.estimate} kertaa ryhmän ${v.reference} ilmaantuvuus${tail(v)}.`, // prettier-ignore
    'rates-groups-differ': (v) => `Ilmaantuvuudet eroavat ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${v.p}).`,
    'rates-groups-alike': (v) =>
      `Aineisto ei osoita, että ilmaantuvuudet eroaisivat ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${v.p}).`,
    'rate-all': (v) => `${v.events} tapahtumaa, riskiaika ${v.time}${unit(v)}: ${v.estimate} ${per(v)}${limits(v)}.`,
    'rate-group': (v) => `${v.group}: ${v.events} tapahtumaa, riskiaika ${v.time}${unit(v)}, ${v.estimate} ${per(v)}${limits(v)}.`, // prettier-ignore
    'standardised-rate': (v) =>
      `${v.of === '' ? 'Kaikki' : v.of}, vakioitu (${v.strata}): ${v.estimate} ${per(v)}${limits(v)}.`,
    'standardised-ratio': (v) =>
      `${v.of === '' ? 'Kaikki' : v.of}: ${v.estimate}-kertaisesti tapahtumia vakioväestön mukaan odotettuihin verrattuna (${v.strata})${limits(v)}.`,
    'standard-own': (v) => `Vakioväestönä ovat kaikki rivit yhdessä (${v.strata}).`,
    'standard-given': (v) => `Vakioväestönä on oma taulunsa (${v.strata}).`
  },
  shown: {
    titles: {
      'table-one': 'Ominaisuudet',
      groups: 'Ryhmät',
      counts: 'Määrät',
      summaries: 'Tunnusluvut',
      rates: 'Ilmaantuvuudet'
    },
    words: {
      variable: () => 'Ominaisuus',
      group: () => 'Ryhmä',
      all: () => 'Kaikki',
      'group-n': (v) => `${v.group} (n\u00a0=\u00a0${v.n})`,
      'all-n': (v) => `Kaikki (n\u00a0=\u00a0${v.n})`,
      missing: () => 'Puuttuu',
      smd: () => 'SMD',
      test: () => 'Testi',
      p: () => 'p',
      'p-adjusted': () => 'p, korjattu',
      n: () => 'n',
      mean: () => 'Keskiarvo (keskihajonta)',
      median: () => 'Mediaani [Q1; Q3]',
      'median-alone': () => 'Mediaani',
      sd: () => 'Keskihajonta',
      q1: () => 'Q1',
      q3: () => 'Q3',
      mad: () => 'MAD',
      min: () => 'Pienin',
      max: () => 'Suurin',
      events: () => 'Tapahtumia',
      time: (v) => (v.unit === undefined ? 'Riskiaika' : `Riskiaika, ${v.unit}`),
      rate: (v) => `Ilmaantuvuus ${per(v)}`,
      crude: (v) => `Vakioimaton ${per(v)}`,
      standardised: (v) => `Vakioitu ${per(v)}`,
      ratio: () => 'Vakioitu suhde',
      'mean-of': (v) => `${v.variable}, keskiarvo (keskihajonta)`,
      'median-of': (v) => `${v.variable}, mediaani [Q1; Q3]`,
      'share-of': (v) => `${v.variable}, n (%)`,
      'test-welch-t': () => 'Welchin t',
      'test-student-t': () => 'Studentin t',
      'test-welch-anova': () => 'Welchin varianssianalyysi',
      'test-anova': () => 'varianssianalyysi',
      'test-rank-sum': () => 'järjestyssumma',
      'test-kruskal-wallis': () => 'Kruskal–Wallis',
      'test-chi-square': () => 'χ²',
      'test-fisher': () => 'Fisher'
    },
    hidden: '–',
    hiddenNote: '< 5: vain muutama henkilö. Viiva peittää toisen luvun, josta ne voisi laskea.'
  }
};

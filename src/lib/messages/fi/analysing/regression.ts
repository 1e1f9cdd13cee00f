import type { Values } from '$workers/shared/errors';
import type { Failure } from '../../words';
import { figure, many, phrase } from './phrases';

const near = (otherwise: string) => (v: Values) => (v.near ? `Tarkoititko ${v.near}?` : otherwise);

/** Failures of formulas and of regressions. */
export const regression: Record<string, Failure> = {
  'formula-character': {
    message: (v) => `Kaavassa on merkki ${v.character}, jota se ei voi lukea.`,
    hint: () => 'Kirjoita sarakkeen nimi, jossa on muita merkkejä, tällaisten merkkien väliin: `length of stay`.'
  },
  'formula-unexpected': {
    message: (v) => `Kaava ei voi jatkua näin: ${v.word}${v.wanted ? `; tässä odotetaan ${v.wanted}` : ''}.`,
    hint: () => 'Kirjoita se kuten y ~ age + sex * hospital.'
  },
  'formula-unfinished': {
    message: (v) => `Kaava loppuu kesken${v.wanted ? `: ${v.wanted} puuttuu` : ''}.`,
    hint: () => 'Kirjoita se kuten y ~ age + sex * hospital.'
  },
  'formula-deep': {
    message: () => 'Kaavassa on liian monta sulkuparia sisäkkäin.',
    hint: () => 'Laske sellainen sarake ensin.'
  },
  'formula-response': {
    message: () => 'Kaava ei nimeä tulosta merkin ~ edessä.',
    hint: () => 'Kirjoita selitettävä sarake ensin: y ~ age.'
  },
  'formula-response-again': {
    message: (v) => `Tulos ${v.response} on kaavan molemmilla puolilla.`,
    hint: () => 'Ota se pois oikealta.'
  },
  'formula-term': {
    message: (v) => `${v.term} ei ole mallin termi.`,
    hint: () => 'Nimeä sarake, tai kirjoita lasku I():n sisään: I(age / 10).'
  },
  'formula-random': {
    message: (v) => `${v.term} on satunnaisleikkauspiste, jota tässä mallissa ei ole.`,
    hint: () => 'Käytä sekamallia tai ryppäittäin laskettuja keskivirheitä.'
  },
  'formula-random-term': {
    message: (v) => `${v.term} ei ole yhden sarakkeen satunnaisleikkauspiste.`,
    hint: () => 'Kirjoita se muotoon (1 | hospital) ja lisää se muihin termeihin.'
  },
  'formula-random-missing': {
    message: () => 'Mallilla ei ole ryhmiä.',
    hint: () => 'Nimeä niiden sarake: kaavassa muodossa (1 | hospital), tai kaavan vieressä.'
  },
  'formula-random-again': {
    message: () => 'Mallissa voi olla yksi satunnaisleikkauspiste.',
    hint: () => 'Nimeä yksi ryhmien sarake: kaavassa muodossa (1 | hospital), tai kaavan vieressä.'
  },
  'formula-power': {
    message: (v) => `Pelkän termin ${v.term} potenssi on sama termi: kaavassa ^ tekee yhdysvaikutuksia, ei neliöitä.`,
    hint: () => 'Kirjoita neliö I(age^2), tai käyrä poly(age, 2).'
  },
  'formula-many': {
    message: () => 'Kaavasta tulee liian monta termiä.',
    hint: () => 'Kirjoita tarkoittamasi yhdysvaikutukset yksitellen.'
  },
  'formula-column': {
    message: (v) => `Aineistossa ei ole saraketta ${v.column}.`,
    hint: near('Tarkista nimi; isot ja pienet kirjaimet ovat eri merkkejä.')
  },
  'formula-offset': {
    message: (v) => `${v.term} on siirtotermi, jota tässä mallissa ei ole.`,
    hint: () => 'Jätä se pois. Siirtotermi kuuluu Poisson-regression tapahtumatiheyksiin.'
  },
  'formula-function': {
    message: (v) => `Kaava ei tunne funktiota ${v.name}.`,
    hint: (v) =>
      v.name === 'strata' || v.name === 'cluster'
        ? 'Ositteet ja ryppäät nimetään kaavan vieressä.'
        : near('Laske sellainen sarake ensin.')(v)
  },
  'formula-argument': {
    message: (v) => `${v.call}: ${phrase(v.rule)}.`,
    hint: () => 'Korjaa kutsu kaavassa.'
  },
  'formula-undefined': {
    message: (v) => `${v.term} ei ole luku, vaikka sen sarakkeissa on arvot: ${many(v.rows, 'rivi', 'riviä')}.`,
    hint: () => 'Logaritmi vaatii arvoja, jotka ovat suurempia kuin 0. Katso näitä rivejä, tai siirrä arvoja ensin.'
  },
  'formula-not-numeric': {
    message: (v) => `Sarakkeessa ${v.column} ei ole lukuja, joilla laskea.`,
    hint: () => 'Käytä sitä luokkana pelkällä nimellään, tai muuta se ensin luvuksi.'
  },
  'formula-time': {
    message: (v) => `Sarakkeessa ${v.column} on päivämääriä tai aikoja, joita malli ei voi käyttää sellaisinaan.`,
    hint: () => 'Laske ensin luku, esimerkiksi päivät sairaalaan tulosta.'
  },
  'formula-one-level': {
    message: (v) => `Termillä ${v.term} on vain yksi arvo käytetyillä riveillä.`,
    hint: () => 'Luokka, jolla on yksi arvo, ei selitä mitään: jätä se pois, tai tarkista suodattimet.'
  },
  'formula-constant': {
    message: (v) => `Termillä ${v.term} on liian vähän eri arvoja.`,
    hint: () => 'Pyydä vähemmän vapausasteita, tai jätä se pois.'
  },
  'formula-reference': {
    message: (v) => `Muuttujalla ${v.variable} ei ole vertailuarvoa ${v.level} käytetyillä riveillä.`,
    hint: near('Valitse jokin esiintyvistä arvoista.')
  },
  'formula-reference-unused': {
    message: (v) => `Vertailuarvo on annettu muuttujalle ${v.variable}, joka ei ole kaavan luokka.`,
    hint: () => 'Nimeä kaavan luokka niin kuin se on siinä kirjoitettu.'
  },
  'regression-design-wide': {
    message: (v) => `Kaavasta tulee ${many(v.columns, 'kerroin', 'kerrointa')}; raja on ${figure(v.most)}.`,
    hint: () => 'Luokka, jolla on hyvin monta arvoa, kuten tunniste, kuuluu satunnaisvaikutukseksi tai pois mallista.'
  },
  'regression-design-large': {
    message: (v) =>
      `Kaavasta tulee ${many(v.columns, 'sarake', 'saraketta')} ja ${many(v.rows, 'rivi', 'riviä')}: enemmän kuin muistiin mahtuu.`,
    hint: () => 'Jätä termejä pois, tai ota otos riveistä.'
  },
  'regression-design-empty': {
    message: () => 'Kaavasta ei jää arvioitavaa kerrointa.',
    hint: () => 'Lisää termi, tai jätä vakiotermi malliin.'
  },
  'regression-too-few': {
    message: (v) =>
      `Rivejä (${figure(v.rows)}) on liian vähän: ${many(v.terms, 'kerroin', 'kerrointa')}${v.error ? ' ja niiden virhe' : ''}.`,
    hint: () => 'Jätä termejä pois, tai käytä suurempaa aineistoa.'
  },
  'regression-too-few-events': {
    message: (v) =>
      `Tapahtumia (tai tapahtumattomia rivejä) on liian vähän, ${figure(v.events)}: ${many(v.terms, 'kerroin', 'kerrointa')}.`,
    hint: () => 'Jätä termejä pois, kunnes tapahtumia on vähintään kymmenen kutakin kohti.'
  },
  'regression-one-class': {
    message: (v) => `Tulos ${v.response} on sama kaikilla käytetyillä riveillä.`,
    hint: () => 'Selitettävää ei ole: tarkista suodattimet.'
  },
  'regression-response-binary': {
    message: (v) => `Tulos ${v.response} ei ole kyllä tai ei.`,
    hint: () =>
      'Anna sarake, jossa on true ja false, 1 ja 0 tai kaksi sanaa; jos arvoja on enemmän, sano, mikä niistä on tapahtuma.'
  },
  'regression-response-count': {
    message: (v) => `Tulos ${v.response} ei ole lukumäärä: ${many(v.rows, 'rivi', 'riviä')}.`,
    hint: () =>
      'Anna kokonaislukuja nollasta alkaen; rivin aika kuuluu kenttään ”Seuranta-aika” tai kaavan offset-termiin.'
  },
  'regression-response-numeric': {
    message: (v) => `Tuloksessa ${v.response} ei ole lukuja.`,
    hint: () => 'Valitse lukusarake tai toisenlainen malli.'
  },
  'regression-response-constant': {
    message: (v) => `Tulos ${v.response} on vakio, tai malli kulkee jokaisen pisteen kautta.`,
    hint: () => 'Virhettä ei voi arvioida: tarkista sarakkeet.'
  },
  'regression-response-order': {
    message: (v) => `Sarakkeen ${v.response} arvoilla ei ole omaa järjestystä.`,
    hint: () => 'Luettele arvot alimmasta ylimpään.'
  },
  'regression-response-level': {
    message: (v) => `Sarakkeessa ${v.response} on arvo ${v.level}, jota järjestys ei nimeä.`,
    hint: () => 'Nimeä jokainen esiintyvä arvo kerran.'
  },
  'regression-response-levels-many': {
    message: (v) => `Sarakkeessa ${v.response} on enemmän kuin ${figure(v.most)} eri arvoa.`,
    hint: () => 'Käytä lineaarista regressiota, tai tee vähemmän luokkia.'
  },
  'regression-response-large': {
    message: () => 'Arvot ovat liian suuria korotettaviksi neliöön.',
    hint: () => 'Etsi mahdotonta arvoa tai käytä suurempaa yksikköä.'
  },
  'regression-weights-impossible': {
    message: (v) => `Painojen sarakkeessa ${v.column} on ${many(v.rows, 'negatiivinen arvo', 'negatiivista arvoa')}.`,
    hint: () => 'Painot ovat lukuja nollasta alkaen.'
  },
  'regression-weights-none': {
    message: () => 'Kaikki painot ovat 0.',
    hint: () => 'Valitse toinen painojen sarake.'
  },
  'regression-exposure-impossible': {
    message: (v) => `Altistusaika ${v.column} ei ole suurempi kuin 0: ${many(v.rows, 'rivi', 'riviä')}.`,
    hint: () => 'Jätä pois henkilöt, joita ei seurattu.'
  },
  'regression-one-cluster': {
    message: (v) => `Kaikki rivit ovat samasta ryppäästä (ryppäitä ${figure(v.clusters)}).`,
    hint: () => 'Ryppäittäin lasketut robustit keskivirheet vaativat useita ryppäitä; 40:stä alkaen niihin voi luottaa.'
  },
  'regression-clusters-degenerate': {
    message: (v) => `Sarakkeelle ${v.column} ei saada keskivirhettä: ${many(v.clusters, 'ryväs', 'ryvästä')}.`,
    hint: () =>
      'Saraketta, joka muuttuu vain hyvin harvan ryppään välillä, ei voi arvioida niistä. Käytä useampia ryppäitä tai satunnaisvaikutusta.'
  },
  'regression-errors-twice': {
    message: () => 'Robusteja keskivirheitä pyydetään kahdella tavalla.',
    hint: () => 'Ryppäittäin lasketut virheet kestävät myös erisuuret varianssit: valitse vain ne.'
  },
  'regression-robust-leverage': {
    message: (v) =>
      `Kertoimen ratkaisee yksin ${many(v.rows, 'rivi', 'riviä')}: robustia keskivirhettä ei ole määritelty.`,
    hint: () => 'Valitse HC1, tai jätä pois termi, joka on vain yhdellä rivillä.'
  },
  'regression-separation': {
    message: (v) => `${v.column} erottaa tulokset täydellisesti: sen kerroin kasvaa rajatta.`,
    hint: () => 'Käytä Firthin sakotettua uskottavuutta, tai yhdistä luokkia, kunnes jokaisessa on molempia tuloksia.'
  },
  'regression-not-converged': {
    message: (v) => `Kertoimet eivät asettuneet: ${many(v.steps, 'askel', 'askelta')}.`,
    hint: () => 'Etsi äärimmäisiä arvoja tai termejä, joita on tuskin millään rivillä.'
  },
  'regression-no-overdispersion': {
    message: () =>
      'Lukumäärät eivät vaihtele Poissonin jakaumaa enempää: negatiivisella binomimallilla ei ole äärellistä ratkaisua.',
    hint: () => 'Käytä Poissonin regressiota.'
  },
  'regression-profile-open': {
    message: (v) => `Termin ${v.column} profiiliuskottavuuteen perustuvalla välillä ei ole päätä.`,
    hint: () => 'Käytä Firthin sakotettua uskottavuutta, tai jätä termi pois.'
  }
};

import type { Values } from '$workers/shared/errors';
import type { survive as english } from '../../en/statistics/survive';
import type { Words } from '../../words';
import { limits } from './sentence';

/** "90 days", tai "90 (days)" aikasarakkeen mukaan. */
const when = (v: Values, time: Values[string] = v.at) => (v.unit === undefined ? `${time} (${v.time})` : `${time} ${v.unit}`); // prettier-ignore
const second = ({ level, lower2: lower, upper2: upper }: Values) => limits({ level, lower, upper });
const test = (v: Values) => `${v.rho === '0' ? 'log-rank-testi' : 'painotettu log-rank-testi'}, ${v.p}`;
const adjusted = (v: Values) => (v.others === '0' ? '' : ', muiden selittäjien suhteen vakioituna');
const more = (v: Values) => `Kun ${v.column} on 1${v.unit === '' ? '' : ` ${v.unit}`} suurempi`;
const inTime = (v: Values) => v.unit ?? v.time;

export const survive: Words<typeof english> = {
  methods: {
    'kaplan-meier': 'Kaplan–Meier-käyrät, log-rank-testi',
    'restricted-mean': 'Rajattu keskimääräinen aika, ryhmien erotus',
    cox: 'Coxin regressio',
    'cumulative-incidence': 'Kilpailevien tapahtumien kumulatiivinen ilmaantuvuus, Grayn testi',
    'fine-gray': 'Kilpailevien tapahtumien Fine–Gray-regressio'
  },
  abouts: {
    'kaplan-meier': 'Ilman tapahtumaa olevien osuus ajan mukaan, ryhmittäin, ja riskissä olevien määrät.',
    'restricted-mean':
      'Kuinka paljon pidempään ryhmä on ilman tapahtumaa, keskimäärin johonkin aikaan saakka. Ei vaadi verrannollisia vaaroja.',
    cox: 'Vaarasuhteet sille, mikä voi jouduttaa tai viivyttää tapahtumaa.',
    'cumulative-incidence':
      'Niiden osuus ajan mukaan, joille tuli jokin toisensa pois sulkevista tapahtumista, ryhmittäin.',
    'fine-gray': 'Mikä liittyy yhden toisensa pois sulkevan tapahtuman suurempaan ilmaantuvuuteen.'
  },
  fields: {
    time: 'Aika',
    event: 'Tapahtuma',
    ending: 'Miten seuranta päättyi',
    event_is: 'Tapahtuma on',
    start: 'Riskissä alkaen',
    at: 'Ajankohtina',
    until: 'Saakka',
    rho: 'Varhaisten tapahtumien paino',
    interval: 'Väli',
    zoom: 'Katso käyriä läheltä',
    ties: 'Tasatilanteet',
    robust: 'Robustit keskivirheet',
    censored: 'Ei tapahtumaa on',
    cause: 'Tutkittava tapahtuma'
  },
  help: {
    time: 'Kuinka kauan kutakin seurattiin, luku.',
    event: 'Kyllä, jos tapahtuma tuli; ei, jos seuranta päättyi sitä ennen: 1 ja 0, tai sanoina.',
    ending: 'Sanoja tai koodeja: mikä tapahtuma tuli ensin, tai ettei mikään tullut.',
    event_is: 'Jos sarakkeessa on sanoja: se, joka tarkoittaa tapahtumaa.',
    start: 'Ajankohta, josta riskissä olo alkoi, jos se ei ollut 0: viivästynyt alku, muuttuvat selittäjät.',
    at: 'Osuudet näinä ajankohtina. Pois jätettynä viimeinen pyöreä aika, johon kaikki ryhmät yltävät.',
    until: 'Keskimääräiset ajat lasketaan tähän saakka. Pois jätettynä pisimmistä ajoista lyhin.',
    rho: '0 on log-rank-testi; 1 painottaa varhaisia tapahtumia.',
    zoom: 'Akseli päättyy käyriin eikä nollaan.',
    censored: 'Arvo niille, joiden seuranta päättyi ilman mitään tapahtumista. Pois jätettynä `0` tai `censored`.',
    cause: 'Yksi arvoista.'
  },
  choices: { 'log-log': 'log-log', log: 'log', plain: 'tavallinen', efron: 'Efron', breslow: 'Breslow' },
  tests: {
    'log-rank': 'Log-rank-testi',
    'peto-log-rank': 'Painotettu log-rank-testi',
    'proportional-hazards': 'Verrannolliset vaarat',
    gray: 'Grayn testi'
  },
  facts: {
    until: 'Aikaan saakka',
    'competing-events': 'Muita tapahtumia',
    censored: 'Sensuroituja'
  },
  says: {
    'survival-at': (v) =>
      `Ajankohtaan ${when(v)} mennessä tapahtuma (${v.event}) ei ollut tullut ${v.estimate}:lle${v.of === '' ? '' : ` ryhmästä ${v.of}`}${limits(v)}.`,
    'survival-at-two': (v) =>
      `Ajankohtaan ${when(v)} mennessä tapahtuma (${v.event}) ei ollut tullut ${v.estimate}:lle ryhmästä ${v.of}${limits(v)} eikä ${v.estimate2}:lle ryhmästä ${v.of2}${second(v)}.`,
    'survival-earlier': (v) => `Tapahtuma tuli ryhmässä ${v.earlier} aiemmin kuin ryhmässä ${v.later} (${test(v)}).`,
    'survival-two-alike': (v) => `Aineisto ei osoita, että tapahtuma tulisi toisessa ryhmässä aiemmin (${test(v)}).`,
    'survival-differs': (v) => `Ryhmien (${v.group}, ${v.groups}) ajat tapahtumaan eroavat (${test(v)}).`,
    'survival-alike': (v) =>
      `Aineisto ei osoita, että ryhmien (${v.group}, ${v.groups}) ajat tapahtumaan eroaisivat (${test(v)}).`,
    'survival-events': (v) => `Tapahtuma (${v.event}) tuli ${v.events}:lle ${v.n}:sta.`,
    'survival-events-of-rows': (v) => `Tapahtumia (${v.event}) oli ${v.events}, seurannan rivejä ${v.n}.`,
    'median-time': (v) =>
      `Mediaaniaika tapahtumaan (${v.event}; ${inTime(v)}) oli ${v.estimate}${limits(v)}${v.of === '' ? '' : ` ryhmässä ${v.of}`}.`,
    'median-time-two': (v) =>
      `Mediaaniaika tapahtumaan (${v.event}; ${inTime(v)}) oli ${v.estimate}${limits(v)} ryhmässä ${v.of} ja ${v.estimate2}${second(v)} ryhmässä ${v.of2}.`,
    'median-not-reached': (v) =>
      `Mediaaniaikaa ei saavutettu${v.groups === '' ? '' : ` (${v.groups})`}: käyrä pysyy puolen yläpuolella.`,
    'mean-time-difference': (v) =>
      `Aikaan ${when(v, v.until)} saakka keskimääräinen aika ilman tapahtumaa (${v.event}), ${v.of} miinus ${v.reference}, oli ${v.estimate}${v.unit === undefined ? '' : ` ${v.unit}`}${limits(v)}.`,
    'mean-time-longer': (v) => `Se oli ryhmässä ${v.longer} pidempi kuin ryhmässä ${v.shorter}.`,
    'mean-time-alike': (v) => `Aineisto ei osoita, että se eroaisi ryhmien ${v.of} ja ${v.reference} välillä.`,
    'hazard-level': (v) =>
      `Kun ${v.variable} on ${v.category}, tapahtuman (${v.event}) vaara oli ${v.estimate}-kertainen arvoon ${v.variable} ${v.reference} verrattuna${limits(v)}${adjusted(v)}.`,
    'hazard-unit': (v) =>
      `${more(v)}, tapahtuman (${v.event}) vaara oli ${v.estimate}-kertainen${limits(v)}${adjusted(v)}.`,
    'incidence-at': (v) =>
      `Tapahtuman ${v.cause} kumulatiivinen ilmaantuvuus ajankohtana ${when(v)}${v.of === '' ? '' : ` ryhmässä ${v.of}`} oli ${v.estimate}${limits(v)}.`,
    'incidence-at-two': (v) =>
      `Tapahtuman ${v.cause} kumulatiivinen ilmaantuvuus ajankohtana ${when(v)} oli ${v.estimate}${limits(v)} ryhmässä ${v.of} ja ${v.estimate2}${second(v)} ryhmässä ${v.of2}.`,
    'incidence-differs': (v) =>
      `Tapahtuman ${v.cause} kumulatiivinen ilmaantuvuus eroaa ryhmittäin (${v.group}, ${v.groups} ryhmää; Grayn testi, ${v.p}).`,
    'incidence-alike': (v) =>
      `Aineisto ei osoita, että tapahtuman ${v.cause} kumulatiivinen ilmaantuvuus eroaisi ryhmittäin (${v.group}, ${v.groups} ryhmää; Grayn testi, ${v.p}).`,
    'incidence-endings': (v) => `Mitä tuli ensin (n = ${v.n}): ${v.list}; ilman tapahtumaa ${v.censored}.`,
    'subhazard-level': (v) =>
      `Kun ${v.variable} on ${v.category}, tapahtuman ${v.event} osajakauman vaara oli ${v.estimate}-kertainen arvoon ${v.variable} ${v.reference} verrattuna${limits(v)}${adjusted(v)}.`,
    'subhazard-unit': (v) =>
      `${more(v)}, tapahtuman ${v.event} osajakauman vaara oli ${v.estimate}-kertainen${limits(v)}${adjusted(v)}.`,
    'incidence-counts': (v) =>
      `Kaikkiaan ${v.n}: ${v.events}:lle tuli ensin ${v.cause}, ${v.competing}:lle muu tapahtuma, ${v.censored}:lle ei mitään.`
  }
};

import type { survive as english } from '../../en/statistics/survive';
import type { Words } from '../../words';

export const survive: Words<typeof english> = {
  methods: { 'kaplan-meier': 'Kaplan–Meier-käyrät, log-rank-testi', cox: 'Coxin regressio' },
  abouts: {
    'kaplan-meier': 'Ilman tapahtumaa olevien osuus ajan mukaan, ryhmittäin, ja riskissä olevien määrät.',
    cox: 'Vaarasuhteet sille, mikä voi jouduttaa tai viivyttää tapahtumaa.'
  },
  fields: {
    time: 'Aika',
    event: 'Tapahtuma',
    event_is: 'Tapahtuma on',
    start: 'Riskissä alkaen',
    at: 'Ajankohtina',
    until: 'Saakka',
    rho: 'Varhaisten tapahtumien paino',
    interval: 'Väli',
    ties: 'Tasatilanteet',
    robust: 'Robustit keskivirheet'
  },
  help: {
    time: 'Kuinka kauan kutakin seurattiin, luku.',
    event: 'Kyllä, jos tapahtuma tuli; ei, jos seuranta päättyi sitä ennen: 1 ja 0.',
    event_is: 'Jos sarakkeessa on sanoja: se, joka tarkoittaa tapahtumaa.',
    start: 'Ajankohta, josta riskissä olo alkoi, jos se ei ollut 0: viivästynyt alku, muuttuvat selittäjät.',
    at: 'Elossaolo-osuus näinä ajankohtina.',
    until: 'Keskimääräiset ajat lasketaan tähän saakka.',
    rho: '0 on log-rank-testi; 1 painottaa varhaisia tapahtumia.'
  },
  choices: { 'log-log': 'log-log', log: 'log', plain: 'tavallinen', efron: 'Efron', breslow: 'Breslow' },
  tests: {
    'log-rank': 'Log-rank-testi',
    'peto-log-rank': 'Painotettu log-rank-testi',
    'proportional-hazards': 'Verrannolliset vaarat'
  },
  says: {
    'survival-differs': (v) => `Ryhmien (${v.groups}) ajat tapahtumaan eroavat (log-rank, ${v.p}).`,
    'survival-alike': (v) =>
      `Aineisto ei osoita, että ryhmien (${v.groups}) ajat tapahtumaan eroaisivat (log-rank, ${v.p}).`,
    'survival-events': (v) => `Tapahtuma tuli ${v.events}:lle ${v.n}:sta.`
  }
};

import type { detect as english } from '../../en/statistics/detect';
import type { Words } from '../../words';
import { limits, range } from './sentence';

export const detect: Words<typeof english> = {
  methods: { signals: 'Ilmoitusten epäsuhta', 'case-series': 'Itsekontrolloitu tapaussarja' },
  abouts: {
    signals: 'Mikä lääke ja tapahtuma ilmoitetaan yhdessä useammin kuin sattumalta: PRR, ROR, IC ja EBGM joka parille.',
    'case-series': 'Tuleeko tapahtumia altistuksen jälkeisinä päivinä useammin kuin saman henkilön muuna aikana.'
  },
  fields: {
    report: 'Ilmoitus',
    drug: 'Lääke',
    reported_event: 'Tapahtuma',
    signal_score: 'Pistemäärä',
    least: 'Ilmoituksia vähintään',
    person: 'Henkilö',
    observed_from: 'Seurattu alkaen',
    observed_to: 'Seurattu saakka',
    birth: 'Syntymä',
    events_table: 'Tapahtumien taulu',
    event_person: 'Tapahtuman henkilö',
    event_day: 'Tapahtuman päivä',
    exposures: 'Altistusten taulu',
    exposure_person: 'Altistunut henkilö',
    exposure_day: 'Altistuksen päivä',
    windows: 'Riski-ikkunat',
    window_name: 'Nimi',
    window_from: 'Päivästä',
    window_to: 'Päivään',
    age_cuts: 'Ikäryhmien alut'
  },
  help: {
    report: 'Rivi ilmoituksen kutakin lääkettä ja tapahtumaa kohti; ilmoituksen numero.',
    signal_score: 'Parit järjestetään tämän pistemäärän alarajan mukaan.',
    least: 'Pareja, joilla on vähemmän ilmoituksia, ei näytetä; kaikki ovat taulussa.',
    observed_from: 'Ensimmäinen seurantapäivä, mukaan luettuna: päivämäärä tai kokonainen päivä.',
    observed_to: 'Viimeinen seurantapäivä, mukaan luettuna.',
    birth: 'Vähennetään kaikista päivistä, jotta ikäryhmät lasketaan siitä.',
    windows: 'Päivät altistuksen jälkeen, molemmat mukaan luettuina: 0–13 on kaksi viikkoa altistuspäivästä.',
    age_cuts: 'Päivinä. Ikäryhmät poistavat sen, että tapahtumia tulee jossain iässä useammin.'
  },
  choices: { ebgm: 'EBGM (DuMouchel)', ic: 'IC', ror: 'ROR', prr: 'PRR' },
  tests: { 'windows-none': 'Millään ikkunalla ei ole vaikutusta' },
  facts: {
    pairs: 'Lääkkeen ja tapahtuman pareja',
    'pairs-evans': 'Evansin ehdon täyttäviä pareja',
    'pairs-doubled': 'Pareja, joiden EB05 on vähintään 2',
    signals: 'Pareja, joiden alaraja on vaikutuksettoman yläpuolella'
  },
  says: {
    'detect-some': (v) =>
      `Pareja, joista on vähintään ${v.least} ilmoitusta, on ${v.ranked}. Niistä ${v.out} ilmoitetaan yhdessä useammin kuin sattuma selittää (${String(v.score).toUpperCase()}, alaraja).`,
    'detect-none': (v) =>
      `Pareja, joista on vähintään ${v.least} ilmoitusta, on ${v.ranked}. Mitään niistä ei ilmoiteta yhdessä useammin kuin sattuma selittää (${String(v.score).toUpperCase()}, alaraja).`,
    'detect-few': (v) =>
      `Millään parilla (${v.pairs}) ei ole vähintään ${v.least} ilmoitusta ja pistemäärää ${String(v.score).toUpperCase()}.`,
    'detect-highest': (v) =>
      `Ensimmäisenä ${v.drug} ja ${v.event}: ${v.reports} ilmoitusta, odotettu ${v.expected}; ${String(v.score).toUpperCase()} ${v.estimate} (${v.level}:n väli ${range(String(v.lower), String(v.upper))}). Se on syy katsoa tarkemmin, ei todiste haitasta.`,
    'series-window': (v) =>
      `Ikkunassa ”${v.window}” tapahtumia tulee ${v.estimate} kertaa niin usein kuin samojen henkilöiden muuna aikana${limits(v)}.`,
    'series-windows': (v) =>
      `Ikkunassa ”${v.window}” tapahtumia tulee ${v.estimate} kertaa niin usein kuin samoilla henkilöillä kaikkien ikkunoiden ulkopuolella${limits(v)}.`,
    'series-window-events': (v) => `Ikkunassa ”${v.window}” on tapahtumia ${v.events}, päiviä ${v.days}.`
  }
};

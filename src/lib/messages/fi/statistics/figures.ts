import type { figures as english } from '../../en/statistics/figures';
import type { Words } from '../../words';
import { count, counted } from '../figures';
import { relateFigures } from './relate';

export const figures: Words<typeof english> = {
  forest: {
    title: (measure, level) => `${measure} ja ${level}:n väli`,
    description: (measure, rows) => `Metsäkuvio, ${measure}. ${rows}`,
    key: { estimate: 'Estimaatti ja väli', pooled: 'Yhdistetty', none: 'Ei vaikutusta' },
    weight: 'Paino',
    log: 'logaritmisella akselilla',
    reference: (one) => `${one} (vertailutaso)`,
    open: 'Nuoli: väli jatkuu.'
  },
  steps: {
    titles: {
      survival: (event) => `Ilman tapahtumaa (${event})`,
      incidence: (event) => `Kumulatiivinen ilmaantuvuus: ${event}`
    },
    axis: { survival: 'Ilman tapahtumaa', incidence: 'Tapahtuma tullut' },
    time: (unit, column) =>
      unit === undefined ? (column === undefined ? 'Aika' : `Aika (${column})`) : `Aika, ${unit}`,
    atRisk: 'Riskissä',
    censored: 'Seuranta päättyi',
    band: 'Väli',
    description: (what, curves, times) =>
      `${what}: ${curves === 1 ? 'yksi käyrä' : `${count(curves)} käyrää`}, aikaan ${times} saakka.`
  },
  few: (left) => `Pois jätettiin ${counted(left, 'rivi', 'riviä')}, joissa on alle 5.`,
  balance: relateFigures.balance,
  histograms: relateFigures.histograms,
  boxes: {
    title: (value) => `Jakauma: ${value}`,
    description: (value, rows) => `Laatikkokuvio, ${value}. ${rows}`,
    row: (group, median, box) => `${group}: mediaani ${median}, keskimmäinen puolikas ${box}.`,
    key: {
      box: 'Keskimmäinen puolikas',
      median: 'Mediaani',
      ends: 'Pienimmästä suurimpaan',
      mean: 'Keskiarvo ja väli',
      meanAlone: 'Keskiarvo'
    },
    columns: {
      median: 'Mediaani',
      box: 'Keskimmäinen puolikas',
      mean: 'Keskiarvo (väli)',
      ends: 'Pienimmästä suurimpaan'
    },
    left: (groups) => `Alle viiden henkilön ryhmiä ei näytetä: ${count(groups)}.`
  },
  bars: {
    title: (value) => `Osuudet: ${value}`,
    description: (value, rows) => `Palkkikuvio, ${value}. ${rows}`,
    axis: 'Osuus ryhmästä',
    share: (count, share) => `${count} (${share})`
  },
  lines: {
    ...relateFigures.lines,
    description: (title, series, x, y) => `${title}. ${series}. ${x}. ${y}.`,
    series: 'Viiva',
    band: 'Väli',
    diagonals: { roc: 'Ei sattumaa parempi', calibration: 'Täydellinen kalibraatio' },
    roc: {
      title: 'ROC-käyrä',
      x: '1 − tarkkuus',
      y: 'Herkkyys',
      caption: 'Mitä lähempänä vasenta yläkulmaa käyrä kulkee, sitä paremmin tapaukset erottuvat muista.',
      youden: (threshold) => `Youdenin kynnys, ${threshold}`
    },
    'precision-recall': {
      title: 'Osumatarkkuus ja herkkyys',
      x: 'Herkkyys (recall)',
      y: 'Osumatarkkuus (PPV)',
      caption: 'Vaakaviiva on tapausten osuus: siihen yltää satunnainen hälyttäminen.'
    },
    calibration: {
      title: 'Kalibraatio',
      x: 'Ennustettu riski',
      y: 'Havaittu osuus',
      smooth: 'Tasoitettu käyrä (loess)',
      groups: 'Riskiryhmät ja väli',
      risks: 'Kuinka monella on tällainen riski',
      caption: 'Lävistäjän yläpuolella riskit ovat liian pieniä, alapuolella liian suuria.'
    },
    power: {
      titles: {
        persons: 'Voima henkilömäärän mukaan',
        pairs: 'Voima parimäärän mukaan',
        events: 'Voima tapahtumamäärän mukaan'
      },
      y: 'Voima',
      plan: 'Tämä suunnitelma'
    },
    precision: {
      titles: {
        persons: (level) => `${level}:n väli henkilömäärän mukaan`,
        events: (level) => `${level}:n väli tapahtumamäärän mukaan`
      },
      expected: 'Kuten odotetaan',
      plan: 'Tämä suunnitelma'
    },
    'net-benefit': {
      title: 'Päätöskäyrä',
      x: 'Riski, josta alkaen toimittaisiin',
      y: 'Nettohyöty',
      all: 'Toimitaan kaikilla',
      none: 'Ei toimita kenelläkään',
      caption:
        'Nettohyöty henkilöä kohti: oikeat hälytykset, vähennettynä väärillä, jotka painotetaan kynnyksen vedolla.'
    }
  },
  points: {
    ...relateFigures.points,
    description: (title, n, x, y, lines) =>
      `${title}: ${counted(n, 'piste', 'pistettä')}, ${y}, vaaka-akselilla ${x}${lines === '' ? '' : `; ${lines}`}.`,
    band: 'Väli',
    some: (shown, all) => `Kuvassa on ${shown} pistettä ${all} pisteestä.`,
    'bland-altman': {
      title: 'Erotukset keskiarvon mukaan (Bland–Altman)',
      x: 'Molempien keskiarvo',
      y: 'Erotus',
      lines: { bias: 'Harha', 'upper-limit': 'Yläraja', 'lower-limit': 'Alaraja' },
      caption: 'Rajat pätevät, jos erotukset ovat normaalisia eikä niiden koko tai hajonta riipu keskiarvosta.'
    },
    'study-funnel': {
      title: 'Tutkimusten suppilokuvio',
      y: 'Keskivirhe',
      yOfLog: 'Logaritmin keskivirhe',
      limit: 'Missä tutkimukset olisivat sattumalta',
      caption: 'Pienet tutkimukset ovat alhaalla. Jos toinen puoli on tyhjä, jotkin ovat ehkä jääneet julkaisematta.'
    },
    signals: { title: 'Kaikki parit', x: 'Ilmoituksia', none: 'Odotetusti' },
    ratings: {
      title: 'Arviot henkilön keskiarvon mukaan',
      x: 'Henkilön arvioiden keskiarvo',
      y: 'Arvio',
      equality: 'Sama kuin henkilön keskiarvo'
    },
    scatter: { title: 'Molemmat mittaukset', equality: 'Molemmat yhtä suuret' }
  }
};

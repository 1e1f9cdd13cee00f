import { clip } from '../en/cells';
import type * as en from '../en/profile';
import type { Words } from '../words';
import { count as n, counted } from './figures';

const rows = (of: number) => counted(of, 'rivi', 'riviä');

export const profileWords: Words<typeof en.profileWords> = {
  strip: {
    summary: (column, of) => `${column}: ${rows(of)}`,
    noneMissing: 'ei puuttuvia',
    someMissing: (share) => `${share} puuttuu`,
    ends: (least, greatest) => `arvosta ${least} arvoon ${greatest}`,
    idNothing: 'tunniste, ei näytetä',
    idValues: (of) => counted(of, 'arvo', 'arvoa'),
    text: 'tekstiä, ei näytetä',
    nothing: 'ei arvoja',
    other: 'tälle tyypille ei ole kuvaajaa',
    missing: (share, of) => `${share} puuttuu (${rows(of)})`,
    bin: (first, last) => (first === last ? `${first}` : `${first}–${last}`),
    others: (of) => counted(of, 'muu arvo', 'muuta arvoa'),
    bar: (of, all) => `${of}: ${rows(all)}`,
    barKept: (of, kept, all) => `${of}: ${n(kept)} / ${rows(all)}`,
    small: 'vain muutama rivi, ei näytetä esitettäessä',
    sample: (of, all) => `otos: ${n(of)} / ${rows(all)}`,
    more: 'tunnusluvut …',
    sampleShort: 'otos',
    open: (column) => `Profiili: ${column}`
  },
  kinds: {
    number: 'luku',
    whole: 'kokonaisluku',
    time: 'päivä tai aika',
    category: 'luokka',
    bool: 'totuusarvo',
    text: 'vapaa teksti',
    id: 'tunniste',
    other: 'luettelo tai rakenne'
  },
  card: {
    label: (column) => `Profiili: ${column}`,
    loading: 'Lasketaan …',
    failed: 'Laskeminen ei onnistunut.',
    again: 'Laske uudelleen',
    histogram: (column) => `Histogrammi: ${column}`,
    median: (value) => `mediaani ${value}`,
    filterBy: (bar) => `Suodata: ${bar}`,
    logScale: 'Logaritminen asteikko',
    n: 'n',
    missing: 'puuttuu',
    share: (count, part) => `${count} (${part})`,
    distinct: 'eri arvoja',
    mean: 'keskiarvo',
    sd: 'keskihajonta',
    sdNone: 'vaatii kaksi riviä',
    p1: 'p1',
    p25: 'p25',
    p50: 'mediaani',
    p75: 'p75',
    p99: 'p99',
    least: 'pienin',
    greatest: 'suurin',
    zeros: 'nollia',
    negative: 'negatiivisia',
    notFinite: 'äärettömiä tai ei lukuja',
    unit: 'yksikkö',
    unitNone: 'ei ilmoitettu',
    shortest: 'lyhin',
    longest: 'pisin',
    meanLength: 'keskipituus',
    letters: (of) => `${of} merkkiä`,
    blank: 'tyhjiä',
    variants: 'kirjoitusasuja',
    span: 'aikaväli',
    gap: 'pisin aukko',
    days: (of) => `${of} vrk`,
    midnight: 'keskiyöllä',
    january: '1. tammikuuta',
    future: 'tulevaisuudessa',
    pattern: 'muoto',
    patterns: 'muotoja',
    duplicates: 'toistuvia',
    yes: 'tosi',
    no: 'epätosi',
    value: 'arvo',
    others: (of) => counted(of, 'muu arvo', 'muuta arvoa')
  },
  flags: {
    implausibleShort: 'Mahdottomia',
    constant: 'vain yksi arvo',
    'mostly-missing': 'yli 50 % puuttuu',
    id: 'tunniste?',
    'number-in-text': 'lukuja tekstinä',
    'date-in-text': 'päiviä tekstinä',
    'leading-zeros': 'etunollia',
    duplicate: (column) => `sama kuin ${column}`,
    outliers: (of) => `${rows(of)} kaukana muista`,
    implausible: (of, range) => `${rows(of)} välin ${range} ulkopuolella`,
    'mixed-units': (of, unit, other) => `${rows(of)}: ${other} eikä ${unit}?`,
    'small-groups': (of, below) => `${counted(of, 'ryhmä, jossa', 'ryhmää, joissa')} alle ${n(below)}`,
    'future-dates': (of) => `${rows(of)} tulevaisuudessa`,
    'default-dates': (of) => `${rows(of)} päivätty 1. tammikuuta`,
    'not-finite': (of) => `${rows(of)} ilman äärellistä arvoa`
  },
  cell: {
    summary: (of, columns) => `${rows(of)}, ${counted(columns, 'sarake', 'saraketta')}`,
    from: 'Taulu',
    fromHelp: 'Tutkittava taulu.',
    group: 'Vertaa ryhmittäin',
    groupHelp: 'Sarake, jossa on enintään kuusi arvoa: sukupuoli, sairaala, kuollut.',
    age: 'Ikä',
    ageHelp: 'Iän sarake: vitaaliarvoja tarkastellaan iän mukaan.',
    ageUnit: 'Iän yksikkö',
    ageUnitHelp: 'Jos sarake ei kerro sitä.',
    ageUnits: { years: 'vuosia', months: 'kuukausia', weeks: 'viikkoja', days: 'päiviä' },
    resultTitle: 'Otsikko',
    caption: 'Kuvateksti',
    heading: (table, of, columns) => `\`${table}\`: ${rows(of)}, ${counted(columns, 'sarake', 'saraketta')}`,
    empty: (table) => `Taulussa \`${table}\` ei ole rivejä. Tutkittavaa ei ole.`,
    sampled: (of, all) => `Sarakkeiden luvut on laskettu ${n(of)} satunnaisesta rivistä (kaikkiaan ${n(all)}) (≈).`,
    columnsLeft: (of, most) => `${counted(of, 'sarake', 'saraketta')} jää pois: sivulle mahtuu ${n(most)}.`,
    overview: (complete, flagged) =>
      `Arvoista on tallessa ${complete}. Katsottavaa: ${counted(flagged, 'sarake', 'saraketta')}.`,
    kinds: 'Lajit',
    missingTitle: 'Mitä puuttuu, ja minkä kanssa',
    missingNone: 'Yhtään arvoa ei puutu.',
    missingSentence: (column, part, complete) =>
      `Eniten puuttuu sarakkeesta \`${column}\`: ${part} riveistä. Näiden sarakkeiden osalta täydellisiä rivejä on ${complete}.`,
    missingAll: (of, shown) =>
      of > shown
        ? `Kaikkiaan ${counted(of, 'kuvio', 'kuviota')}; ${n(shown)} yleisintä näytetään.`
        : `Kaikkiaan ${counted(of, 'kuvio', 'kuviota')}.`,
    missingLegend: 'puuttuu',
    presentLegend: 'on',
    patternRows: 'Rivejä',
    patternSpoken: (columns) => (columns === '' ? 'mitään ei puutu' : `puuttuu: ${columns}`),
    smallHidden: (of) => `${counted(of, 'ryhmä', 'ryhmää')}, jossa on vain muutama rivi, ei näytetä esitettäessä.`,
    groupsTitle: (by) => `Sarakkeen \`${by}\` ryhmien vertailu`,
    groupsSentence: (column, smd, over, of) =>
      `Eniten eroaa \`${column}\` (${smd}). Yli 0,1 eroaa ${n(over)} / ${counted(of, 'sarake', 'saraketta')}.`,
    groupsNone: 'Verrattavaa saraketta ei ole.',
    groupsOne: (by) => `Kaikilla riveillä on sama \`${by}\`: verrattavaa ei ole.`,
    ungrouped: (of, by) => `${rows(of)} ilman arvoa \`${by}\` jätetty pois.`,
    groupHead: (name, of) => `${name}, n ${n(of)}`,
    difference: 'Ero',
    differenceNote:
      'Standardoitu keskiarvojen ero: (m₁ − m₀) / √((s₁² + s₀²) / 2); luokista √(dᵀS⁻¹d) (Austin 2009; Yang ja Dalton 2012). Useammasta ryhmästä parien suurin. Yli 0,1 on tavallisesti ero.',
    numbers: 'keskiarvo (hajonta); mediaani [kvartiilit]',
    levels: 'n (%)',
    otherLevels: 'muu',
    notKnown: 'ei tiedossa',
    noOverlap: 'ei mitään yhteistä',
    agesTitle: 'Uskottavaa iälle?',
    agesNone: 'Tunnettuja vitaali- tai laboratorioarvoja ei ole.',
    agesSentence: (impossible, of) =>
      impossible === 0
        ? `Arvoja on ${n(of)}, eikä mahdottomia ole.`
        : `Mahdottomia: ${counted(impossible, 'arvo', 'arvoa')}, kaikkiaan ${n(of)}.`,
    ageHead: 'Ikä',
    band: { month: 'alle 1 kk', months: (from, to) => `${from}–${to} kk`, years: (from, to) => `${from}–${to} v` },
    medianHead: 'Mediaani',
    impossibleHead: (range) => `Välin ${range} ulkopuolella`,
    lowHead: 'Iälle matala',
    highHead: 'Iälle korkea',
    agesSource: (sources) =>
      `Mahdollista missä iässä tahansa: kliinisen moottorin uskottavuustaulukko. Iän mukaan: ${sources}. Epätavallinen ei ole väärä.`,
    agesNoLimits: 'iän mukaisia rajoja ei tunneta',
    columnsTitle: 'Sarakkeet',
    columnHead: 'Sarake',
    sentence: {
      missing: (part) => `${part} puuttuu`,
      complete: 'täydellinen',
      nothing: 'ei yhtään arvoa',
      numbers: (median, p25, p75) => `mediaani ${median}, puolet välillä ${p25}–${p75}`,
      values: (of) => counted(of, 'arvo', 'arvoa'),
      most: (text, part) => `yleisin ${text} (${part})`,
      times: (least, greatest) => `${least}–${greatest}`,
      id: (of) => `tunniste, ${counted(of, 'arvo', 'arvoa')}, ei näytetä`,
      text: (of) => `vapaata tekstiä, keskimäärin ${of} merkkiä, ei näytetä`,
      bool: (part) => `${part} tosia`,
      other: 'listoja tai olioita, ei tutkittu'
    }
  }
};

export const profileFailures: Words<typeof en.profileFailures> = {
  'profile-groups': {
    message: (v) => `Sarakkeessa \`${clip(v.column)}\` on yli ${v.n} arvoa: se ei ole vertailu.`,
    hint: () => 'Nimeä sarake, jossa on vain muutama arvo, tai ryhmittele se SQL:llä.'
  },
  'profile-age-type': {
    message: (v) => `Sarake \`${clip(v.column)}\` on tyyppiä ${v.type} eikä sisällä ikiä.`,
    hint: () => 'Nimeä lukusarake: ikä vuosina, kuukausina, viikkoina tai päivinä.'
  },
  'profile-age-unit': {
    message: (v) => `Sarake \`${clip(v.column)}\` ei kerro, missä yksikössä ikä on.`,
    hint: () => 'Lisää `age_unit: years`, `months`, `weeks` tai `days`.'
  }
};

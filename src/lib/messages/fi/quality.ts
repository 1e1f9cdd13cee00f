import { smallGroup } from '$workers/shared/profile';
import type * as en from '../en/quality';
import type { Words } from '../words';
import { clip } from '../en/cells';
import { count, counted } from './figures';

/** What the engine says in English, as patterns. What none of them knows stays as it is. */
const said: readonly (readonly [pattern: RegExp, finnish: string])[] = [
  [/^The table (\S+) is absent\.$/, 'Taulua $1 ei ole.'],
  [/^The column (\S+) is absent\.$/, 'Saraketta $1 ei ole.'],
  [/^The columns (\S+) and (\S+) are absent\.$/, 'Sarakkeita $1 ja $2 ei ole.'],
  [/^The columns of start and end of (\S+) are absent\.$/, 'Taulussa $1 ei ole alun ja lopun sarakkeita.'],
  [/^There are no rows to check\.$/, 'Tarkistettavia rivejä ei ole.'],
  [/^No concept of the variable map is among the measurements\.$/, 'Mittauksissa ei ole muuttujaluettelon käsitteitä.'],
  [/^No vital sign of the variable map is among the measurements\.$/, 'Mittauksissa ei ole peruselintoimintoja.'],
  [
    /^Fewer than two of the arterial pressures are among the measurements\.$/,
    'Valtimopaineita on mittauksissa alle kaksi.'
  ],
  [/^No two pressures have the same time\.$/, 'Kahta painetta ei ole mitattu samaan aikaan.'],
  [/^The variable weight is not among the measurements\.$/, 'Mittauksissa ei ole painoa.'],
  [/^No weight of a child whose age is known\.$/, 'Yhdenkään lapsen painolle ei tunneta ikää.'],
  [
    /^No two weights of a child of more than a year lie within (\d+) days\.$/,
    'Yli vuoden ikäiseltä ei ole kahta painoa $1 päivän sisällä.'
  ],
  [/^There is no condition that only one gender has\.$/, 'Vain toisen sukupuolen tauteja ei ole.'],
  [/^There is no stay in intensive care\.$/, 'Tehohoitojaksoja ei ole.'],
  [
    /^There is no such concept outside the variable map\.$/,
    'Muuttujaluettelon ulkopuolella ei ole tällaisia käsitteitä.'
  ],
  [/^No row belongs to a person of whom this is known\.$/, 'Yksikään rivi ei kuulu henkilölle, josta tämä tiedetään.'],
  [
    /^The date of the extract is not known \(cdm_source\.source_release_date\)\.$/,
    'Poiminnan päivää ei tunneta (cdm_source.source_release_date).'
  ],
  [
    /^There are fewer than (\d+) whole months, or fewer than (\d+) persons in most of them\.$/,
    'Kokonaisia kuukausia on alle $1, tai useimmissa on alle $2 henkilöä.'
  ],
  [
    /^Fewer than two sites have the variable in (\d+) persons of the same ages\.$/,
    'Muuttuja on alle kahdessa yksikössä $1 samanikäiseltä.'
  ],
  [/^The unit (.*) of (.*) is not in the variable map\.$/, 'Yksikköä $1 (muuttuja $2) ei ole muuttujaluettelossa.'],
  [/^No range is known of (.*)\.$/, 'Muuttujalle $1 ei tunneta rajoja.'],
  [
    /^The column is never filled, always, or the label is always the same\.$/,
    'Sarake on aina tyhjä tai aina täynnä, tai luokka on aina sama.'
  ],
  [
    /^No value, more than (\d+) different texts, or a label with fewer than (\d+) positive or with no other hours\.$/,
    'Ei arvoja, yli $1 eri tekstiä, tai luokassa on alle $2 positiivista tuntia tai ei muita.'
  ],
  [/, unverified$/, ', vahvistamatta'],
  [/^(.+) at (\d+)–(\d+) months, usual /, '$1, ikä $2–$3 kk, tavallisesti '],
  [/^before birth$/, 'ennen syntymää'],
  [/^later than (\d+) days after death$/, 'yli $1 päivää kuoleman jälkeen'],
  [/^after the extract$/, 'poiminnan jälkeen'],
  [/^with no (.*)$/, 'ei rivejä taulussa $1'],
  [/^distinct, without (.*)$/, 'eri tekstit, joilla ei ole: $1'],
  [/^number left as text$/, 'luku jäi tekstiksi'],
  [/^other numeric concepts$/, 'muut lukuarvoiset käsitteet'],
  [/^other concepts with a unit$/, 'muut käsitteet, joilla on yksikkö'],
  [/^(.*), no unit$/, '$1, ei yksikköä'],
  [/^hours$/, 'tunnit'],
  [/^months$/, 'kuukaudet'],
  [/^months without a record$/, 'kuukaudet ilman kirjauksia'],
  [/^value$/, 'arvo'],
  [/^presence$/, 'onko arvoa'],
  [/^age (.*) years$/, 'ikä $1 vuotta'],
  [/^diastolic ≤ mean ≤ systolic$/, 'diastolinen ≤ keskipaine ≤ systolinen'],
  [/^weight beside the median of the age$/, 'paino iän mediaaniin nähden'],
  [/^weight beside one of the (\d+) days before$/, 'paino edeltävien $1 päivän painoon nähden'],
  [/^standardised difference$/, 'standardoitu ero'],
  [/^in standard errors$/, 'keskivirheinä'],
  [/^average precision$/, 'keskimääräinen tarkkuus']
];

export const qualityWords: Words<typeof en.qualityWords> = {
  tables: 'Taulut',
  tablesHelp: 'OMOP-poiminnan taulut: millä niiden nimet alkavat, tai nimet itse.',
  table: 'Taulu',
  byPrefix: 'Kaikki, joiden alku on',
  byName: 'Nimeltä',
  waysOfTables: 'Miten taulut nimetään',
  checks: 'Tarkistukset',
  checksHelp: 'Pois jätettynä: kaikki 26.',
  threshold: 'Enintään',
  thresholds: 'Rajat',
  thresholdsHelp: 'Tarkistuksen numeron mukaan: suurempi osuus rivejä hylkää.',
  variableMap: 'Muuttujat',
  variableMapHelp: 'Taulu, jossa on concept_id, variable, unit ja factor. Pois jätettynä: PHEMS-simin käsitteet.',
  hours: 'Tuntitaulu',
  hoursHelp: 'Luokka joka tunnille, vuotojen etsintään. Pois jätettynä: poiminnan taulu hours.',
  label: 'Luokka',
  labelHelp: 'Sen sarake. Pois jätettynä: SepsisLabel.',
  extractDate: 'Poiminnan päivä',
  extractDateHelp: 'Mikään tapahtuma ei ole myöhäisempi. Pois jätettynä: päivä taulussa cdm_source.',
  ageFrom: 'Nuorin',
  ageTo: 'Vanhin',
  ageHelp: 'Täysiä vuosia käynnillä, molemmat mukaan lukien.',
  intensiveCare: 'Tehohoito',
  intensiveCareHelp: 'Tällaisten käyntien käsitteet. Pois jätettynä: 32037.',
  concept: 'Käsitteen numero',
  names: {
    1: 'Vaadittu sarake puuttuu',
    2: 'Arvo on väärää tyyppiä',
    3: 'Avain ei ole yksikäsitteinen',
    4: 'Viittaa olemattomaan',
    5: 'Käsite on muualta tai ei standardi',
    6: 'Vaadittu arvo puuttuu',
    7: 'Arvo puuttuu',
    8: 'Käsite tuntematon (0)',
    9: 'Ei kirjauksia',
    10: 'Luku puuttuu',
    11: 'Yksikkö puuttuu',
    12: 'Tunnit ilman peruselintoimintoja',
    13: 'Loppu ennen alkua',
    14: 'Elämän ulkopuolella tai poiminnan jälkeen',
    15: 'Käynnin ulkopuolella',
    16: 'Mahdoton arvo',
    17: 'Toisen sukupuolen tauti',
    18: 'Ikä käynnillä',
    19: 'Päällekkäiset käynnit',
    20: 'Kaksoiskappaleet',
    21: 'Valtimopaineet väärässä järjestyksessä',
    22: 'Paino hyppää tai ei sovi ikään',
    23: 'Kuukaudet, joissa on liikaa tai liian vähän kirjauksia',
    24: 'Yksiköt, jotka poikkeavat muista',
    25: 'Luvut, jotka tarkoittavat muuta',
    26: 'Sarake, joka paljastaa luokan'
  },
  plain: {
    1: 'OMOP-tietomalli vaatii nämä; sille tehdyt kyselyt eivät toimi ilman.',
    2: 'Näitä arvoja ei voi lukea sinä lukuna, päivänä tai kokonaisena tunnisteena, jota varten sarake on.',
    3: 'Sama avain on usealla rivillä, joten liitos monistaisi rivejä.',
    4: 'Näillä tunnisteilla ei ole riviä taulussa, johon ne viittaavat: henkilöä, käyntiä, yksikköä tai käsitettä ei ole.',
    5: 'Näiden rivien käsite kuuluu muualle tai ei ole standardikäsite.',
    6: 'Nämä rivit jättävät tyhjäksi sen, minkä tietomalli vaatii.',
    7: 'Nämä rivit jättävät sarakkeen tyhjäksi useammin kuin sallitaan.',
    8: 'Näitä rivejä ei ole kuvattu: käsite 0 sanoo, ettei mikään käsite sovi.',
    9: 'Näistä henkilöistä tai käynneistä ei ole kirjattu mitään toiseen tauluun.',
    10: 'Näillä mittauksilla ei ole lukua, vaikka lajillaan on, tai luku jäi tekstiksi.',
    11: 'Näillä mittauksilla on luku ilman yksikköä, joten luku voi tarkoittaa monta asiaa.',
    12: 'Näinä tehohoidon tunteina ei kirjattu yhtään peruselintoimintoa.',
    13: 'Nämä rivit päättyvät ennen kuin alkavat.',
    14: 'Nämä rivit ovat ennen syntymää, yli 30 päivää kuoleman jälkeen tai poiminnan päivän jälkeen.',
    15: 'Nämä rivit ovat yli päivän ennen käyntiä, johon ne kuuluvat, tai sen jälkeen.',
    16: 'Nämä arvot ovat sen ulkopuolella, mitä muuttuja voi yksikössään olla: lipsahdus, merkkiluku tai toinen yksikkö.',
    17: 'Näillä henkilöillä on tauti, jonka vain toinen sukupuoli voi saada.',
    18: 'Näillä käynneillä henkilö oli odotettua nuorempi tai vanhempi.',
    19: 'Nämä käynnit alkavat ennen kuin saman henkilön aiempi on päättynyt.',
    20: 'Samalla henkilöllä on sama arvo samasta käsitteestä samaan aikaan toisella rivillä.',
    21: 'Näinä hetkinä diastolinen paine oli keskipaineen tai keskipaine systolisen yläpuolella: usein kaksi saraketta on vaihtunut.',
    22: 'Nämä painot muuttuivat yli neljänneksen 30 päivässä, tai ovat alle 0,4- tai yli 2,5-kertaisia iän mediaaniin nähden.',
    23: 'Näinä kuukausina kirjauksia on paljon enemmän tai vähemmän kuin muina, tai ei lainkaan.',
    24: 'Yksikön arvot ovat kaukana muiden arvoista samanikäisillä: usein yksikkö on toinen.',
    25: '0, −1, 999 tai 9999 on arvon paikalla: usein se tarkoittaa puuttuvaa.',
    26: 'Tämä sarake yksin kertoo luokan (AUROC yli 0,95, keskimääräinen tarkkuus yli 0,6 tai täytetty vasta jälkikäteen): se on luultavasti kirjattu jälkikäteen, eikä malli saa käyttää sitä.'
  },
  nouns: {
    rows: 'riviä',
    columns: 'saraketta',
    ids: 'tunnistetta',
    hours: 'tuntia',
    times: 'hetkeä',
    months: 'kuukautta',
    texts: 'eri tekstiä'
  },
  few: `alle ${smallGroup}`,
  counted: (failing, checked, noun) => `${failing} / ${checked} ${noun}`,
  allowed: (percent) => `sallittu enintään ${percent} %`,
  noneAllowed: 'yhtään ei sallita',
  detail: (text) => said.reduce((now, [pattern, finnish]) => now.replace(pattern, finnish), text),
  heading: (failed, checks) =>
    failed === 0
      ? `Mikään tarkistus ei hylkää (${counted(checks, 'tarkistus', 'tarkistusta')})`
      : `${failed}/${checks} tarkistusta hylkää`,
  failedOf: (failed, checks) => (failed === 0 ? 'mikään ei hylkää' : `${failed}/${checks} hylkää`),
  summary: (failed, passed, notApplicable, tables) =>
    `Hylkää ${failed}, hyväksyy ${passed}, ei sovellu ${notApplicable}; ${counted(tables, 'taulu', 'taulua')}.`,
  lines: (failed, all) =>
    `Tarkistus koskee montaa saraketta tai muuttujaa: niistä hylättiin ${count(failed)}/${count(all)}.`,
  failed: 'Mikä hylättiin',
  nothingFails: 'Mitään ei hylätty. Se ei sano, että tiedot ovat oikein.',
  showRows: 'Näytä rivit',
  showRowsOf: (what) => `Näytä rivit: ${what}`,
  moreLines: (n) => `${count(n)} lisää`,
  passed: (n) => `Hyväksyttiin ${counted(n, 'kohta', 'kohtaa')}`,
  notApplicable: 'Ei sovellu',
  leftOut: (n) => `Sarakkeita ja muuttujia, joita ei voitu tarkistaa: ${count(n)}`,
  ranges: 'Mihin verrattiin',
  ages: (from, to) => `Ikä käynnillä: ${from}–${to} täyttä vuotta.`,
  weights:
    'Paino: 0,4–2,5 kertaa iän mediaani: ½ · kuukaudet + 3,4 kg ensimmäisenä vuonna, 2 · vuodet + 8 kg 6 vuoteen, 3 · vuodet + 7 kg 18 vuoteen. PHEMS-simin kaavat.',
  drifts: 'Yksiköiden arvoja verrataan ikäryhmittäin; ero kerrotaan vankkoina keskihajontoina.',
  dateGiven: (date) => `Poiminnan päivä: ${date}, kuten solussa sanotaan.`,
  dateFound: 'Poiminnan päivä: julkaisupäivä taulussa `cdm_source`, jos se on.',
  variablesFrom: (table) => `Käsitteiden merkitys on taulusta \`${table}\`.`,
  variablesOwn: 'Käsitteiden merkitys on PHEMS-simin; muu aineisto tarvitsee taulun `variable_map`.',
  source: (source) =>
    `Rajat: ${source}. Tarkistukset: Kahn ym. 2016 (eGEMs 4:1244) ja OHDSI DataQualityDashboard. Tutkimukseen ja opetukseen.`,
  head: {
    check: 'Tarkistus',
    place: 'Sarake',
    checked: 'Tarkistettu',
    failing: 'Hylätty',
    share: 'Osuus',
    variable: 'Muuttuja',
    unit: 'Yksikkö',
    plausible: 'Voi olla'
  },
  resultTable: (name) => `Sivun jokainen kohta on rivi taulussa \`${name}\`.`
};

export const qualityFailures: Words<typeof en.qualityFailures> = {
  'quality-needs-name': {
    message: () => 'Solulla ei ole nimeä, joten ei sen taulullakaan.',
    hint: () => 'Anna solulle nimi.'
  },
  'quality-none-named': {
    message: () => 'Taulujen luettelo on tyhjä.',
    hint: () => 'Kirjoita taulujen nimet, tai millä ne alkavat: `tables: picu_`.'
  },
  'quality-table-unknown': {
    message: (v) => `\`${clip(v.table)}\` ei pääty OMOP-taulun nimeen.`,
    hint: () => 'Nimeä se kuten OMOPissa: `person`, `measurement`, tai etuliitteellä `picu_measurement`.'
  },
  'quality-table-twice': {
    message: (v) => `\`${clip(v.table)}\` ja \`${clip(v.other)}\` ovat molemmat \`${v.known}\`.`,
    hint: () => 'Jätä toinen pois; toinen poiminta tarvitsee oman solun.'
  },
  'quality-no-tables': {
    message: (v) => `OMOP-taulua, jonka nimi alkaa "${clip(v.prefix)}", ei ole.`,
    hint: () => 'Kirjoita, millä taulujesi nimet alkavat, esimerkiksi `tables: picu_`, tai luettele ne.'
  }
};

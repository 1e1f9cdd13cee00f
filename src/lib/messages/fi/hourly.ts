import { smallGroup } from '$workers/shared/profile';
import type * as en from '../en/hourly';
import type { Words } from '../words';
import { clip } from '../en/cells';
import { counted, number } from './figures';
import { scoreLabels } from './score-labels';

/** Variables, by their English names; others are called as in the scores. */
const variables: Readonly<Record<string, string>> = {
  'Systolic blood pressure': 'Systolinen verenpaine',
  'Diastolic blood pressure': 'Diastolinen verenpaine',
  'Oxygen saturation': 'Happikyllästeisyys',
  'Inspired oxygen fraction': 'Sisäänhengityksen happiosuus',
  'Arterial oxygen pressure': 'Valtimoveren hapen osapaine',
  'Arterial carbon dioxide pressure': 'Valtimoveren hiilidioksidin osapaine',
  Bilirubin: 'Bilirubiini',
  'White blood cells': 'Valkosolut',
  'D-dimer': 'D-dimeeri',
  'C-reactive protein': 'CRP',
  Weight: 'Paino'
};

export const hourlyWords: Words<typeof en.hourlyWords> = {
  from: 'Mittaukset',
  fromHelp: 'OMOP-taulu `measurement`, taulu, jossa on arvo rivillä, tai taulu, jossa on sarake muuttujaa kohti.',
  stays: 'Hoitojaksot',
  staysHelp:
    'Esimerkiksi `visit_detail`. Pois jätettynä: yksi jakso henkilöä tai sarakkeen `episode` arvoa kohti, rivien ajalta.',
  variables: 'Muuttujat',
  variable: 'Muuttuja',
  variablesHelp: 'Pois jätettynä: kaikki löytyvät.',
  aggregate: 'Tunnin arvo',
  aggregateHelp: 'Muuttujittain, kun se ei ole viimeinen.',
  aggregates: {
    last: 'viimeinen',
    first: 'ensimmäinen',
    min: 'pienin',
    max: 'suurin',
    mean: 'keskiarvo',
    count: 'arvojen määrä'
  },
  carryForward: 'Siirrä arvoja eteenpäin',
  carryForwardHelp: 'Tunteihin, joilla ei ole arvoa, kunnes arvo on liian vanha.',
  carry: 'Kuinka pitkään',
  carryHelp: 'Tunnit muuttujittain, kun ne eivät ole Phoenixin 6, 12 tai 24 h. 0: ei lainkaan.',
  hours: 'Tunnit',
  ages: 'Lisää kunkin arvon ikä',
  agesHelp: 'Yksi sarake lisää muuttujaa kohti, tunteina.',
  map: 'Koodien merkitys',
  mapHelp:
    'Taulu, jossa on concept_id (tai name), variable, unit ja factor. Pois jätettynä: simuloidun aineiston koodit.',
  unitless: 'Rivit ilman yksikköä',
  unitlessHelp: 'Kun muut rivit kertovat omansa.',
  unitlessWords: { skip: 'jätetään käyttämättä', take: 'luetaan tavallisessa yksikössä' },
  columns: 'Mittausten sarakkeet',
  columnsHelp: 'person, time, variable, value tai unit, kun sarakkeiden nimet eivät sitä kerro.',
  column: 'Sarake',
  stayColumns: 'Hoitojaksojen sarakkeet',
  stayRoles: { person: 'Henkilö', id: 'Hoitojakso', start: 'Alku', end: 'Loppu' },
  heading: (table, hours, stays, persons) =>
    `\`${table}\` tunneittain: ${counted(hours, 'tunti', 'tuntia')}, ${counted(stays, 'hoitojakso', 'hoitojaksoa')}, ${counted(persons, 'henkilö', 'henkilöä')}`,
  hoursMade: (hours) => counted(hours, 'tunti', 'tuntia'),
  variablesTable: 'Mitä mittauksille tapahtui',
  head: {
    variable: 'Muuttuja',
    how: 'Tunnin arvo',
    used: 'Käytetyt arvot',
    outside: 'Jaksojen ulkopuolella',
    impossible: 'Mahdottomat',
    unitUnknown: 'Tuntematon yksikkö',
    without: 'Arvo tai aika puuttuu',
    hours: 'Osuus tunneista',
    measured: 'Mitattu',
    known: 'Tiedossa'
  },
  how: (aggregate, hours) => (hours === 0 ? aggregate : `${aggregate}, ${number(hours)} h ajan`),
  named: (text) => variables[text] ?? scoreLabels[text] ?? `${text}`,
  fact: (how, used, measured, known) =>
    `${how}; käytettyjä arvoja ${used}; mitattu: ${measured} tunneista, tiedossa: ${known}`,
  few: `alle ${smallGroup}`,
  fromUnit: (variable, unit) => (unit === '' ? variable : `${variable} (${unit})`),
  unknownUnit: (variable, unit, rows) => `${variable}, yksikkö "${unit}" (${rows})`,
  missingUnit: (variable, rows) => `${variable} (${rows})`,
  unitsUnknown: (list) => `Ei käytetty, koska yksikkö ei ole muuttujan yksikkö: ${list}.`,
  unitsMissing: (list) => `Ei käytetty, koska yksikkö puuttuu, vaikka muilla on se: ${list}.`,
  unitsAssumed: (list) => `Yksikköä ei ole kerrottu; oletettu: ${list}.`,
  unitsConverted: (list) => `Muunnettu sarakkeen yksikköön: ${list}.`,
  unmapped: (rows, codes, examples) =>
    `${counted(codes, 'koodi', 'koodia')} ei tarkoita mitään näistä muuttujista (rivejä ${rows}): ${examples}.`,
  made: (list) => `Pisteytyksiä varten muodostettu arvoista, jotka mittausaikojensa mukaan kuuluvat yhteen: ${list}.`,
  mapIsDefault: 'Koodit luettiin simuloidun aineiston koodeina. Anna omalle aineistolle taulu kohdassa `map`.',
  staysOfRows: 'Hoitojaksoja ei ole annettu: jokaisella henkilöllä on yksi, ensimmäisestä arvosta viimeiseen.',
  staysOfRowsBy: (column) =>
    `Hoitojaksoja ei ole annettu: henkilön jaksot erottaa \`${column}\`, kukin ensimmäisestä arvostaan viimeiseen.`,
  staysIncomplete: (n) => `Pois jätetyt hoitojaksot, joilta puuttuu henkilö, alku tai loppu: ${n}.`,
  staysReversed: (n) => `Pois jätetyt hoitojaksot, joiden loppu ei ole alun jälkeen: ${n}.`,
  staysOverlapping: (n) =>
    `Hoitojaksot, jotka alkavat ennen kuin henkilön toinen on päättynyt: ${n}. Arvo kuuluu viimeksi alkaneeseen.`,
  research: 'Arvo on sillä tunnilla, jolla se mitattiin. Tutkimukseen ja opetukseen.',
  table: (name) => `Tunnit ovat taulu \`${name}\`.`
};

export const hourlyCellFailures: Words<typeof en.hourlyCellFailures> = {
  'hourly-needs-name': {
    message: () => 'Solulla ei ole nimeä, joten sen taulullakaan ei ole.',
    hint: () => 'Anna solulle nimi.'
  },
  'hourly-no-variable': {
    message: (v) => `Muuttujaa \`${clip(v.variable)}\` ei ole.`,
    hint: (v) => (v.near ? `Tarkoititko \`${v.near}\`?` : `Tunnetut ovat ${v.known}.`)
  }
};

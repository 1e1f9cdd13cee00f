import type { Values } from '$workers/shared/errors';
import type * as en from '../en/chart';
import type { Words } from '../words';
import { clip } from '../en/cells';
import { count, number } from './figures';

const holds: Record<string, string> = { number: 'lukuja', time: 'aikoja', category: 'tekstejä' };
const held = (v: Values) => holds[String(v.holds)] ?? v.holds;
const name = (v: Values, key = 'column') => `\`${clip(v[key])}\``;

export const chartFailures: Words<typeof en.chartFailures> = {
  'chart-needs': {
    message: (v) =>
      `Kaavio ${name(v, 'mark')} tarvitsee ${v.needs === 'both' ? 'avaimet `x` ja `y`' : 'avaimen `x` tai `y`'}.`,
    hint: (v) => `Lisää \`${v.key}:\` ja sarakkeen nimi.`
  },
  'chart-unused': {
    message: (v) => `Avain ${name(v, 'key')} ei merkitse mitään kaaviossa ${name(v, 'mark')}.`,
    hint: (v) => `Poista rivi tai valitse toinen merkki${v.marks ? `: ${v.marks}` : ''}.`
  },
  'chart-histogram-both': {
    message: () => 'Histogrammi laskee yhden sarakkeen rivit, mutta sekä `x` että `y` nimeävät sarakkeen.',
    hint: () => 'Pidä vain toinen; vertaa ryhmiä avaimilla `color` tai `facet`.'
  },
  'chart-box-color': {
    message: () => '`color` ja laatikoiden ryhmät ovat eri sarakkeita: laatikot peittäisivät toisensa.',
    hint: () => 'Kirjoita `facet: {x: …}` avaimen `color` sijaan tai jätä toinen pois.'
  },
  'chart-aggregate-needs': {
    message: (v) => `Ei ole saraketta, josta laskea ${name(v, 'aggregate')}.`,
    hint: (v) => `Nimeä sarake avaimella \`${v.key}\` tai käytä \`aggregate: count\`.`
  },
  'chart-bin': {
    message: (v) => `\`bin\` ei voi olla ${name(v, 'value')}.`,
    hint: () => 'Kirjoita `auto`, leveys yli 0 tai ajoille hour, day, week, month, quarter tai year.'
  },
  'chart-bin-type': {
    message: (v) => `Sarakkeessa ${name(v)} on ${held(v)}, joita \`bin: ${clip(v.value)}\` ei voi jakaa.`,
    hint: () => 'Käytä luvuille leveyttä, ajoille yksikköä kuten month ja teksteille ei mitään.'
  },
  'chart-many-bins': {
    message: (v) => `\`bin: ${clip(v.value)}\` jakaisi sarakkeen ${name(v)} ${v.n} luokkaan.`,
    hint: () => 'Valitse suurempi leveys tai `bin: auto`.'
  },
  'chart-domain': {
    message: (v) =>
      `Asteikon ${name(v, 'scale')} alue tarvitsee ${v.measure === 'number' ? 'kaksi lukua, pienempi ensin' : 'kaksi päivää, aikaisempi ensin'}.`,
    hint: () => 'Kirjoita `domain: [pienin, suurin]` tai järjestysasteikon kaikki luokat.'
  },
  'chart-not-number': {
    message: (v) =>
      `Sarakkeessa ${name(v)} on ${held(v)}; kaavion ${name(v, 'mark')} avain ${name(v, 'key')} tarvitsee lukuja.`,
    hint: () => 'Nimeä lukusarake tai muunna arvot SQL:llä.'
  },
  'chart-not-place': {
    message: (v) =>
      `Sarakkeessa ${name(v)} on ${held(v)}; kaavion ${name(v, 'mark')} avain ${name(v, 'key')} tarvitsee lukuja tai aikoja.`,
    hint: () => 'Nimeä luku-, päivä- tai aikasarake tai muunna arvot SQL:llä.'
  },
  'chart-scale-type': {
    message: (v) => `Sarakkeessa ${name(v)} on ${held(v)}, eivätkä ne sovi asteikolle ${name(v, 'type')}.`,
    hint: () => 'Poista `type` tai nimeä toinen sarake.'
  },
  'chart-beyond-exact': {
    message: (v) => `Sarakkeessa ${name(v)} on yli 2^53 kokonaislukuja, jotka kaavio pyöristäisi.`,
    hint: (v) => `Käytä sitä avaimessa \`color\` tai \`group\`, tai kirjoita \`scales: {${v.key}: {type: ordinal}}\`.`
  },
  'chart-many-marks': {
    message: (v) => `Kaavioon tulisi ${v.n} merkkiä; enintään ${v.max} voidaan piirtää.`,
    hint: () => 'Lisää `aggregate: count` tai `mean` ja `bin: auto`, tai valitse SQL:llä vähemmän rivejä.'
  },
  'chart-many-categories': {
    message: (v) => `Sarakkeessa ${name(v)} on yli ${v.max} eri arvoa, liikaa avaimelle ${name(v, 'key')}.`,
    hint: () => 'Ryhmittele arvot SQL:llä, lisää luvuille `bin: auto` tai nimeä toinen sarake.'
  },
  'chart-repeats': {
    message: (v) => `Usealla rivillä on sama ${name(v)}, eikä \`aggregate\` kerro, mitä niistä tehdään.`,
    hint: () => 'Lisää `aggregate: mean`, `median`, `sum` tai `count`, tai tee SQL:llä yksi rivi kustakin.'
  },
  'chart-reference': {
    message: () => 'Vertailuviiva tarvitsee avaimen `x` tai `y`: luvun, päivän tai akselin luokan.',
    hint: () => 'Kirjoita esimerkiksi `reference: [{y: 2, label: raja}]`.'
  }
};

// In the genitive "of lactate" a name cannot be bent: the figure stands before it, as in "keskiarvo, laktaatti".
const aggregates: Record<string, string> = {
  count: 'rivejä',
  mean: 'keskiarvo',
  median: 'mediaani',
  sum: 'summa',
  min: 'pienin',
  max: 'suurin'
};
const marks: Record<string, string> = {
  dot: 'Pisteitä',
  line: 'Viivoja',
  area: 'Alueita',
  bar: 'Pylväitä',
  histogram: 'Histogrammi',
  box: 'Laatikoita',
  rule: 'Janoja',
  tick: 'Viivamerkkejä',
  cell: 'Ruutuja',
  density: 'Tiheys'
};

export const chart: Words<typeof en.chart> = {
  marks: {
    dot: 'pisteet',
    line: 'viivat',
    area: 'alueet',
    bar: 'pylväät',
    histogram: 'histogrammi',
    box: 'laatikot',
    rule: 'janat',
    tick: 'viivamerkit',
    cell: 'ruudut (lämpökartta)',
    density: 'tiheys'
  },
  from: 'Taulusta',
  mark: 'Merkki',
  x: 'Vaakaan (x)',
  y: 'Pystyyn (y)',
  color: 'Väri',
  colorHelp: 'Jos ryhmiä on yli kuusi, viidellä suurimmalla on oma väri.',
  size: 'Koko',
  group: 'Oma viiva jokaiselle',
  groupHelp: 'Sarake, joka erottaa viivat ilman väriä: henkilö.',
  facet: 'Osakuvat',
  facetX: 'Osakuvat vierekkäin',
  facetY: 'Osakuvat allekkain',
  aggregate: 'Monesta rivistä tulee',
  aggregateHelp: 'Tietomoottori laskee sen, joten kaavio miljoonista riveistä on nopea.',
  bin: 'Luokat',
  binHelp: 'auto, leveys tai hour, day, week, month, quarter, year',
  stack: 'Pinoaminen',
  sort: 'Luokkien järjestys',
  sortHelp: 'Akselin arvon mukaan; miinuksella suurin ensin.',
  title: 'Otsikko',
  titleHelp: 'Havainto tai kysymys.',
  caption: 'Kuvateksti',
  tips: 'Vihjeet',
  tipsHelp: 'Arvot osoittimen vieressä.',
  height: 'Korkeus',
  scales: 'Asteikot',
  scaleOf: { x: 'Vaaka-asteikko', y: 'Pystyasteikko', color: 'Väriasteikko', size: 'Kokoasteikko' },
  type: 'Tyyppi',
  domain: 'Alue',
  label: 'Nimike',
  reverse: 'Käännetty',
  zero: 'Alkaa nollasta',
  reference: 'Vertailuviivat',
  referenceLabel: 'Nimike',
  missing: '(puuttuu)',
  other: (n) => `muut (${count(n)})`,
  empty: (table) => `Taulun ${table} millään rivillä ei ole sitä, mitä tämä kaavio piirtää.`,
  emptyHint: 'Katso taulua: onko se tyhjä, tai puuttuvatko arvot sarakkeista kokonaan?',
  countLabel: 'Rivejä',
  aggregateOf: (aggregate, column) =>
    aggregate === 'count' ? `Rivejä, joilla ${column}` : `${capital(aggregates[aggregate] ?? aggregate)}, ${column}`,
  spoken: (aggregate, column) =>
    column === undefined
      ? (aggregates[aggregate] ?? aggregate)
      : aggregate === 'count'
        ? `rivejä, joilla ${column}`
        : `${aggregates[aggregate] ?? aggregate}, ${column}`,
  from_: (column) => `${column} alkaen`,
  to_: (column) => `${column} alle`,
  boxParts: { low: 'alempi viiksi', q1: 'alakvartiili', median: 'mediaani', q3: 'yläkvartiili', high: 'ylempi viiksi' },
  rowsLabel: 'rivejä',
  n: (n) => `n = ${count(n)}`,
  without: (n, column) => `puuttuu ${column}: ${count(n)}`,
  outside: (n, column) => `näkyvän alueen ulkopuolella (${column}): ${count(n)}`,
  notPositive: (n, column) => `nolla tai alle (${column}), jota log-asteikko ei voi näyttää: ${count(n)}`,
  notListed: (n, column) => `muita (${column}): ${count(n)}`,
  linesRepeat: (column) =>
    `Yhden viivan usealla rivillä on sama \`${clip(column)}\`. Nimeä avaimella \`group\` tai \`color\`, mikä erottaa viivat, tai lisää \`aggregate\`.`,
  othersMerged: (n, column) =>
    `Sarakkeessa \`${clip(column)}\` on ${count(n)} ryhmää. Viidellä suurimmalla on oma väri, muilla yhteinen.`,
  describe: ({ mark, what, by, groups, range, unit }) => {
    const clauses = [marks[mark] ?? mark, by === undefined ? what : `${what}, akselina ${by}`];
    if (groups !== undefined && groups > 1) clauses.push(`${count(groups)} ryhmää`);
    if (range) {
      const of = unit ? `\u00a0${unit}` : '';
      clauses.push(`${number(range[0])}–${number(range[1])}${of}`);
    }
    return `${clauses.join(', ')}.`;
  }
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

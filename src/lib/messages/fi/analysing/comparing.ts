import type { Failure } from '../../words';
import { figure, many, phrase } from './phrases';

const impossible = 'Etsi mahdotonta arvoa tai käytä suurempaa yksikköä.';
const filters = 'Tarkista suodattimet ja puuttuvat arvot.';
const correctOption = 'Korjaa se, tai jätä se pois, jos sillä on oletus.';

/** Failures of tests, of agreement and of descriptions. */
export const comparing: Record<string, Failure> = {
  'test-too-few': {
    message: (v) => {
      const where = v.where ? ` ${phrase(v.where)}` : '';
      return `${phrase(v.test)} tarvitsee vähintään ${many(v.needed, 'arvon', 'arvoa')}${where}; niitä on ${figure(v.n)}.`;
    },
    hint: () => filters
  },
  'test-constant': {
    message: (v) => `${phrase(v.test)} ei ole laskettavissa: ${phrase(v.what)} ei vaihtele.`,
    hint: () => 'Katso arvoja: vakio ei kerro eroista mitään.'
  },
  'outcome-constant': {
    message: (v) => `${v.column} ei vaihtele (${v.groups}): ${phrase(v.test)} ei ole laskettavissa.`,
    hint: () =>
      'Jätä sarake pois tai suodata ryhmä pois. Jos vain yhdessä monesta ryhmästä ei ole vaihtelua, valitse samat varianssit tai vertaa järjestyslukuja.'
  },
  'test-perfect': {
    message: (v) =>
      `${phrase(v.test)} ei ole laskettavissa: ryhmät eroavat, mutta mikään arvo ei eroa ryhmänsä sisällä.`,
    hint: () => 'Katso arvoja: onko ryhmä muodostettu niistä?'
  },
  'test-large': {
    message: (v) => `${phrase(v.test)} vie lukuihin, joilla ei voi enää laskea.`,
    hint: () => impossible
  },
  'test-unlike': {
    message: (v) => `${figure(v.first)} ja ${figure(v.second)} arvoa eivät muodosta pareja.`,
    hint: () => 'Ota molemmat sarakkeet samasta taulusta.'
  },
  'test-option': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => correctOption
  },
  'test-exact-ties': {
    message: () => 'Tarkka jakauma ei päde, kun arvoissa on yhtä suuria tai nollia.',
    hint: () => 'Käytä normaaliapproksimaatiota, joka ottaa yhtä suuret arvot huomioon.'
  },
  'test-exact-work': {
    message: (v) => `Tarkan jakauman laskeminen kestää liian kauan: ${many(v.n, 'arvo', 'arvoa')}.`,
    hint: () => 'Käytä normaaliapproksimaatiota: näin monella arvolla se on yhtä hyvä.'
  },
  'test-too-many': {
    message: (v) => `${phrase(v.test)} on määritelty enintään ${figure(v.most)} arvolle; niitä on ${figure(v.n)}.`,
    hint: () => 'Katso näin monesta arvosta mieluummin jakauman kuvaa.'
  },
  'test-table-shape': {
    message: (v) => `${phrase(v.test)} tarvitsee taulukon, jossa on ${phrase(v.shape)}.`,
    hint: () => 'Tarkista ryhmien ja luokkien määrä.'
  },
  'test-counts': {
    message: () => 'Lukumäärien taulukossa on kokonaislukuja nollasta alkaen.',
    hint: () => 'Anna henkilöiden määriä, ei osuuksia.'
  },
  'test-margin-zero': {
    message: (v) => `Taulukon ${phrase(v.where)} ei ole ketään.`,
    hint: () => 'Jätä tyhjä ryhmä tai luokka pois.'
  },
  'test-no-discordant': {
    message: () => 'Kaikki parit ovat yhtäpitäviä: testattavaa muutosta ei ole.',
    hint: () => 'Katso taulukkoa: testi käyttää vain pareja, jotka eroavat.'
  },
  'test-p-range': {
    message: (v) => `Arvo ${figure(v.position)} ei ole p-arvo.`,
    hint: () => 'P-arvo on nollan ja ykkösen välillä tai puuttuu.'
  },
  'test-work': {
    message: (v) => `${phrase(v.test)} vaatisi ${figure(v.work)} askelta; raja on ${figure(v.most)}.`,
    hint: () => 'Pyydä vähemmän arvontoja, tai yhdistä taulukon luokkia.'
  },
  'agreement-too-few': {
    message: (v) =>
      `${phrase(v.what)}: tarvitaan vähintään ${figure(v.needed)} ${phrase(v.of)}; niitä on ${figure(v.n)}.`,
    hint: () => 'Vain rivit, joilla on jokaisen arvioijan tai menetelmän arvo, lasketaan: tarkista puuttuvat arvot.'
  },
  'agreement-one-level': {
    message: () => 'Kaikki arviot ovat samat: sattumaa suurempaa yhtäpitävyyttä ei ole määritelty.',
    hint: () => 'Ilmoita sen sijaan yhtäpitävien arvioiden osuus.'
  },
  'agreement-constant': {
    message: () => 'Arvot eivät vaihtele henkilöiden välillä.',
    hint: () => 'Yhtäpitävyyttä arvioidaan henkilöistä, jotka eroavat toisistaan: tarkista sarake.'
  },
  'agreement-exact': {
    message: () => 'Mittaukset eroavat vakion verran tai eivät lainkaan: virhettä ei voi arvioida.',
    hint: () => 'Tarkista, että valittuna on kaksi eri saraketta.'
  },
  'agreement-table': {
    message: () =>
      'Arvioiden taulukossa on yhtä monta saraketta kuin riviä, vähintään kaksi, ja kokonaislukuja nollasta alkaen.',
    hint: () => 'Anna molempien arvioijien käyttää samoja luokkia.'
  },
  'agreement-levels': {
    message: (v) => `Erilaisia arvioita on ${figure(v.levels)}; enintään ${figure(v.most)} kelpaa.`,
    hint: () => 'Arviot ovat luokkia, kuten lievä ja vaikea. Mittauksille sopivat yhtäpitävyysrajat.'
  },
  'agreement-order': {
    message: (v) => `Luokkien järjestyksestä puuttuu ${many(v.rows, 'arvio', 'arviota')}.`,
    hint: () => 'Nimeä jokainen esiintyvä luokka alimmasta ylimpään.'
  },
  'agreement-option': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => correctOption
  },
  'agreement-large': {
    message: () => 'Arvot ovat liian suuria korotettaviksi neliöön.',
    hint: () => impossible
  },
  'summary-large': {
    message: (v) => `Sarakkeen ${v.column} arvot ovat liian suuria korotettaviksi neliöön.`,
    hint: () => impossible
  },
  'summary-share': {
    message: () => 'Kvantiilia pyydetään luvulla nollan ja ykkösen väliltä.',
    hint: () => 'Kirjoita 90. persentiili muodossa 0.9.'
  },
  'table-one-empty': {
    message: () => 'Kuvattavaa ei ole: ei saraketta tai ei riviä, jolla on ryhmä.',
    hint: () => 'Valitse sarakkeita; tarkista suodattimet ja ryhmän puuttuvat arvot.'
  },
  'table-one-groups': {
    message: (v) =>
      `Sarakkeessa ${v.column} on ${many(v.groups, 'eri arvo', 'eri arvoa')}; taulukko näyttää enintään ${figure(v.most)} ryhmää.`,
    hint: () => 'Valitse sarake, jossa on vain muutama arvo, tai yhdistä arvoja ensin.'
  },
  'table-one-levels': {
    message: (v) =>
      `Sarakkeessa ${v.column} on ${many(v.levels, 'eri arvo', 'eri arvoa')}; taulukko näyttää enintään ${figure(v.most)} luokkaa.`,
    hint: () => 'Jätä sarake pois, tai yhdistä arvoja ensin. Luvuista voi näyttää keskiarvon tai mediaanin.'
  },
  'table-one-dates': {
    message: (v) => `Sarakkeessa ${v.column} on päivämääriä tai ajankohtia, joilla ei ole keskiarvoa henkilöiden yli.`,
    hint: () => 'Laske ensin kesto tai ikä.'
  },
  'table-one-show': {
    message: (v) => `Saraketta ${v.column} ei ole, joten sitä ei voi näyttää toisin.`,
    hint: (v) => (v.near ? `Tarkoititko saraketta ${v.near}?` : 'Nimeä jokin kuvattavista sarakkeista.')
  },
  'table-one-numbers': {
    message: (v) => `Sarakkeessa ${v.column} ei ole lukuja, joten sillä ei ole ${phrase(v.kind)}.`,
    hint: () => 'Näytä sen luokat.'
  }
};

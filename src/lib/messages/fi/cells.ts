import type { Values } from '$workers/shared/errors';
import type * as en from '../en/cells';
import type { Words } from '../words';
import { clip } from '../en/cells';

const name = (v: Values, key = 'key') => `\`${clip(v[key])}\``;
const instead = (v: Values, otherwise: string) => (v.near ? `Kirjoita ${listed(v.near)}.` : otherwise);

function listed(near: string | number | undefined): string {
  const names = String(near ?? '').split(', ');
  return names.map((one) => `\`${clip(one)}\``).join(' tai ');
}

function between({ min, max, unit }: Values): string {
  const of = unit ? ` ${unit}` : '';
  if (min === undefined) return `enintään ${max}${of}`;
  if (max === undefined) return `vähintään ${min}${of}`;
  return `${min}–${max}${of}`;
}

const yaml: Record<string, [what: string, remedy: string]> = {
  DUPLICATE_KEY: ['se toistaa ylempänä olevan avaimen', 'Pidä vain toinen riveistä.'],
  TAB_AS_INDENT: ['se on sisennetty sarkaimella', 'Käytä rivin alussa välilyöntejä.'],
  BAD_INDENT: ['sen sisennys tai loppusulje on väärä', 'Sisennä saman tason avaimet yhtä paljon ja sulje sulkeet.'],
  MISSING_CHAR: ['lainausmerkki, kaksoispiste tai sulje puuttuu', 'Sulje lainaus tai sulje, tai lisää kaksoispiste.'],
  MULTILINE_IMPLICIT_KEY: ['siinä ei ole kaksoispistettä', 'Kirjoita `avain: arvo`.'],
  BLOCK_AS_IMPLICIT_KEY: ['siinä on toinen kaksoispiste', 'Pane arvo lainausmerkkeihin.'],
  BAD_SCALAR_START: ['arvo alkaa varatulla merkillä', 'Pane arvo lainausmerkkeihin.'],
  BAD_DQ_ESCAPE: ['kenoviiva lainausmerkeissä ei aloita ohjausmerkkiä', 'Käytä yksinkertaisia lainausmerkkejä.'],
  MULTIPLE_DOCS: ['siitä alkaa toinen asiakirja', 'Poista kolmen viivan rivi.'],
  TAG_RESOLVE_FAILED: ['arvolla on tyyppimerkintä', 'Poista sana, joka alkaa merkillä `!`.'],
  NESTED: ['siinä on liian monta sisäkkäistä tasoa', 'Vähennä sulkeita.']
};
const yamlWords = (v: Values) =>
  yaml[String(v.problem)] ?? [
    'merkki on paikassa, johon se ei kuulu',
    'Kirjoita yksi `avain: arvo` riville; pane merkkejä sisältävät arvot lainausmerkkeihin.'
  ];

export const cellFailures: Words<typeof en.cellFailures> = {
  'kind-loading': {
    message: (v) => `Se, mikä ajaa solulajia ${name(v, 'kind')}, ei ole vielä latautunut.`,
    hint: () => 'Aja solu hetken kuluttua uudelleen.'
  },
  'task-yaml': {
    message: (v) => `Rivi ${v.line} ei ole YAMLia: ${yamlWords(v)[0]}.`,
    hint: (v) => yamlWords(v)[1]
  },
  'task-reference': {
    message: () => 'Tämä solu käyttää merkkiä `&` tai `*`, joka viittaa tekstin toiseen kohtaan.',
    hint: () => 'Kirjoita arvo auki tai pane se lainausmerkkeihin.'
  },
  'task-not-keys': {
    message: () => 'Tämä solu luetaan riveinä `avain: arvo`, mutta tässä on muuta.',
    hint: () => 'Aloita jokainen rivi avaimella ja kaksoispisteellä.'
  },
  'task-unknown-key': {
    message: (v) => `Avain ${name(v)} ei kuulu tähän.`,
    hint: (v) => instead(v, `Käytä jotakin näistä: ${clip(v.known, 110)}.`)
  },
  'task-missing': {
    message: (v) =>
      ({
        table: `Valitse taulu: ${name(v)} ei vielä nimeä sellaista.`,
        column: `Valitse sarake: ${name(v)} ei vielä nimeä sellaista.`,
        choice: `Valitse jokin näistä: ${clip(v.known, 110)}. ${name(v)} ei vielä kerro mitään.`
      })[String(v.wanted)] ?? `Avaimella ${name(v)} ei ole arvoa.`,
    hint: (v) =>
      v.wanted === 'table'
        ? `Valitse se lomakkeessa tai kirjoita ${name(v).slice(0, -1)}: …\` ja taulun nimi. Taulun tekee aiempi solu tai tuotu tiedosto.`
        : `Täytä lomake tai kirjoita ${name(v).slice(0, -1)}: …\`.`
  },
  'task-text-wanted': {
    message: (v) => `Avain ${name(v)} tarvitsee tekstin.`,
    hint: () => 'Kirjoita teksti kaksoispisteen jälkeen, lainausmerkkeihin jos siinä on merkkejä.'
  },
  'task-number-wanted': {
    message: (v) => `Avain ${name(v)} tarvitsee ${v.whole ? 'kokonaisluvun' : 'luvun'}.`,
    hint: (v) => (v.comma ? 'Kirjoita pilkun sijaan piste.' : 'Kirjoita numeroita ilman lainausmerkkejä ja yksikköä.')
  },
  'task-number-huge': {
    message: (v) => `${name(v)} on yli 2^53, eivätkä kokonaisluvut ole siellä enää tarkkoja.`,
    hint: () => 'Käytä pienempää lukua.'
  },
  'task-number-range': {
    message: (v) => `${name(v)} on ${clip(v.value)}; sen pitää olla ${between(v)}.`,
    hint: (v) => `Valitse luku: ${between(v)}.`
  },
  'task-choice': {
    message: (v) => `${name(v)} ei voi olla ${name(v, 'value')}.`,
    hint: (v) => instead(v, `Valitse jokin näistä: ${clip(v.known, 110)}.`)
  },
  'task-boolean-wanted': {
    message: (v) => `${name(v)} on joko \`true\` tai \`false\`.`,
    hint: () => 'Kirjoita `true` tai `false` ilman lainausmerkkejä.'
  },
  'task-list-wanted': {
    message: (v) => `Avain ${name(v)} tarvitsee luettelon.`,
    hint: () => 'Kirjoita se näin: `[yksi, kaksi]`, tai viivalla alkaviksi riveiksi.'
  },
  'task-list-long': {
    message: (v) => `Luettelossa ${name(v)} on ${v.n} kohtaa; enintään ${v.max} sallitaan.`,
    hint: () => 'Lyhennä luetteloa.'
  },
  'task-keys-wanted': {
    message: (v) => `Avain ${name(v)} tarvitsee omia avaimia.`,
    hint: () => 'Kirjoita ne sen alle sisennettyinä riveinä `avain: arvo`.'
  },
  'needs-table': {
    message: (v) => `${name(v, 'table')} on tässä arvo, ei taulu.`,
    hint: () => 'Nimeä solu, joka tekee taulun.'
  },
  'no-column': {
    message: (v) => `Taulussa ${name(v, 'table')} ei ole saraketta ${name(v, 'column')}.`,
    hint: (v) => instead(v, `Käytä jotakin sen sarakkeista: ${clip(v.known, 100)}.`)
  },
  'sql-empty': {
    message: () => 'Tämä SQL-solu on tyhjä.',
    hint: () => 'Kirjoita kysely, esimerkiksi `select * from` ja taulun nimi.'
  },
  'sql-file': {
    message: (v) => `SQL ei voi avata tiedostoa ${name(v, 'file')} sen nimellä.`,
    hint: () => 'Tuo tiedosto ja kirjoita sitten tähän sen taulun nimi.'
  },
  'sql-parameter': {
    message: (v) => `${name(v, 'text')} ei ala arvon nimellä.`,
    hint: () => 'Kirjoita syötteen nimi merkkien `${` ja `}` väliin.'
  },
  'sql-table-as-value': {
    message: (v) => `${name(v, 'table')} on taulu, eikä se voi olla merkinnässä \`\${…}\`.`,
    hint: (v) => `Kirjoita \`from ${clip(v.table)}\` ilman aaltosulkeita.`
  },
  'sql-value-as-table': {
    message: (v) => `${name(v, 'value')} on arvo, ei taulu.`,
    hint: (v) => `Kirjoita \`\${${clip(v.value)}}\` kohtaan, johon arvo kuuluu.`
  },
  'needs-plain-value': {
    message: (v) => `${name(v, 'name')} on koodin tekemä eikä luku, teksti tai luettelo jompiakumpia.`,
    hint: () => 'Tee siitä yksinkertainen arvo koodisolussa.'
  },
  'code-threw': {
    message: (v) => `Koodi pysähtyi${v.line ? ` riville ${v.line}` : ''}: ${v.what}.`,
    hint: () => 'Katso sitä riviä; virheen sanat ovat kohdassa Lisätiedot.'
  },
  'code-ended-page': {
    message: () => 'Sivu päättyi tämän solun suorituksen aikana: luultavasti se vei kaiken muistin.',
    hint: () => 'Pidä muistissa vähemmän kerrallaan ja suorita solu sitten.'
  },
  'code-no-network': {
    message: (v) => `Koodi pyysi verkkoa${v.line ? ` rivillä ${v.line}` : ''}; muistikirjoilla ei ole verkkoa.`,
    hint: () => 'Tuo sen sijaan tiedosto.'
  }
};

export const cells: Words<typeof en.cells> = {
  markdownTitle: 'Teksti',
  markdownHint: 'Markdown-tekstiä: otsikoita, luetteloita, linkkejä, taulukoita.',
  sqlTitle: 'SQL',
  sqlHint: 'Kysely tauluista ja muista soluista; tulos on taulu.',
  inputTitle: 'Syöte',
  inputHint: 'Liukusäädin, valinta, päivä tai kytkin, jota muut solut käyttävät.',
  chartTitle: 'Kaavio',
  chartHint: 'Pisteitä, viivoja, pylväitä, histogrammeja ja muuta taulusta.',
  profileTitle: 'Profiili',
  profileHint: 'Mitä taulussa on, mitä puuttuu ja mikä on kätkössä',
  cohortTitle: 'Kohortti',
  cohortHint: 'Ketkä ovat mukana: ehdot järjestyksessä, joka vaihe laskettuna; tuloksena taulu henkilöistä.',
  qualityTitle: 'Laatu',
  qualityHint: 'Onko OMOP-poiminta kunnossa? 26 tarkistusta ja hylätyt rivit',
  importTitle: 'Tuonti',
  importHint: 'Lue tiedosto, joka kerta samalla tavalla',
  simulateTitle: 'Simulointi',
  simulateHint: 'Lapsia, joita ei ole: tehdään siemenluvusta',
  hourlyTitle: 'Tuntitaulu',
  hourlyHint: 'Mittaukset rivi henkilöä ja tuntia kohti, arvot eteenpäin rajan sisällä',
  statisticsTitle: 'Tilastot',
  statisticsHint:
    'Kysymyksestä menetelmään: vertailu, yhteydet, elinaika, ennuste, yhtäpitävyys, yhdistäminen, signaalit.',
  benchmarkTitle: 'Vertailu',
  benchmarkHint: 'Sairaaloiden tulokset rinnakkain: suppilo, O/E, VLAD, CUSUM',
  pathwayTitle: 'Hoitopolku',
  pathwayHint: 'Mikä seuraa mitäkin tapahtumien taulussa: kartta, variantit, odotukset, viitepolku',
  scoreTitle: 'Pisteytys',
  scoreHint: 'Phoenix, pSOFA, PELOD-2, PIM3 ja muita, taulun joka riville',
  pkTitle: 'Hyytymistekijä',
  pkHint: 'Tekijän VIII ja IX pitoisuus, vuototiheys, annosten toteutuminen: tutkimukseen ja opetukseen',
  jsTitle: 'JavaScript',
  jsHint: 'Omaa koodia tauluista ja arvoista, Plot valmiina.',
  tsTitle: 'TypeScript',
  tsHint: 'Omaa koodia, tyypeillä.',
  emptyText: 'Tyhjä teksti. Kaksoisnapsauta tai paina Enter, niin voit kirjoittaa.',
  noRows: (of) => `Ei rivejä: ${of}.`,
  noRowsHint: (inputs) =>
    inputs.length > 0
      ? `Yksikään rivi ei täytä ehtoja; lähteet: ${inputs.join(', ')}.`
      : 'Yksikään rivi ei täytä tämän kyselyn ehtoja.',
  thisQuery: 'tämä kysely',
  formMore: 'Lisää',
  formUnset: 'ei valittu',
  formAll: 'Kaikki',
  formTextOnly: 'Korjaa teksti, niin lomake voi näyttää sen.',
  formInText: 'Asetettu tekstissä.',
  formListHelp: 'Pilkuilla erotettuina.',
  formAdd: (what) => `Lisää: ${what}`,
  formRemove: (what, place) => `Poista: ${what} ${place}`,
  formKey: (what, place) => `${what}, ${place}`,
  formRemoveKey: (what, key) => `Poista ${key}: ${what}`,
  formChoose: 'Valitse taulu',
  formNoTable: 'Ei taulua vielä'
};

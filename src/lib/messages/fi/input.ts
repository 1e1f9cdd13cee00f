import type * as en from '../en/input';
import type { Words } from '../words';
import { clip } from '../en/cells';

export const inputFailures: Words<typeof en.inputFailures> = {
  'input-order': {
    message: (v) => `\`min\` on ${clip(v.min)} ja \`max\` on ${clip(v.max)}: niiden väliin ei jää mitään.`,
    hint: () => 'Anna pienempi arvo kohtaan `min`.'
  },
  'input-outside': {
    message: (v) => `\`value\` on ${clip(v.value)}, välin ${clip(v.min)}–${clip(v.max)} ulkopuolella.`,
    hint: () => 'Valitse arvo kohtien `min` ja `max` väliltä.'
  },
  'input-step': {
    message: (v) =>
      `\`value\` on ${clip(v.value)}, eikä siihen osu mikään askel ${clip(v.step)} alkaen arvosta ${clip(v.min)}.`,
    hint: (v) => `Kirjoita ${clip(v.near)} tai valitse toinen \`step\`.`
  },
  'input-date': {
    message: (v) => `\`${clip(v.key)}\` on \`${clip(v.value)}\`, jota ei ole kalenterissa.`,
    hint: () => 'Kirjoita vuosi, kuukausi ja päivä näin: 2024-02-29.'
  },
  'input-options': {
    message: () => 'Tässä valinnassa ei ole vaihtoehtoja.',
    hint: () => 'Kirjoita `options: [yksi, kaksi]` tai taulun `from:` ja `column:`.'
  },
  'input-options-twice': {
    message: () => 'Sekä `options` että `from` kertovat, mistä voi valita.',
    hint: () => 'Pidä vain toinen.'
  },
  'input-option-kind': {
    message: (v) => `Kohdassa \`${clip(v.key)}\` on muuta kuin tekstejä, lukuja tai arvoja true ja false.`,
    hint: () => 'Kirjoita jokainen vaihtoehto tekstinä tai lukuna.'
  },
  'input-option-repeats': {
    message: (v) => `\`options\` nimeää kahdesti arvon \`${clip(v.value)}\`.`,
    hint: () => 'Poista toinen.'
  },
  'input-not-offered': {
    message: (v) => `\`value\` on \`${clip(v.value)}\`, joka ei ole mikään vaihtoehdoista (${v.n}).`,
    hint: () => 'Valitse jokin vaihtoehdoista.'
  },
  'input-many-options': {
    message: (v) => `Taulun \`${clip(v.table)}\` sarakkeessa \`${clip(v.column)}\` on yli ${v.max} eri arvoa.`,
    hint: () => 'Käytä saraketta, jossa on vähemmän arvoja, tai tekstikenttää.'
  },
  'input-column-empty': {
    message: (v) => `Taulun \`${clip(v.table)}\` sarakkeessa \`${clip(v.column)}\` ei ole arvoa, josta valita.`,
    hint: () => 'Nimeä toinen sarake tai toinen taulu.'
  },
  'input-column-type': {
    message: (v) =>
      `Taulun \`${clip(v.table)}\` sarakkeen \`${clip(v.column)}\` tyyppi on ${clip(v.type)}, josta ei voi valita.`,
    hint: () => 'Nimeä sarake, jossa on tekstejä, kokonaislukuja, päiviä tai arvoja true ja false.'
  }
};

export const input: Words<typeof en.input> = {
  type: 'Syötteen laji',
  types: {
    range: 'liukusäädin',
    number: 'luku',
    text: 'teksti',
    select: 'yksi useista',
    'multi-select': 'jotkin useista',
    date: 'päivä',
    toggle: 'kytkin'
  },
  label: 'Nimike',
  labelHelp: 'Teksti säätimen vieressä.',
  min: 'Pienin',
  max: 'Suurin',
  step: 'Askel',
  stepHelp: 'Kuinka paljon yksi nuolinäppäimen painallus muuttaa.',
  unit: 'Yksikkö',
  value: 'Arvo',
  valueHelp: 'Säädin muuttaa tätä.',
  help: 'Ohje',
  helpHelp: 'Yksi rivi säätimen viereen.',
  placeholder: 'Esimerkki',
  options: 'Vaihtoehdot',
  from: 'Taulusta',
  fromHelp: 'Tarjoaa yhden sarakkeen arvot kirjoitettujen vaihtoehtojen sijaan.',
  column: 'Sarake',
  rangeHelp: (min, max) => `${min}–${max}`,
  arrowHelp: (step, page) => `nuolinäppäimet ${step}, Page-näppäimet ${page} kerrallaan`,
  outside: (min, max) => `Päivän on oltava väliltä ${min}–${max}; edellinen päivä jää käyttöön.`,
  numberWanted: 'Kirjoita luku; siihen asti edellinen jää käyttöön.',
  dateWanted: 'Valitse päivä; siihen asti edellinen jää käyttöön.',
  all: 'Kaikki',
  none: 'Ei mitään',
  on: 'päällä',
  off: 'pois'
};

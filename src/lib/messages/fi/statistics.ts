import { formatNumber } from '$workers/shared/number-format';
import type * as en from '../en/statistics';
import { inLanguage } from '../separators';
import type { Words } from '../words';
import { counted } from './figures';
import { compare } from './statistics/compare';
import { describe } from './statistics/describe';
import { figures } from './statistics/figures';
import { agree } from './statistics/agree';
import { detect } from './statistics/detect';
import { measures } from './statistics/measures';
import { names } from './statistics/names';
import { plan } from './statistics/plan';
import { pool } from './statistics/pool';
import { predict } from './statistics/predict';
import { relate } from './statistics/relate';
import { methodName } from './statistics/method-names';
import { range, sentences } from './statistics/sentence';
import { shared } from './statistics/shared';
import { survive } from './statistics/survive';

export const statisticsWords: Words<typeof en.statisticsWords> = {
  methods: {
    ...describe.methods,
    ...compare.methods,
    ...relate.methods,
    ...survive.methods,
    ...predict.methods,
    ...agree.methods,
    ...pool.methods,
    ...detect.methods,
    ...plan.methods
  },
  abouts: {
    ...describe.abouts,
    ...compare.abouts,
    ...relate.abouts,
    ...survive.abouts,
    ...predict.abouts,
    ...agree.abouts,
    ...pool.abouts,
    ...detect.abouts,
    ...plan.abouts
  },
  fields: {
    ...shared.fields,
    ...describe.fields,
    ...compare.fields,
    ...relate.fields,
    ...survive.fields,
    ...predict.fields,
    ...agree.fields,
    ...pool.fields,
    ...detect.fields,
    ...plan.fields
  },
  help: {
    ...shared.help,
    ...describe.help,
    ...compare.help,
    ...relate.help,
    ...survive.help,
    ...predict.help,
    ...agree.help,
    ...pool.help,
    ...detect.help,
    ...plan.help
  },
  choices: {
    ...describe.choices,
    ...compare.choices,
    ...relate.choices,
    ...survive.choices,
    ...agree.choices,
    ...pool.choices,
    ...detect.choices,
    ...plan.choices
  },
  tests: {
    ...shared.tests,
    ...describe.tests,
    ...compare.tests,
    ...relate.tests,
    ...survive.tests,
    ...predict.tests,
    ...agree.tests,
    ...pool.tests,
    ...detect.tests
  },
  facts: {
    ...shared.facts,
    ...compare.facts,
    ...relate.facts,
    ...survive.facts,
    ...predict.facts,
    ...agree.facts,
    ...pool.facts,
    ...detect.facts,
    ...plan.facts
  },
  says: {
    ...sentences,
    ...describe.says,
    ...compare.says,
    ...relate.says,
    ...survive.says,
    ...predict.says,
    ...agree.says,
    ...pool.says,
    ...detect.says,
    ...plan.says
  },
  shown: describe.shown,
  measures,
  names,
  figures,
  from: 'Taulu',
  fromHelp: 'Rivi kutakin henkilöä, hoitojaksoa tai muuta kerran laskettavaa kohti.',
  question: 'Kysymys',
  questionHelp: 'Mitä haluat tietää. Sen mukaan tarjotaan menetelmiä.',
  questions: {
    describe: 'Kuvaa ryhmä',
    compare: 'Vertaa ryhmiä',
    relate: 'Selitä tulosta',
    survive: 'Aika tapahtumaan',
    predict: 'Ennusteen hyvyys',
    agree: 'Mittausten yhtäpitävyys',
    pool: 'Yhdistä tutkimuksia',
    detect: 'Havaitse signaali',
    plan: 'Suunnittele tutkimus'
  },
  method: 'Menetelmä',
  resultTitle: 'Otsikko',
  caption: 'Kuvateksti',
  counts: {
    rows: (n) => counted(n, 'rivi', 'riviä'),
    persons: (n) => counted(n, 'henkilö', 'henkilöä'),
    pairs: (n) => counted(n, 'pari', 'paria'),
    studies: (n) => counted(n, 'tutkimus', 'tutkimusta'),
    reports: (n) => counted(n, 'ilmoitus', 'ilmoitusta')
  },
  planned: 'suunnitelma',
  sampleWhole: (things) => `${things}, mitään ei jätetty pois.`,
  sample: (things, dropped) =>
    `${things}; ${inLanguage(formatNumber(dropped), 'fi')} jätettiin pois puuttuvan arvon takia.`,
  interval: (level) => `${level}:n luottamusväli`,
  limits: range,
  // The comma is within the numbers.
  quartiles: (median, q1, q3) => `${median} [${q1}; ${q3}]`,
  dfs: (all) => all.join('; '),
  yes: 'kyllä',
  noLimit: 'ei saavuteta',
  everybody: 'Kaikki',
  ofData: (name) =>
    name.replace(/, per 1( .+)?$/, (_, unit = ' yksikkö') => `, lisäys 1${unit}`).replaceAll(' vs ', ' vs. '),
  atTime: (of, at) => `${of}, ajankohtana ${at}`,
  upTo: (of, at) => `${of}, aikaan ${at} saakka`,
  head: {
    term: 'Termi',
    measure: 'Suure',
    n: 'n',
    p: 'p',
    adjusted: 'p, korjattu',
    test: 'Testi',
    statistic: 'Testisuure',
    df: 'va',
    figure: 'Luku',
    value: 'Arvo'
  },
  estimatesTitle: 'Estimaatit',
  testsTitle: 'Testit',
  factsTitle: 'Sovite',
  moreRows: (n) => `Taulussa on vielä ${counted(n, 'estimaatti', 'estimaattia')}.`,
  howTitle: 'Miten tehtiin',
  methodIs: (name) => `${capital(methodName(name))}.`,
  sourceIs: (source) => `Lähde: ${source}.`,
  settingsAre: (settings) => `Asetukset: ${settings.join('; ')}.`,
  tables: (names) =>
    names.length === 1
      ? `Sen taulu on ${names[0]}.`
      : `Sen taulut ovat ${names.slice(0, -1).join(', ')} ja ${names.at(-1)}.`,
  individualHidden: 'Kuvaa, jonka merkit ovat yksittäisiä henkilöitä, ei näytetä tässä.',
  few: '< 5'
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { formatNumber } from '$workers/shared/number-format';
import { counted } from './pages';
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
import { sentences } from './statistics/sentence';
import { shared } from './statistics/shared';
import { survive } from './statistics/survive';

/** What the statistics cell says. */
export const statisticsWords = {
  // A question's words are a file in `statistics/`, spread here.
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
  from: 'Table',
  fromHelp: 'One row a person, a stay or whatever is counted once.',
  question: 'Question',
  questionHelp: 'What you want to know. It decides which methods are offered.',
  questions: {
    describe: 'Describe a group',
    compare: 'Compare groups',
    relate: 'Relate an outcome to predictors',
    survive: 'Time until an event',
    predict: 'How well a prediction works',
    agree: 'How well measurements agree',
    pool: 'Pool studies',
    detect: 'Detect a signal',
    plan: 'Plan a study'
  },
  method: 'Method',
  resultTitle: 'Title',
  caption: 'Caption',
  /** What an analysis counts, with its noun. */
  counts: {
    rows: (n: number) => counted(n, 'row', 'rows'),
    persons: (n: number) => counted(n, 'person', 'persons'),
    pairs: (n: number) => counted(n, 'pair', 'pairs'),
    studies: (n: number) => counted(n, 'study', 'studies'),
    reports: (n: number) => counted(n, 'report', 'reports')
  },
  planned: 'a plan',
  sampleWhole: (things: string) => `${things}, none left out.`,
  sample: (things: string, dropped: number) =>
    `${things}; ${formatNumber(dropped)} left out because a value is missing.`,
  interval: (level: string) => `${level} CI`,
  limits: (lower: string, upper: string) => `${lower} to ${upper}`,
  /** Median and quartiles: "7.7 [5.3, 9.8]". */
  quartiles: (median: string, q1: string, q3: string) => `${median} [${q1}, ${q3}]`,
  /** Degrees of freedom of an F: "2, 78". */
  dfs: (all: readonly string[]) => all.join(', '),
  yes: 'yes',
  noLimit: 'not reached',
  everybody: 'All',
  /** Names that the engine made of the data's own: "age, per 1", "H2 vs H1". */
  ofData: (name: string) => name,
  atTime: (of: string, at: string) => `${of}, at ${at}`,
  upTo: (of: string, at: string) => `${of}, up to ${at}`,
  head: {
    term: 'Term',
    measure: 'Measure',
    n: 'n',
    p: 'p',
    adjusted: 'p, adjusted',
    test: 'Test',
    statistic: 'Statistic',
    df: 'df',
    figure: 'Figure',
    value: 'Value'
  },
  estimatesTitle: 'Estimates',
  testsTitle: 'Tests',
  factsTitle: 'The fit',
  moreRows: (n: number) => `${counted(n, 'more estimate is', 'more estimates are')} in the table.`,
  howTitle: 'How it was done',
  methodIs: (name: string) => `${name}.`,
  sourceIs: (source: string) => `Source: ${source}.`,
  settingsAre: (settings: readonly string[]) => `Settings: ${settings.join('; ')}.`,
  tables: (names: readonly string[]) =>
    names.length === 1
      ? `Its table is ${names[0]}.`
      : `Its tables are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`,
  individualHidden: 'A figure whose marks are single persons is not shown here.',
  few: '< 5'
};

import type { Failure } from '../words';
import * as benchmark from './benchmark';
import * as cells from './cells';
import * as chart from './chart';
import * as circe from './circe';
import * as code from './code';
import * as cohort from './cohort';
import * as cohortFailed from './cohort-failures';
import * as egress from './egress';
import * as engines from './engines';
import * as exchange from './exchange';
import * as hackathon from './hackathon';
import * as hourly from './hourly';
import * as importing from './import';
import * as input from './input';
import * as keeping from './keeping';
import * as news from './news';
import * as notebook from './notebook';
import * as offline from './offline';
import * as page from './page';
import * as pages from './pages';
import * as panel from './panel';
import * as pathway from './pathway';
import * as pk from './pk';
import * as present from './present';
import * as profile from './profile';
import * as quality from './quality';
import * as report from './report';
import * as score from './score';
import * as security from './security';
import * as settings from './settings';
import * as share from './share';
import * as simulate from './simulate';
import * as simulatePage from './simulate-page';
import * as statistics from './statistics';
import * as statisticsRemarks from './statistics-remarks';
import * as storage from './storage';
import * as table from './table';
import * as trust from './trust';
import * as ui from './ui';
import { workerFailures } from './workers';

/** Every room in Finnish. A new room is a line here. */
export const rooms = {
  benchmark,
  cells,
  chart,
  circe,
  code,
  cohort,
  'cohort-failures': cohortFailed,
  egress,
  engines,
  exchange,
  hackathon,
  hourly,
  import: importing,
  input,
  keeping,
  news,
  notebook,
  offline,
  page,
  pages,
  panel,
  pathway,
  pk,
  present,
  profile,
  quality,
  report,
  score,
  security,
  settings,
  share,
  simulate,
  'simulate-page': simulatePage,
  statistics,
  'statistics-remarks': statisticsRemarks,
  storage,
  table,
  trust,
  ui,
  failures: {
    ...workerFailures,
    ...benchmark.benchmarkCellFailures,
    ...cells.cellFailures,
    ...chart.chartFailures,
    ...cohortFailed.cohortFailures,
    ...egress.egressFailures,
    ...engines.engineFailures,
    ...exchange.exchangeFailures,
    ...hourly.hourlyCellFailures,
    ...importing.importFailures,
    ...input.inputFailures,
    ...keeping.keepingFailures,
    ...notebook.notebookFailures,
    ...pathway.pathwayCellFailures,
    ...pk.pkCellFailures,
    ...profile.profileFailures,
    ...quality.qualityFailures,
    ...score.scoreFailures,
    ...simulate.simulateFailures,
    ...storage.storageFailures
  } as Readonly<Record<string, Failure>>
};

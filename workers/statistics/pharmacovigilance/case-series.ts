import { chiSquare } from '../../shared/distributions';
import { exp } from '../../shared/elementary';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { waldEstimate } from '../wald';
import { conditionalPoisson } from './conditional-poisson';
import { fail } from './errors';
import { splitPersonTime, type PersonTime, type RiskWindow } from './person-time';
import { readSeries, type SeriesColumns } from './series-columns';

/** One window or age band: the first of each is the reference, with the ratio 1. */
export interface SeriesLevel {
  name: string;
  events: number;
  days: number;
  /** Rate compared with the reference. */
  ratio: number;
  lower: number | null;
  upper: number | null;
}

export interface CaseSeries {
  /** A logarithm of a rate ratio for each window, then for each age band but the reference. */
  estimates: Estimate[];
  /** Time outside all windows, then each window. */
  windows: SeriesLevel[];
  /** Bands in which anybody was observed. */
  ages: SeriesLevel[];
  logLikelihood: number;
  /** Likelihood ratio test that no window has an effect. */
  test: { chiSquare: number; df: number; p: number };
  /** Events in the analysis. */
  events: number;
  /** Persons with an event. */
  n: number;
  /** Rows of people that lack a value. */
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

const METHOD = 'Self-controlled case series (conditional Poisson)';
const FEW = 10;

/**
 * Rate of events within risk windows after an exposure, against the rest of the same person's observation. What is constant
 * in a person cancels out; age is taken out by bands.
 *
 * Where windows overlap, the last exposure counts, and of its windows the first one named.
 *
 * @param options.windows days after the exposure, both ends included
 * @param options.cuts first days of new age bands, rising, on the same axis as the days (after `birth` is subtracted)
 * @throws `pharmacovigilance-windows`, `pharmacovigilance-cuts`, `pharmacovigilance-no-cases`,
 * `pharmacovigilance-no-finite-estimate`, `pharmacovigilance-collinear`, `pharmacovigilance-series-not-converged`, those of
 * reading, `level-range`
 * @see Farrington 1995, Biometrics 51:228; Whitaker et al. 2006, Stat Med 25:1768
 */
export function caseSeries(
  columns: SeriesColumns,
  { windows, cuts = [], level = 0.95 }: { windows: readonly RiskWindow[]; cuts?: readonly number[]; level?: number }
): CaseSeries {
  checkLevel(level);
  checkPlan(windows, cuts);
  const { persons, withoutEvent, incomplete, undated, eventsOutside } = readSeries(columns);
  if (persons.length === 0) throw fail('pharmacovigilance-no-cases');
  const time = splitPersonTime(persons, windows, cuts);
  const risk = levels(time, time.risk, ['outside', ...windows.map(({ name }) => name)]);
  const bands = levels(time, time.age, ['before', ...cuts.map((cut) => `from ${cut}`)]);
  const missing = risk.find(({ days }) => days === 0);
  if (missing) throw fail('pharmacovigilance-window-empty', { window: missing.name });
  const ages = bands.filter(({ days }) => days > 0);
  const all = [...risk, ...ages];
  // Without an event in a level its ratio falls towards 0, and with it the reference's share rises: nothing is finite.
  const eventless = all.find(({ events }) => events === 0);
  if (eventless) throw fail('pharmacovigilance-no-finite-estimate', { term: eventless.name });
  const terms = [...risk.slice(1), ...ages.slice(1)];
  const ageTerm = bands.map((band) => (ages.indexOf(band) > 0 ? windows.length + ages.indexOf(band) - 1 : -1));
  const second = Int16Array.from(time.age, (code) => ageTerm[code] as number);
  const rows = { starts: time.starts, exposure: time.days, events: time.events };
  const first = Int16Array.from(time.risk, (code) => code - 1);
  const fit = conditionalPoisson({ ...rows, first, second }, terms.map(({ name }) => name)); // prettier-ignore
  const none = conditionalPoisson(
    { ...rows, first: first.map(() => -1), second: second.map((term) => Math.max(-1, term - windows.length)) },
    ages.slice(1).map(({ name }) => name)
  );
  const events = time.events.reduce((sum, count) => sum + count, 0);
  const about = { level, scale: 'log' as const, n: persons.length, nDropped: incomplete, method: METHOD };
  const estimates = terms.map(({ name }, index) =>
    waldEstimate({
      ...about,
      name,
      estimate: fit.coefficients[index] as number,
      se: Math.sqrt(fit.covariance[index * terms.length + index] as number)
    })
  );
  const shown = (counted: Counted[], from: number) => counted.map((one, index) => withRatio(one, index > 0 ? estimates[from + index - 1] : undefined)); // prettier-ignore
  const remarks: StatisticsRemark[] = [{ code: 'pharmacovigilance-series-assumptions', values: {} }];
  const count = (code: string, rows: number) => rows > 0 && remarks.push({ code, values: { rows } });
  count('pharmacovigilance-without-event', withoutEvent);
  count('pharmacovigilance-undated', undated);
  count('pharmacovigilance-events-outside', eventsOutside);
  count('pharmacovigilance-repeated', persons.filter((person) => person.events.length > 1).length);
  if (events < FEW * terms.length) remarks.push({ code: 'pharmacovigilance-few-events', values: { events, coefficients: terms.length } }); // prettier-ignore
  return {
    estimates,
    windows: shown(risk, 0),
    ages: shown(ages, windows.length),
    logLikelihood: fit.logLikelihood,
    test: ratioTest(fit.logLikelihood - none.logLikelihood, windows.length),
    events,
    n: persons.length,
    nDropped: incomplete,
    method: METHOD,
    remarks
  };
}

function ratioTest(gain: number, df: number): CaseSeries['test'] {
  const statistic = Math.max(0, 2 * gain);
  return { chiSquare: statistic, df, p: chiSquare(df).upper(statistic) };
}

type Counted = Pick<SeriesLevel, 'name' | 'events' | 'days'>;

function levels(time: PersonTime, codes: Uint16Array, names: readonly string[]): Counted[] {
  const counted = names.map((name) => ({ name, events: 0, days: 0 }));
  codes.forEach((code, row) => {
    const one = counted[code] as Counted;
    one.events += time.events[row] as number;
    one.days += time.days[row] as number;
  });
  return counted;
}

function withRatio(one: Counted, found: Estimate | undefined): SeriesLevel {
  if (!found) return { ...one, ratio: 1, lower: null, upper: null };
  return { ...one, ratio: exp(found.estimate), lower: exp(found.lower as number), upper: exp(found.upper as number) };
}

function checkPlan(windows: readonly RiskWindow[], cuts: readonly number[]): void {
  const isWhole = (day: number) => Number.isInteger(day) && Math.abs(day) < 1e7;
  const names = new Set(windows.map(({ name }) => name));
  const areFine = windows.every(({ from, to }) => isWhole(from) && isWhole(to) && from <= to);
  if (windows.length === 0 || windows.length > 50 || names.size !== windows.length || !areFine) throw fail('pharmacovigilance-windows'); // prettier-ignore
  const isRising = cuts.every((cut, index) => isWhole(cut) && (index === 0 || cut > (cuts[index - 1] as number)));
  if (!isRising || cuts.length > 200) throw fail('pharmacovigilance-cuts');
}

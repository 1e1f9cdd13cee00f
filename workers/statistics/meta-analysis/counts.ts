import { log } from '../../shared/elementary';
import type { Column } from '../../shared/table';
import { commonRows, numbersOf } from '../columns';
import type { StatisticsRemark } from '../estimate';
import { fail } from './errors';
import type { Studies } from './studies';

export interface CountColumns {
  /** Persons with the event, and all persons, in the group of interest; a row for each study. */
  events: Column;
  persons: Column;
  /** The same of the group to compare with. */
  controlEvents: Column;
  controlPersons: Column;
}

export type CountMeasure = 'odds-ratio' | 'risk-ratio' | 'risk-difference';

/** Complete 2×2 tables: a, b with and without the event in the group of interest, c, d in the other. */
export interface CountedStudies {
  a: Float64Array;
  b: Float64Array;
  c: Float64Array;
  d: Float64Array;
  rows: Int32Array;
  nDropped: number;
}

/** @throws `meta-counts`, `meta-too-few`, `columns-unlike`, `column-not-numeric` */
export function readCounts({ events, persons, controlEvents, controlPersons }: CountColumns): CountedStudies {
  const columns = [events, persons, controlEvents, controlPersons];
  const all = commonRows(columns);
  const numbers = columns.map(numbersOf) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const rows: number[] = [];
  for (let row = 0; row < all; row++) if (!numbers.some((values) => Number.isNaN(values[row]))) rows.push(row);
  const isCount = (row: number, part: Float64Array, whole: Float64Array) =>
    Number.isSafeInteger(part[row]) && Number.isSafeInteger(whole[row]) && part[row]! >= 0 && part[row]! <= whole[row]! && whole[row]! >= 1; // prettier-ignore
  const [ai, first, ci, second] = numbers;
  const refused = rows.filter((row) => !isCount(row, ai, first) || !isCount(row, ci, second)).length;
  if (refused > 0) throw fail('meta-counts', { rows: refused });
  if (rows.length < 2) throw fail('meta-too-few', { studies: rows.length, least: 2 });
  const take = (of: (row: number) => number) => Float64Array.from(rows, of);
  return {
    a: take((row) => ai[row]!),
    b: take((row) => first[row]! - ai[row]!),
    c: take((row) => ci[row]!),
    d: take((row) => second[row]! - ci[row]!),
    rows: Int32Array.from(rows),
    nDropped: all - rows.length
  };
}

export interface CountedEffects {
  studies: Studies;
  /** Place of each study among the counted ones. */
  places: number[];
  remarks: StatisticsRemark[];
}

/**
 * The effect of each study with its variance; ratios as logarithms. A table with an empty cell has ½ added to all four. For
 * ratios, studies without events in both groups, or with nothing but events, say nothing and are left out.
 *
 * @see Haldane 1956, Ann Hum Genet 20:309 (½); equals metafor `escalc(add = 1/2, to = "only0", drop00 = …)`
 */
export function effectsOf(counted: CountedStudies, measure: CountMeasure): CountedEffects {
  const [estimate, variance, places]: [number[], number[], number[]] = [[], [], []];
  let [silent, mended] = [0, 0];
  for (let study = 0; study < counted.rows.length; study++) {
    const cells = [counted.a[study]!, counted.b[study]!, counted.c[study]!, counted.d[study]!];
    const [a0, b0, c0, d0] = cells as [number, number, number, number];
    if (measure !== 'risk-difference' && (a0 + c0 === 0 || b0 + d0 === 0)) {
      silent += 1;
      continue;
    }
    const extra = cells.includes(0) ? 0.5 : 0;
    if (extra > 0) mended += 1;
    const [a, b, c, d] = cells.map((cell) => cell + extra) as [number, number, number, number];
    const effect = effectOf(measure, a, b, c, d);
    estimate.push(effect.estimate);
    variance.push(effect.variance);
    places.push(study);
  }
  const remarks: StatisticsRemark[] = [];
  if (silent > 0) remarks.push({ code: 'meta-silent-studies', values: { studies: silent } });
  if (mended > 0) remarks.push({ code: 'meta-half-added', values: { studies: mended } });
  const studies = {
    estimate: Float64Array.from(estimate),
    variance: Float64Array.from(variance),
    rows: Int32Array.from(places, (study) => counted.rows[study]!),
    nDropped: counted.nDropped + silent
  };
  return { studies, places, remarks };
}

function effectOf(measure: CountMeasure, a: number, b: number, c: number, d: number) {
  const [first, second] = [a + b, c + d];
  if (measure === 'odds-ratio') {
    return { estimate: log(a / b) - log(c / d), variance: 1 / a + 1 / b + 1 / c + 1 / d };
  }
  if (measure === 'risk-ratio') {
    return { estimate: log(a / first) - log(c / second), variance: b / (a * first) + d / (c * second) };
  }
  const variance = ((a / first) * (b / first)) / first + ((c / second) * (d / second)) / second;
  return { estimate: a / first - c / second, variance };
}

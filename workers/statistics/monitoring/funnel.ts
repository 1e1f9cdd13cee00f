import { largestOf, smallestOf } from '../../shared/extent';
import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { float64Column, textColumn } from '../columns';
import { readCases, type CaseColumns } from './cases';
import { poissonTails, proportionLimits, ratioQuantiles, type Limits } from './funnel-limits';
import { countsByHospital } from './hospital-counts';

/** Where a hospital lies: by the wider limits first. */
export type FunnelPosition = 'inside' | 'above 95 %' | 'above 99.8 %' | 'below 95 %' | 'below 99.8 %';

export interface Funnel {
  /** The line in the middle: a proportion, or 1 for ratios. */
  target: number;
  /**
   * A row a hospital, in the order of their names, never of their results: hospital, cases, observed, (expected,) value,
   * lower_95, upper_95, lower_998, upper_998, position.
   */
  hospitals: Table;
  /** The limits to draw: size (cases, or expected events), lower_95, upper_95, lower_998, upper_998. */
  curve: Table;
  used: number;
  dropped: number;
}

const WARNING = 0.95;
const ACTION = 0.998;
/** Points of the drawn limits. */
const CURVE_POINTS = 200;

/**
 * Funnel of proportions by hospital: exact binomial limits, 95 % and 99.8 %.
 *
 * @param options.target default: the proportion of all cases together
 * @throws `funnel-target` if there is no event, or nothing else; `cases-none`, `column-…`, `columns-unlike`
 */
export function proportionFunnel(
  columns: Omit<CaseColumns, 'risk' | 'time'> & { hospital: Column },
  { target }: { target?: number | undefined } = {}
): Funnel {
  const { outcome, hospital } = columns;
  const cases = readCases({ outcome, hospital });
  const counts = countsByHospital(cases);
  const middle = target ?? cases.outcome.reduce((sum, one) => sum + one, 0) / cases.used;
  const sizes = counts.cases;
  const value = sizes.map((size, group) => (counts.observed[group] as number) / size);
  const curve = wholeSizes(largestOf(sizes));
  return {
    target: middle,
    hospitals: hospitalTable(takenRows(hospital, counts.rows), counts, {
      value,
      limits: (size) => proportionPair(middle, size),
      place: (group, pair) => positionOf(value[group] as number, pair)
    }),
    curve: curveTable(curve, 'cases', (size) => proportionPair(middle, size)),
    used: cases.used,
    dropped: cases.dropped
  };
}

/**
 * Funnel of observed over expected events by hospital: exact Poisson limits, 95 % and 99.8 %, around 1.
 *
 * @throws `risk-outside`, `cases-none`, `column-…`, `columns-unlike`
 */
export function ratioFunnel(columns: Omit<CaseColumns, 'time'> & { hospital: Column; risk: Column }): Funnel {
  const { outcome, hospital, risk } = columns;
  const cases = readCases({ outcome, hospital, risk });
  const counts = countsByHospital(cases);
  const value = counts.expected.map((expected, group) => (counts.observed[group] as number) / expected);
  const largest = largestOf(counts.expected);
  // Also with one hospital there is a funnel to see.
  const smallest = Math.min(smallestOf(counts.expected), largest / 10);
  // Even steps in the root: the funnel bends most where it is narrow in cases.
  const sizes = Float64Array.from({ length: CURVE_POINTS }, (_, point) => {
    const share = point / (CURVE_POINTS - 1);
    const root = Math.sqrt(smallest) * (1 - share) + Math.sqrt(largest) * share;
    return root * root;
  });
  return {
    target: 1,
    hospitals: hospitalTable(takenRows(hospital, counts.rows), counts, {
      value,
      expected: counts.expected,
      limits: ratioPair,
      place: (group) => positionBy(poissonTails(counts.observed[group] as number, counts.expected[group] as number))
    }),
    curve: curveTable(sizes, 'expected', ratioPair),
    used: cases.used,
    dropped: cases.dropped
  };
}

interface Pair {
  warning: Limits;
  action: Limits;
}

const proportionPair = (target: number, n: number): Pair => ({
  warning: proportionLimits(target, n, WARNING),
  action: proportionLimits(target, n, ACTION)
});

const ratioPair = (expected: number): Pair => ({
  warning: ratioQuantiles(expected, WARNING),
  action: ratioQuantiles(expected, ACTION)
});

/** Whole numbers of cases from 1 to the largest, at most as many as are drawn. */
function wholeSizes(largest: number): Float64Array {
  const sizes = new Set<number>();
  for (let point = 0; point < CURVE_POINTS; point++) {
    const root = 1 + ((Math.sqrt(largest) - 1) * point) / (CURVE_POINTS - 1);
    sizes.add(Math.round(root * root));
  }
  return Float64Array.from(sizes);
}

function limitColumns(pairs: readonly Pair[]) {
  const column = (name: string, of: (pair: Pair) => number) => float64Column(name, Float64Array.from(pairs, of));
  return [
    column('lower_95', (pair) => pair.warning.lower),
    column('upper_95', (pair) => pair.warning.upper),
    column('lower_998', (pair) => pair.action.lower),
    column('upper_998', (pair) => pair.action.upper)
  ];
}

function curveTable(sizes: Float64Array, name: string, limits: (size: number) => Pair): Table {
  const pairs = Array.from(sizes, limits);
  return { rows: sizes.length, columns: [float64Column(name, sizes), ...limitColumns(pairs)] };
}

function hospitalTable(
  hospital: Column,
  counts: { cases: Float64Array; observed: Float64Array },
  {
    value,
    expected,
    limits,
    place
  }: {
    value: Float64Array;
    expected?: Float64Array;
    limits: (size: number) => Pair;
    place: (group: number, pair: Pair) => FunnelPosition;
  }
): Table {
  const pairs = Array.from(expected ?? counts.cases, limits);
  const positions = pairs.map((pair, group) => place(group, pair));
  return {
    rows: pairs.length,
    columns: [
      { ...hospital, name: 'hospital' },
      float64Column('cases', counts.cases),
      float64Column('observed', counts.observed),
      ...(expected ? [float64Column('expected', expected)] : []),
      float64Column('value', value),
      ...limitColumns(pairs),
      textColumn('position', positions)
    ]
  };
}

function positionOf(value: number, { warning, action }: Pair): FunnelPosition {
  if (value > action.upper) return 'above 99.8 %';
  if (value < action.lower) return 'below 99.8 %';
  if (value > warning.upper) return 'above 95 %';
  return value < warning.lower ? 'below 95 %' : 'inside';
}

/** By the probability of a count or a more extreme one: the line, which is drawn to some digits, does not decide. */
function positionBy({ fewer, more }: { fewer: number; more: number }): FunnelPosition {
  const [warning, action] = [(1 - WARNING) / 2, (1 - ACTION) / 2];
  if (more < action) return 'above 99.8 %';
  if (fewer < action) return 'below 99.8 %';
  if (more < warning) return 'above 95 %';
  return fewer < warning ? 'below 95 %' : 'inside';
}

import { normal } from '../../../shared/distributions';
import { exp } from '../../../shared/elementary';
import { quantileOf } from '../../../shared/quantile';
import type { Estimate, StatisticsRemark } from '../../estimate';
import type { Measure, MeasuredEstimate, Said } from '../contract';
import type { ForestRow, LinesFigure } from '../figures';
import type { DesignPart, WholeDesign } from '../formula-design';
import { forestOf, saysEstimate, shown } from '../tidy';
import { oneOf } from '../one-unit';

/** More are read in the table. */
const MOST_SAID = 3;
/** Places at which a bent effect is drawn. */
const PLACES = 80;

/** A ratio of a model, with what its column is of. */
export interface Ratio {
  estimate: MeasuredEstimate;
  part: DesignPart;
}

/** The estimates of a fit under plain names: "hospital H2 vs H1", "age, per 1 month". */
export function ratiosOf(estimates: readonly Estimate[], measure: Measure, design: WholeDesign): Ratio[] {
  return estimates.map((one) => {
    const part = design.parts[design.names.indexOf(one.name)]!;
    return { part, estimate: { ...one, name: plainName(part), measure } };
  });
}

function plainName({ level, column, unit, shown: text }: DesignPart): string {
  if (level) return `${level.variable} ${level.level} vs ${level.reference}`;
  if (column === undefined) return text;
  return `${column}, per 1${unit === undefined ? '' : ` ${oneOf(unit)}`}`;
}

/** Ratios as a forest, each category headed by the level that the others are compared with. */
export function forestWithReferences(ratios: readonly Ratio[], measure: Measure) {
  const straight = ratios.filter(({ part }) => !part.bent);
  const [figure] = forestOf(
    straight.map(({ estimate }) => estimate),
    measure
  );
  if (!figure) return [];
  const headed = new Set<string>();
  const rows = figure.rows.flatMap((row, at): ForestRow[] => {
    const level = straight[at]!.part.level;
    if (!level || headed.has(level.variable)) return [row];
    headed.add(level.variable);
    return [{ name: `${level.variable} ${level.reference}`, estimate: 1, look: 'reference' }, row];
  });
  return [{ ...figure, rows }];
}

/** Columns of an interaction: their own ratios are those at one value of the other. */
function interacting({ terms }: WholeDesign): ReadonlySet<string> {
  return new Set(terms.flatMap(({ name }) => (name.includes(':') ? name.split(':') : [])));
}

/** What is to be told where the model has an interaction. */
export function interactionRemarks(design: WholeDesign): StatisticsRemark[] {
  const columns = [...interacting(design)];
  return columns.length === 0 ? [] : [{ code: 'survival-interaction', values: { columns: columns.join(', ') } }];
}

/** What the first ratios say, in the data's own words. A model of one term is adjusted for nothing. */
export function saysRatios(
  ratios: readonly Ratio[],
  { kind, event, design }: { kind: 'hazard' | 'subhazard'; event: string; design: WholeDesign }
): Said[] {
  const conditional = interacting(design);
  const straight = ratios.filter(({ part }) => !part.bent);
  return straight.slice(0, MOST_SAID).map(({ estimate: one, part }): Said => {
    const { estimate, lower, upper } = shown(one);
    const values = {
      measure: one.measure,
      event,
      estimate,
      level: one.level,
      // What it is adjusted for, in number.
      others: design.terms.length - 1,
      ...(lower !== null && { lower }),
      ...(upper !== null && { upper }),
      ...(one.p !== null && { p: one.p })
    };
    if (conditional.has(part.level?.variable ?? part.column ?? '')) return saysEstimate(one);
    if (part.level) {
      const { variable, level: category, reference } = part.level;
      return {
        code: kind === 'hazard' ? 'hazard-level' : 'subhazard-level',
        values: { ...values, variable, category, reference }
      };
    }
    if (part.column !== undefined) {
      const of = { column: part.column, unit: part.unit === undefined ? '' : oneOf(part.unit) };
      return { code: kind === 'hazard' ? 'hazard-unit' : 'subhazard-unit', values: { ...values, ...of } };
    }
    return saysEstimate(one);
  });
}

/**
 * Effects that bend: the ratio over the values that there are, against their median.
 *
 * @param names of the coefficients, and their covariance, p × p
 */
export function bentEffects(
  design: WholeDesign,
  fit: { names: readonly string[]; coefficients: readonly number[]; covariance: Float64Array; level: number },
  { measure, event }: { measure: Measure; event: string }
): LinesFigure[] {
  const z = normal().upperQuantile((1 - fit.level) / 2);
  const p = fit.names.length;
  return design.terms.flatMap(({ bend, columns }): LinesFigure[] => {
    const places = columns.map((column) => fit.names.indexOf(design.names[column]!));
    if (!bend || places.some((place) => place < 0)) return [];
    const present = bend.values.filter((value) => Number.isFinite(value)).sort();
    const [low, middle, high] = [0, 0.5, 1].map((share) => quantileOf(present, share)) as [number, number, number];
    const x = Float64Array.from({ length: PLACES + 1 }, (_, at) => low + ((high - low) * at) / PLACES);
    const basis = bend.at(x);
    const reference = bend.at(Float64Array.of(middle)).map((column) => column[0]!);
    const [y, lower, upper] = [new Float64Array(x.length), new Float64Array(x.length), new Float64Array(x.length)];
    x.forEach((_, at) => {
      const d = basis.map((column, k) => column[at]! - reference[k]!);
      let [value, variance] = [0, 0];
      places.forEach((a, k) => {
        value += d[k]! * fit.coefficients[a]!;
        places.forEach((b, l) => (variance += d[k]! * d[l]! * fit.covariance[a * p + b]!));
      });
      const half = z * Math.sqrt(Math.max(0, variance));
      [y[at], lower[at], upper[at]] = [exp(value), exp(value - half), exp(value + half)];
    });
    // Far from the data a limit may leave the range of numbers.
    if (![lower, upper].every((limits) => limits.every(Number.isFinite))) return [];
    return [
      {
        kind: 'lines',
        what: 'effect',
        x: bend.of,
        y: event,
        measure,
        level: fit.level,
        series: [{ name: bend.of, look: 'line', x, y, lower, upper }],
        acrossY: [1],
        acrossX: [middle]
      }
    ];
  });
}

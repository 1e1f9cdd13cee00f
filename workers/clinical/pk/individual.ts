import { cholesky, hessianOf, inverseOf, minimise, type Method, type Minimum } from '../../shared/optimise';
import { checkedDisposition, PARAMETERS, terminalHalfLife, type Disposition } from './disposition';
import { fail } from './errors';
import { checkEndogenous, checkLevels, type Levels } from './levels';
import { movedParameters, typicalParameters, type Person, type PopulationModel, type Residual } from './model';
import { isBelow, minusTwoLogPosterior, type Evidence } from './objective';
import type { Doses } from './schedule';
import { levelAt } from './superposition';

/** A person's curve and how sure it is. Plain data. */
export interface Individual {
  model: PopulationModel;
  person: Person;
  /** IU/dL. */
  endogenous: number;
  /** Of the typical person of that weight and age: dL/h and dL in the order of `PARAMETERS`. */
  typical: Float64Array;
  /** Deviation of the logarithm of each random parameter from the typical one. */
  eta: Float64Array;
  /** Covariance of η, row by row: Ω without levels, else 2·H⁻¹ (Laplace). */
  covariance: Float64Array;
  disposition: Disposition;
  /** ln 2 / the slowest rate, hours. */
  halfLifeHours: number;
}

export interface Estimate extends Individual {
  /** −2 ln posterior up to a constant. */
  objective: number;
  /** Largest derivative of the objective at η. */
  gradientNorm: number;
  iterations: number;
  method: Method;
  /** At the levels' times, in their rows' order, IU/dL. */
  predicted: Float64Array;
  /** How many levels counted as below quantification. */
  belowQuantification: number;
}

/**
 * The same person with `factor` times the clearance: what an inhibitor does, as a what-if.
 *
 * @throws `pk-option-impossible`, `pk-parameters-impossible`
 */
export function clearing<Of extends Individual>(individual: Of, factor: number): Of {
  if (!(factor > 0 && factor < Infinity)) {
    throw fail('pk-option-impossible', { option: 'The factor of the clearance', wanted: 'a number above 0' });
  }
  const typical = Float64Array.from(individual.typical);
  typical[CLEARANCE]! *= factor;
  return { ...individual, ...individualAt({ ...individual, typical }) };
}

export interface EstimateOptions {
  /** IU/dL, default 0. */
  endogenous?: number;
  /** Default the model's. */
  residual?: Residual;
  /** IU/dL, default the model's. Levels below it count as "below quantification" whatever number was written. */
  quantificationLimit?: number;
}

const CLEARANCE = PARAMETERS.indexOf('CL');

/** How far from 0 further searches start, in standard deviations of η: valleys beside the first one are found so. */
const START_DEVIATIONS = 1.5;
/** Two minima nearer than this are one. */
const SAME_VALLEY = 1e-9;

/**
 * The typical person: η = 0 with the population's covariance.
 *
 * @throws `pk-person-impossible`, `pk-model-covariate`, `pk-endogenous-impossible`, `pk-parameters-impossible`
 */
export function populationIndividual(model: PopulationModel, person: Person, endogenous = 0): Individual {
  checkEndogenous(endogenous);
  const typical = typicalParameters(model, person);
  const eta = new Float64Array(model.random.length);
  return individualAt({ model, person, typical, endogenous, eta, covariance: Float64Array.from(model.omega) });
}

function individualAt(
  part: Pick<Individual, 'model' | 'person' | 'typical' | 'endogenous' | 'eta' | 'covariance'>
): Individual {
  const disposition = checkedDisposition(movedParameters(part.model, part.typical, part.eta));
  return { ...part, disposition, halfLifeHours: terminalHalfLife(disposition) };
}

/**
 * Most likely curve of a person from one level or more (maximum a posteriori, "MAP"), with the Laplace covariance.
 *
 * @throws what the person, the doses or the levels cannot be, naming the row; `pk-fit-not-converged`
 * @see Sheiner & Beal 1982, J Pharm Sci 71:1344
 */
export function estimate(
  model: PopulationModel,
  person: Person,
  doses: Doses,
  levels: Levels,
  options: EstimateOptions = {}
): Estimate {
  const { endogenous = 0, residual = model.residual, quantificationLimit = model.quantificationLimit } = options;
  const typical = typicalParameters(model, person);
  checkResidual(residual);
  if (!(quantificationLimit > 0 && quantificationLimit < Infinity)) {
    throw fail('pk-option-impossible', { option: 'The quantification limit', wanted: 'a number above 0 IU/dL' });
  }
  checkLevels(levels, doses, endogenous);
  const evidence: Evidence = { model, typical, doses, levels, endogenous, residual, quantificationLimit };
  const problem = minusTwoLogPosterior(evidence);
  const found = lowest(model, (start) => minimise(problem, start));
  const n = found.x.length;
  const factor = cholesky(hessianOf(problem.gradient, found.x), n);
  if (!factor) throw fail('pk-fit-not-converged');
  const covariance = inverseOf(factor, n).map((entry) => 2 * entry);
  // An error far below any assay's makes it singular: no band could be drawn from that.
  if (!cholesky(covariance, n)) throw fail('pk-fit-not-converged');
  const individual = individualAt({ model, person, typical, endogenous, eta: found.x, covariance });
  return {
    ...individual,
    objective: found.value,
    gradientNorm: found.gradientNorm,
    iterations: found.iterations,
    method: found.method,
    predicted: levels.time.map((time) => endogenous + levelAt(individual.disposition, doses, time)),
    belowQuantification: levels.time.reduce((sum, _, row) => sum + Number(isBelow(levels, row, quantificationLimit)), 0)
  };
}

function checkResidual({ additive, proportional }: Residual): void {
  const fits = (part: number) => part >= 0 && part < Infinity;
  if (!fits(additive) || !fits(proportional) || additive + proportional === 0) throw fail('pk-residual-impossible');
}

type Found = Minimum & { method: Method };

/** The lowest valley of searches from 0 and from both sides of each η. */
function lowest(model: PopulationModel, search: (start: Float64Array) => Found): Found {
  const n = model.random.length;
  let best = search(new Float64Array(n));
  for (let position = 0; position < n; position++) {
    for (const side of [-1, 1]) {
      const start = new Float64Array(n);
      start[position] = side * START_DEVIATIONS * Math.sqrt(model.omega[position * n + position]!);
      const found = search(start);
      if (!found.converged) continue;
      if (!best.converged || found.value < best.value - SAME_VALLEY * (1 + Math.abs(best.value))) best = found;
    }
  }
  if (!best.converged) throw fail('pk-fit-not-converged');
  return best;
}

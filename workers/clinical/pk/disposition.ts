import { fail } from './errors';
import { symmetricEigen } from '../../shared/matrix';

/** Order of the parameters in every list of them; a model of n compartments has the first 2·n. */
export const PARAMETERS = ['CL', 'V1', 'Q2', 'V2', 'Q3', 'V3'] as const;
export type ParameterName = (typeof PARAMETERS)[number];

/** A person's curve after one IU: Σ coefficient·e^−rate·t. */
export interface Disposition {
  /** 1/h, from fast to slow; one a compartment, all above 0. */
  rates: Float64Array;
  /** IU/dL per IU, all ≥ 0. */
  coefficients: Float64Array;
  /** Columns of the eigenvectors, n × n row by row: the sensitivities need them. */
  vectors: Float64Array;
  /** Clearances (CL, Q2, Q3) in dL/h, volumes (V1, V2, V3) in dL, in the order of {@link PARAMETERS}. */
  parameters: Float64Array;
}

const at = (parameters: Float64Array, name: ParameterName): number => parameters[PARAMETERS.indexOf(name)]!;

/**
 * The rate matrix of amounts over √volume, n × n row by row. Exchange runs both ways at the same clearance, so in these
 * units the matrix is symmetric and positive definite: its eigenvalues are real and positive for every model.
 */
function rateMatrix(parameters: Float64Array): Float64Array {
  const n = parameters.length / 2;
  const v1 = at(parameters, 'V1');
  const matrix = new Float64Array(n * n);
  let leaving = at(parameters, 'CL');
  for (let k = 1; k < n; k++) {
    const flow = parameters[2 * k]!;
    const volume = parameters[2 * k + 1]!;
    leaving += flow;
    matrix[k] = matrix[k * n] = -flow / Math.sqrt(v1 * volume);
    matrix[k * n + k] = flow / volume;
  }
  matrix[0] = leaving / v1;
  return matrix;
}

/**
 * Linear compartments with elimination from the central one, one to three of them.
 *
 * @param parameters clearances dL/h and volumes dL in the order of {@link PARAMETERS}, all above 0
 */
export function dispositionOf(parameters: Float64Array): Disposition {
  const n = parameters.length / 2;
  const { values, vectors } = symmetricEigen(rateMatrix(parameters), n);
  const v1 = at(parameters, 'V1');
  return { rates: values, coefficients: values.map((_, k) => (vectors[k]! * vectors[k]!) / v1), vectors, parameters };
}

/**
 * The same where a curve is to be drawn: of parameters that no numbers can hold there is none. A search for the likeliest
 * ones may pass through such.
 *
 * @throws `pk-parameters-impossible`
 */
export function checkedDisposition(parameters: Float64Array): Disposition {
  const disposition = dispositionOf(parameters);
  const { rates, coefficients } = disposition;
  const above = [...parameters, ...rates, terminalHalfLife(disposition)];
  const isCurve = above.every((part) => part > 0 && part < Infinity) && coefficients.every((part) => part < Infinity);
  if (!isCurve) throw fail('pk-parameters-impossible');
  return disposition;
}

/** Derivative of the rate matrix by the logarithm of one parameter. */
function matrixSlope(parameters: Float64Array, parameter: number): Float64Array {
  const n = parameters.length / 2;
  const matrix = rateMatrix(parameters);
  const slope = new Float64Array(n * n);
  const v1 = at(parameters, 'V1');
  if (parameter === PARAMETERS.indexOf('CL')) {
    slope[0] = parameters[0]! / v1;
  } else if (parameter === PARAMETERS.indexOf('V1')) {
    slope[0] = -matrix[0]!;
    for (let k = 1; k < n; k++) slope[k] = slope[k * n] = -matrix[k]! / 2;
  } else {
    const k = parameter >> 1;
    const isFlow = parameter % 2 === 0;
    if (isFlow) slope[0] = parameters[parameter]! / v1;
    slope[k] = slope[k * n] = isFlow ? matrix[k]! : -matrix[k]! / 2;
    slope[k * n + k] = isFlow ? matrix[k * n + k]! : -matrix[k * n + k]!;
  }
  return slope;
}

/**
 * How the curve after one IU moves with the logarithm of a parameter: Σ weight(j, k)·leftSlope(rate j, rate k), for V1
 * minus the curve itself.
 *
 * @returns weights n × n, row by row
 * @see Daleckiĭ & Kreĭn 1965: the derivative of a function of a symmetric matrix by its entries
 */
export function sensitivityWeights(disposition: Disposition, parameter: number): Float64Array {
  const { vectors, parameters } = disposition;
  const n = parameters.length / 2;
  const slope = matrixSlope(parameters, parameter);
  const v1 = at(parameters, 'V1');
  const weights = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < n; k++) {
      let entry = 0;
      for (let row = 0; row < n; row++) {
        for (let column = 0; column < n; column++) {
          entry += vectors[row * n + j]! * slope[row * n + column]! * vectors[column * n + k]!;
        }
      }
      weights[j * n + k] = (vectors[j]! * vectors[k]! * entry) / v1;
    }
  }
  return weights;
}

/** Half-life of the slowest term, hours. */
export function terminalHalfLife(disposition: Disposition): number {
  return Math.LN2 / disposition.rates[disposition.rates.length - 1]!;
}

import { exp, log, pow } from '../../shared/elementary';
import { fail } from './errors';
import { PARAMETERS } from './disposition';

/** How one parameter of a typical person follows from weight, age and the kind of concentrate. */
export interface Theta {
  /** Clearance in dL/h or volume in dL, at the reference weight and age. */
  typical: number;
  /** × (weight / reference)^exponent. */
  weight?: { referenceKg: number; exponent: number };
  /** × (1 + change·(age − reference)); with `belowOnly` no change above the reference. */
  age?: { referenceYears: number; changePerYear: number; belowOnly: boolean };
  /** × this for a plasma-derived concentrate. */
  plasmaDerived?: number;
}

/** Standard deviation of a level about its prediction f: √(additive² + (proportional·f)²). */
export interface Residual {
  /** IU/dL. */
  additive: number;
  proportional: number;
}

/** A population model: typical parameters, log-normal spread between persons, residual error. Plain data. */
export interface PopulationModel {
  name: string;
  factor: string;
  citation: string;
  /** What a reader must know before using it. */
  note?: string;
  compartments: 1 | 2 | 3;
  /** In the order of `PARAMETERS`, two a compartment. */
  theta: readonly Theta[];
  /** Which parameters differ between persons: positions in `theta`. */
  random: readonly number[];
  /** Covariance of their logarithms (η), row by row. */
  omega: Float64Array;
  residual: Residual;
  /** Lowest level that the assay reports, IU/dL. */
  quantificationLimit: number;
}

export interface Person {
  weightKg: number;
  ageYears: number;
  /** Default false: a recombinant concentrate. */
  plasmaDerived?: boolean;
}

const limits = [
  // quantity, of a person, low, high, unit
  ['weight', (person: Person) => person.weightKg, 0.4, 400, 'kg'],
  ['age', (person: Person) => person.ageYears, 0, 120, 'years']
] as const;

/**
 * Parameters of the typical person of that weight, age and concentrate: dL/h and dL in the order of `PARAMETERS`.
 *
 * @throws `pk-person-impossible`; `pk-model-covariate` where the model gives nothing above 0
 */
export function typicalParameters(model: PopulationModel, person: Person): Float64Array {
  for (const [quantity, of, low, high, unit] of limits) {
    const value = of(person);
    if (!(value >= low && value <= high)) throw fail('pk-person-impossible', { quantity, low, high, unit });
  }
  return Float64Array.from(model.theta, ({ typical, weight, age, plasmaDerived = 1 }, position) => {
    let value = typical;
    if (weight) value *= pow(person.weightKg / weight.referenceKg, weight.exponent);
    if (age) {
      const years = person.ageYears - age.referenceYears;
      value *= 1 + age.changePerYear * (age.belowOnly ? Math.min(0, years) : years);
    }
    if (person.plasmaDerived) value *= plasmaDerived;
    if (!(value > 0 && value < Infinity)) throw fail('pk-model-covariate', { parameter: PARAMETERS[position] });
    return value;
  });
}

/** The typical parameters moved by a person's η: × e^η for those that differ between persons. */
export function movedParameters(model: PopulationModel, typical: Float64Array, eta: Float64Array): Float64Array {
  const moved = Float64Array.from(typical);
  for (const [position, parameter] of model.random.entries()) moved[parameter]! *= exp(eta[position]!);
  return moved;
}

/** Variance of the logarithm of a log-normal quantity from its coefficient of variation (0.3 for 30 %). */
export function logVariance(cv: number): number {
  return log(1 + cv * cv);
}

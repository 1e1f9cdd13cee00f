import { cholesky } from '../../shared/optimise';
import { PARAMETERS } from './disposition';
import { fail } from './errors';
import { JsonReader } from './json-reader';
import { logVariance, type PopulationModel, type Theta } from './model';

/** How many dL/h, or dL, one of the unit is. */
const flows = { 'dL/h': 1, 'L/h': 10, 'mL/h': 0.01 } as const;
const volumes = { dL: 1, L: 10, mL: 0.01 } as const;

const keys = [
  'name',
  'factor',
  'citation',
  'note',
  'compartments',
  'theta',
  'omega',
  'residual',
  'quantification_limit_IU_dL'
] as const;

/**
 * A population model from the JSON a person wrote. Keys: `name`, `factor`, `citation`, `note`?, `compartments` (1–3),
 * `theta` (CL, V1, then Q2, V2, Q3, V3 as the compartments ask; each `value`, `unit` and, as it depends on them, `weight`
 * {reference_kg, exponent}, `age` {reference_years, change_per_year, below_only?}, `plasma_derived`), `omega` {parameters,
 * and either `covariance` or `cv` with `correlation`?}, `residual` {additive_IU_dL, proportional},
 * `quantification_limit_IU_dL`? (default 1). Nothing else.
 *
 * @throws `pk-model-json`; `pk-model-key-missing`, `pk-model-key-unknown`, `pk-model-value` naming the key
 */
export function parseModel(text: string): PopulationModel {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw fail('pk-model-json', {}, { cause, details: String(cause) });
  }
  return modelOf(value);
}

/** The same from a value already read. */
export function modelOf(value: unknown): PopulationModel {
  const model = new JsonReader(value, '').knows(...keys);
  const compartments = model.key('compartments', '1, 2 or 3').oneOf([1, 2, 3]);
  const names = PARAMETERS.slice(0, 2 * compartments);
  const thetas = model.key('theta', 'the typical parameters').knows(...names);
  const residual = model.key('residual', 'additive_IU_dL and proportional').knows('additive_IU_dL', 'proportional');
  const additive = residual.key('additive_IU_dL', 'a number from 0 up').notNegative();
  const proportional = residual.key('proportional', 'a number from 0 up').notNegative();
  if (additive === 0 && proportional === 0) residual.refuse('an error of which one part is above 0');
  return {
    name: model.key('name', 'a text').text(),
    factor: model.key('factor', 'a text').text(),
    citation: model.key('citation', 'where the model was published').text(),
    ...(model.has('note') && { note: model.key('note', 'a text').text() }),
    compartments,
    theta: names.map((name) => thetaOf(thetas.key(name, 'its value and unit'), name.startsWith('V'))),
    ...omegaOf(model.key('omega', 'parameters and their covariance, or cv'), names),
    residual: { additive, proportional },
    quantificationLimit: model.has('quantification_limit_IU_dL')
      ? model.key('quantification_limit_IU_dL', 'a number above 0').positive()
      : 1
  };
}

function thetaOf(theta: JsonReader, isVolume: boolean): Theta {
  theta.knows('value', 'unit', 'weight', 'age', 'plasma_derived');
  const units: Readonly<Record<string, number>> = isVolume ? volumes : flows;
  const unit = theta.key('unit', Object.keys(units).join(' or ')).oneOf(Object.keys(units));
  const found: Theta = { typical: theta.key('value', 'a number above 0').positive() * units[unit]! };
  if (theta.has('weight')) {
    const weight = theta.key('weight', 'reference_kg and exponent').knows('reference_kg', 'exponent');
    found.weight = {
      referenceKg: weight.key('reference_kg', 'a number above 0').positive(),
      exponent: weight.key('exponent', 'a number').number()
    };
  }
  if (theta.has('age')) {
    const age = theta.key('age', 'reference_years and change_per_year');
    age.knows('reference_years', 'change_per_year', 'below_only');
    found.age = {
      referenceYears: age.key('reference_years', 'a number from 0 up').notNegative(),
      changePerYear: age.key('change_per_year', 'a number').number(),
      belowOnly: age.has('below_only') && age.key('below_only', 'true or false').bool()
    };
  }
  if (theta.has('plasma_derived')) found.plasmaDerived = theta.key('plasma_derived', 'a number above 0').positive();
  return found;
}

function omegaOf(omega: JsonReader, names: readonly string[]): Pick<PopulationModel, 'random' | 'omega'> {
  omega.knows('parameters', 'covariance', 'cv', 'correlation');
  const listed = omega.key('parameters', `a list of ${names.join(', ')}`);
  const random = listed.list().map((parameter) => names.indexOf(parameter.oneOf(names)));
  if (new Set(random).size < random.length) listed.refuse('a list that names each parameter once');
  const size = random.length;
  if (omega.has('covariance')) {
    for (const key of ['cv', 'correlation']) {
      if (omega.has(key)) omega.key(key, '').refuse('left out beside covariance');
    }
    const covariance = omega.key('covariance', 'a matrix');
    return { random, omega: checkedCovariance(covariance, covariance.matrix(size)) };
  }
  const cv = omega.key('cv', 'a list of numbers above 0').list(size);
  const spread = (value: number) => value >= 1e-6 && value <= 100;
  const deviations = cv.map((entry) => Math.sqrt(logVariance(entry.number('a number above 0, up to 100', spread))));
  if (!omega.has('correlation')) return { random, omega: scaled(identity(size), deviations) };
  const correlation = omega.key('correlation', 'a matrix');
  const matrix = correlation.matrix(size);
  for (let row = 0; row < size; row++) {
    if (matrix[row * size + row] !== 1) correlation.refuse('a matrix with ones on its diagonal');
  }
  checkedCovariance(correlation, matrix);
  return { random, omega: scaled(matrix, deviations) };
}

function identity(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, entry) => Number(entry % (size + 1) === 0));
}

function scaled(correlation: Float64Array, deviations: readonly number[]): Float64Array {
  const size = deviations.length;
  return correlation.map((r, entry) => r * deviations[Math.floor(entry / size)]! * deviations[entry % size]!);
}

function checkedCovariance(reader: JsonReader, matrix: Float64Array): Float64Array {
  const size = Math.sqrt(matrix.length);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      if (matrix[row * size + column] !== matrix[column * size + row]) reader.refuse('a symmetric matrix');
    }
  }
  if (!cholesky(matrix, size)) reader.refuse('a positive definite matrix');
  return matrix;
}

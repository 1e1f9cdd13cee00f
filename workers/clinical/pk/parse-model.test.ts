import { describe, expect, test } from 'vitest';
import { bjorkmanFactorEight, modelNamed, modelOf, models, parseModel, typicalParameters } from './index';

const own = () => ({
  name: 'One compartment',
  factor: 'factor VIII',
  citation: 'Nobody 2020',
  compartments: 1 as number,
  theta: {
    CL: { value: 2, unit: 'dL/h', weight: { reference_kg: 70, exponent: 0.75 } },
    V1: { value: 3, unit: 'L' }
  } as Record<string, unknown>,
  omega: { parameters: ['CL', 'V1'], cv: [0.3, 0.2] } as Record<string, unknown>,
  residual: { additive_IU_dL: 1, proportional: 0.1 } as Record<string, unknown>
});

/** The model with one value put in, or taken out, at a path. */
function changed(path: string, value: unknown): unknown {
  const model = own();
  const keys = path.split('.');
  let place = model as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) place = place[key] as Record<string, unknown>;
  const last = keys.at(-1)!;
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return model;
}

describe('a model written by a person', () => {
  test('is read with its units', () => {
    const model = parseModel(JSON.stringify(own()));
    expect(model).toMatchObject({ compartments: 1, random: [0, 1], quantificationLimit: 1 });
    expect([...typicalParameters(model, { weightKg: 70, ageYears: 30 })]).toEqual([2, 30]);
    expect([...model.omega]).toEqual([Math.log(1.09), 0, 0, Math.log(1.04)].map((value) => expect.closeTo(value, 14)));
  });

  test('may give its covariance instead', () => {
    const model = modelOf(changed('omega', { parameters: ['V1'], covariance: [[0.04]] }));
    expect(model.random).toEqual([1]);
    expect([...model.omega]).toEqual([0.04]);
  });

  test.each([
    // what is put in where, the code, the key named
    ['citation', undefined, 'pk-model-key-missing', 'citation'],
    ['theta.V1', undefined, 'pk-model-key-missing', 'theta.V1'],
    ['theta.CL.unit', undefined, 'pk-model-key-missing', 'theta.CL.unit'],
    ['residual.proportional', undefined, 'pk-model-key-missing', 'residual.proportional'],
    ['omega.cv', undefined, 'pk-model-key-missing', 'omega.cv'],
    ['compartments', 2, 'pk-model-key-missing', 'theta.Q2'],
    ['theta.CL.wieght', {}, 'pk-model-key-unknown', 'theta.CL.wieght'],
    ['theta.Q2', { value: 1, unit: 'dL/h' }, 'pk-model-key-unknown', 'theta.Q2'],
    ['theta.__proto_', 1, 'pk-model-key-unknown', 'theta.__proto_'],
    ['name', ' ', 'pk-model-value', 'name'],
    ['citation', 7, 'pk-model-value', 'citation'],
    ['compartments', 4, 'pk-model-value', 'compartments'],
    ['compartments', '2', 'pk-model-value', 'compartments'],
    ['theta', null, 'pk-model-value', 'theta'],
    ['theta', [1], 'pk-model-value', 'theta'],
    ['theta.CL.value', 0, 'pk-model-value', 'theta.CL.value'],
    ['theta.CL.value', '2', 'pk-model-value', 'theta.CL.value'],
    ['theta.CL.unit', 'L', 'pk-model-value', 'theta.CL.unit'],
    ['theta.V1.unit', 'mL/h', 'pk-model-value', 'theta.V1.unit'],
    ['theta.CL.weight.reference_kg', -1, 'pk-model-value', 'theta.CL.weight.reference_kg'],
    [
      'theta.CL.age',
      { reference_years: 1, change_per_year: 0, below_only: 1 },
      'pk-model-value',
      'theta.CL.age.below_only'
    ],
    ['theta.CL.plasma_derived', 0, 'pk-model-value', 'theta.CL.plasma_derived'],
    ['omega.parameters', [], 'pk-model-value', 'omega.parameters'],
    ['omega.parameters', ['CL', 'CL'], 'pk-model-value', 'omega.parameters'],
    ['omega.parameters', ['CL', 'Q2'], 'pk-model-value', 'omega.parameters[1]'],
    ['omega.cv', [0.3], 'pk-model-value', 'omega.cv'],
    ['omega.cv', [0.3, 0], 'pk-model-value', 'omega.cv[1]'],
    [
      'omega.correlation',
      [
        [1, 0.2],
        [0.3, 1]
      ],
      'pk-model-value',
      'omega.correlation'
    ],
    [
      'omega.correlation',
      [
        [1, 1],
        [1, 1]
      ],
      'pk-model-value',
      'omega.correlation'
    ],
    [
      'omega.correlation',
      [
        [1, 0],
        [0, 2]
      ],
      'pk-model-value',
      'omega.correlation'
    ],
    ['omega.correlation', [[1, 0], [0]], 'pk-model-value', 'omega.correlation[1]'],
    [
      'omega.covariance',
      [
        [1, 0],
        [0, 1]
      ],
      'pk-model-value',
      'omega.cv'
    ],
    ['residual', { additive_IU_dL: 0, proportional: 0 }, 'pk-model-value', 'residual'],
    ['residual.additive_IU_dL', -1, 'pk-model-value', 'residual.additive_IU_dL'],
    ['quantification_limit_IU_dL', 0, 'pk-model-value', 'quantification_limit_IU_dL']
  ])('%s = %j: %s', (path, value, code, key) => {
    expect(() => modelOf(changed(path, value))).toThrowError(
      expect.objectContaining({ code, message: expect.stringContaining(key) as string })
    );
  });

  test('a slip of a key is told with the key that was meant', () => {
    expect(() => modelOf(changed('theta.CL.wieght', {}))).toThrowError(
      expect.objectContaining({ hint: 'Did you mean theta.CL.weight?' })
    );
  });

  test.each(['', '{', '[1', 'undefined', "{'name': 1}"])('%j is not JSON', (text) => {
    expect(() => parseModel(text)).toThrowError(expect.objectContaining({ code: 'pk-model-json' }));
  });

  test.each(['null', '1', '"text"', '[]'])('%s is JSON, and no model', (text) => {
    expect(() => parseModel(text)).toThrowError(expect.objectContaining({ code: 'pk-model-value' }));
  });

  test('a key that is part of every object is not taken for the author’s', () => {
    expect(() => parseModel('{"toString": 1}')).toThrowError(expect.objectContaining({ code: 'pk-model-key-unknown' }));
    expect(() => parseModel('{"__proto__": {"name": "a"}}')).toThrowError(
      expect.objectContaining({ code: 'pk-model-key-unknown' })
    );
  });
});

describe('a person', () => {
  test.each([
    [{ weightKg: 0, ageYears: 5 }],
    [{ weightKg: NaN, ageYears: 5 }],
    [{ weightKg: 20_000, ageYears: 5 }],
    [{ weightKg: 20, ageYears: -1 }],
    [{ weightKg: 20, ageYears: 200 }]
  ])('%j is impossible', (person) => {
    expect(() => typicalParameters(bjorkmanFactorEight, person)).toThrowError(
      expect.objectContaining({ code: 'pk-person-impossible' })
    );
  });

  test('for whom an own model gives no volume is refused', () => {
    const age = { reference_years: 20, change_per_year: -0.1 };
    const model = modelOf(changed('theta.V1.age', age));
    expect(() => typicalParameters(model, { weightKg: 70, ageYears: 40 })).toThrowError(
      expect.objectContaining({ code: 'pk-model-covariate', message: expect.stringContaining('V1') as string })
    );
  });
});

test('every built-in model names its source, and crosses to another thread', () => {
  for (const model of Object.values(models)) {
    expect(model.citation).not.toBe('');
    expect(structuredClone(model)).toEqual(model);
  }
});

test('a built-in model is found by its name, and nothing else is', () => {
  expect(modelNamed('fviii-bjorkman-2012')).toBe(bjorkmanFactorEight);
  for (const name of ['', 'toString', '__proto__', 'fviii']) {
    expect(() => modelNamed(name)).toThrowError(expect.objectContaining({ code: 'pk-model-unknown' }));
  }
});

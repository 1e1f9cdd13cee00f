import { expect } from 'vitest';
import * as door from '../pk';
import { gives, otherwise, refused, type Cells } from './matrix';
import { eachRefused, written } from './pk-inputs';

const { modelNamed, modelOf, parseModel, regimenDoses } = door;

/** Models and plans: what a person writes, and no data. */
export const ofModels: Readonly<Record<'modelNamed' | 'modelOf' | 'parseModel' | 'regimenDoses', Cells>> = {
  modelNamed: otherwise('it takes a name, no data', {
    empty: refused('pk-model-unknown', () => modelNamed('')),
    'impossible values': refused('pk-model-unknown', () => modelNamed('constructor'))
  }),
  modelOf: otherwise('it takes the model that a person wrote, no data', {
    empty: refused('pk-model-key-missing', () => modelOf({})),
    'all missing': refused('pk-model-value', () => modelOf(null)),
    'impossible values': refused('pk-model-value', (given) => modelOf(given({ ...written, compartments: 7 }))),
    'mixed units': refused('pk-model-value', (given) =>
      modelOf(given({ ...written, theta: { ...written.theta, CL: { value: 2, unit: 'kg' } } }))
    )
  }),
  parseModel: otherwise('it takes the model that a person wrote, no data', {
    empty: refused('pk-model-json', () => parseModel('')),
    'all missing': refused('pk-model-key-missing', () => parseModel('{}')),
    'impossible values': refused('pk-model-value', () =>
      parseModel(JSON.stringify(written).replace('"value":2', '"value":1e999'))
    ),
    'mixed units': gives(
      'litres become decilitres',
      () => parseModel(JSON.stringify({ ...written, theta: { ...written.theta, V1: { value: 2, unit: 'L' } } })),
      ({ theta }) => expect(theta[1]?.typical).toBe(20)
    )
  }),
  regimenDoses: otherwise('it takes a plan, no table', {
    empty: refused('pk-doses-none', () => regimenDoses({ doses: [], cycleHours: 48, cycles: 1 })),
    'one row': gives(
      'one dose',
      () => regimenDoses({ doses: [{ atHour: 0, amount: 500 }], cycleHours: 48, cycles: 1 }),
      ({ time }) => expect([...time]).toEqual([0])
    ),
    'all missing': gives(
      'every dose missed leaves none',
      () => regimenDoses({ doses: [{ atHour: 0, amount: 500 }], cycleHours: 48, cycles: 1, missed: [1] }),
      ({ time }) => expect(time).toHaveLength(0)
    ),
    'impossible values': eachRefused(
      'pk-option-impossible',
      (cycles) => regimenDoses({ doses: [{ atHour: 0, amount: 500 }], cycleHours: 48, cycles }),
      [NaN, Infinity, 0, 0.5, 1e9]
    ),
    'duplicate times': gives(
      'two doses of one hour stay two',
      () =>
        regimenDoses({
          doses: [
            { atHour: 0, amount: 500 },
            { atHour: 0, amount: 500 }
          ],
          cycleHours: 48,
          cycles: 1
        }),
      ({ time }) => expect([...time]).toEqual([0, 0])
    )
  })
};
